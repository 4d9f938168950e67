import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CompartmentId, ParticipantId} from '../base/ids.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import type {CompartmentFacts} from './facts.ts';
import {receivedByAll, receives} from './receives.ts';

const EVERYBODY = ['temi', 'callum', 'esme', 'bronagh', 'anita'].map(key => key as ParticipantId);

function withheld(audience: readonly ParticipantId[]): CompartmentFacts {
  return {id: 'withheld' as CompartmentId, kind: 'withheld', coWriting: {}, audience};
}

/** Somebody's subset of everybody, from the bits of one byte. */
function some(bits: number): ParticipantId[] {
  return EVERYBODY.filter((_, index) => (bits >> index) & 1);
}

test('a room shows what each person in it receives, and every withheld part that one of them does not is gone', () => {
  for (let audience = 0; audience < 32; audience += 1) {
    for (let present = 1; present < 32; present += 1) {
      const facts = withheld(some(audience));
      const expected = (audience & present) === present;
      assert.equal(receivedByAll(facts, some(present), false), expected);
      assert.equal(
        receivedByAll(facts, some(present), false),
        some(present).every(id => receives(id, facts)),
      );
    }
  }
});

test('one more person in the room never shows more', () => {
  const random = seededRandom(27);
  for (let round = 0; round < 500; round += 1) {
    const [audience = 0, present = 0, more = 0] = random(3);
    const facts = withheld(some(audience & 31));
    const fewer = receivedByAll(facts, some(present & 31), false);
    const together = receivedByAll(facts, some((present | more) & 31), false);
    if ((present & 31) !== 0) assert.ok(fewer || !together, `seed 27, round ${round}`);
  }
});

test('with a stranger in the room, or nobody named, only what every participant receives is left', () => {
  const facts = withheld(EVERYBODY);
  assert.equal(receivedByAll(facts, EVERYBODY, false), true);
  assert.equal(receivedByAll(facts, EVERYBODY, true), false);
  assert.equal(receivedByAll(facts, [], false), false);
  for (const kind of ['shared', 'voice'] as const) {
    const open: CompartmentFacts = {id: kind as string as CompartmentId, kind, coWriting: {}};
    assert.equal(receivedByAll(open, [], true), true);
    assert.equal(receivedByAll(open, EVERYBODY, true), true);
  }
});
