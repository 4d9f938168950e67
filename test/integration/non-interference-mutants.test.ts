import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstDifference} from '../harness/first-difference.ts';
import {FAMILY_SHAPES} from '../harness/proof/families/index.ts';
import {LEAKS, type Leak} from '../harness/proof/leaks/index.ts';
import {playFamilies} from '../harness/proof/play-families.ts';

/** What the comparison of `non-interference.test.ts` finds in one family where something leaks, sooner or later. */
async function found(leak: Leak): Promise<string | null> {
  return (await foundIn(leak, true)) ?? (await foundIn(leak, false));
}

async function foundIn({row, ...leak}: Leak, isShort: boolean): Promise<string | null> {
  const flaw = {...leak, isShort};
  const shapes = FAMILY_SHAPES.filter(shape => shape.row === row);
  const kept = await playFamilies(shapes, true, new Map(), flaw);
  const nothing = await playFamilies(shapes, false, kept.secrets, flaw);
  const differences = [...nothing.lines].map(([who, lines]) =>
    firstDifference(lines, kept.lines.get(who) ?? []),
  );
  return differences.find(one => one !== null) ?? null;
}

/** Kinds of side channel in domain 6.5 that a server of ours can leak by; the others are words, pictures and other services. */
const KINDS = ['1', '2', '3', '5', '6', '7', '8', '9', '10', '11', '13'];
/** The leaks that confidential-crdt 1.4 planted. */
const PLANTED_BEFORE = [
  'stock cursor on focus change',
  'nested editor on the shared awareness',
  'anchor written into shared',
  'server-wide sequence in the acknowledgement',
  '403 and 404',
  'notification count over all documents',
  'page count over the full plan',
  'search total over the full plan',
];

test('there is a leak of every kind', () => {
  const channels = LEAKS.map(({channel}) => channel);
  const isMissing = (kind: string) => !channels.some(one => one.includes(`6.5, ${kind}:`));
  assert.deepEqual(KINDS.filter(isMissing), []);
  const isForgotten = (name: string) => !channels.some(one => one.includes(`1.4: ${name}`));
  assert.deepEqual(PLANTED_BEFORE.filter(isForgotten), []);
});

for (const leak of LEAKS) {
  const who = leak.habit === undefined ? 'server' : 'client';
  test(`${leak.channel}: the comparison catches a ${who} that ${leak.what}`, async t => {
    const difference = await found(leak);
    assert.notEqual(difference, null);
    t.diagnostic(JSON.stringify(difference?.split('\n')[0]).slice(0, 120));
  });
}
