import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstDifference} from '../harness/first-difference.ts';
import {FAMILY_SHAPES} from '../harness/proof/families/index.ts';
import {LEAKS, type Leak} from '../harness/proof/leaks/index.ts';
import {playFamilies} from '../harness/proof/play-families.ts';

/** What the comparison of `non-interference.test.ts` finds in one family where something leaks. */
async function found({row, ...flaw}: Leak): Promise<string | null> {
  const shapes = FAMILY_SHAPES.filter(shape => shape.row === row);
  const kept = await playFamilies(shapes, true, new Map(), flaw);
  const nothing = await playFamilies(shapes, false, kept.secrets, flaw);
  const differences = [...nothing.lines].map(([who, lines]) =>
    firstDifference(lines, kept.lines.get(who) ?? []),
  );
  return differences.find(one => one !== null) ?? null;
}

for (const leak of LEAKS) {
  const who = leak.habit === undefined ? 'server' : 'client';
  test(`${leak.channel}: the comparison catches a ${who} that ${leak.what}`, async t => {
    const difference = await found(leak);
    assert.notEqual(difference, null);
    t.diagnostic(JSON.stringify(difference?.split('\n')[0]).slice(0, 120));
  });
}
