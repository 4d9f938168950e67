import assert from 'node:assert/strict';
import {test} from 'node:test';
import {firstDifference} from '../harness/first-difference.ts';
import {excludedFrom, FAMILY_SHAPES} from '../harness/proof/families/index.ts';
import {playMove, type MovedItem} from '../harness/proof/play-move.ts';

const NEED = {ref: 'B1', root: 'section:B', mover: 'therapist'} as const;
const HARM = {ref: 'W1', root: 'sos:worries', mover: 'socialWorker'} as const;

/** By row: an item that everybody read, and who takes it out. */
const MOVES: readonly (readonly [number, MovedItem])[] = [
  [2, {...HARM, safe: null}],
  [22, {...HARM, safe: null}],
  [4, {...NEED, safe: 'Some help in class.\nSee the therapist.'}],
  [4, {...NEED, safe: null}],
  [12, {ref: 'T1', root: 'house:good', mover: 'child', safe: null}],
];

for (const [row, moved] of MOVES) {
  const shape = FAMILY_SHAPES.find(one => one.row === row);
  const what = `${moved.ref} of row ${row}, ${moved.safe === null ? 'without a word' : 'with other words'} in its place`;
  test(`${what}: withholding it tells nobody more than that it is gone`, async t => {
    assert.ok(shape);
    const secrets = new Map<string, ReadonlyMap<string, string>>();
    const withheld = await playMove(shape, moved, true, secrets);
    const gone = await playMove(shape, moved, false, secrets);
    assert.equal(withheld.size, excludedFrom(shape).length);
    for (const [who, lines] of gone) {
      assert.ok(lines.length > 200, `${lines.length} lines`);
      assert.equal(firstDifference(lines, withheld.get(who) ?? []), null, who);
    }
    t.diagnostic(`${[...gone.values()].flat().length} lines`);
  });
}
