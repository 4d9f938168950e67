import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {PlanStorage, SessionRecord} from '../../packages/server/src/storage/index.ts';
import {firstDifference} from '../harness/first-difference.ts';
import {wrapStorage} from '../harness/proof/hidden-person.ts';
import {playMeeting} from '../harness/proof/room-session.ts';

const [without, again, sealed] = [
  await playMeeting(false),
  await playMeeting(false),
  await playMeeting(true),
];

test('two meetings without anything sealed give the screen the same bytes', () => {
  assert.equal(firstDifference(without, again), null);
  assert.ok(without.length > 150, `${without.length} lines`);
});

test('what is sealed from somebody in the room changes no byte that the screen gets', t => {
  assert.equal(firstDifference(without, sealed), null);
  t.diagnostic(`${sealed.length} answers and messages, ${sealed.join('').length} bytes`);
});

test('the comparison catches a screen that receives what its holder receives', async () => {
  const alone = (session: SessionRecord | null) => session && {...session, present: null, hasStranger: false};
  const storage = (real: PlanStorage) =>
    wrapStorage(real, {
      session: async hash => alone(await real.session(hash)),
      sessionById: async id => alone(await real.sessionById(id)),
    });
  assert.notEqual(
    firstDifference(await playMeeting(false, {storage}), await playMeeting(true, {storage})),
    null,
  );
});
