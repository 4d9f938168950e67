import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CompartmentId, ParticipantId} from '../base/ids.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import type {Role} from '../plan/participant.ts';
import type {Stage} from '../plan/stage.ts';
import {mayBring} from './access-for.ts';

const ME = 'me' as ParticipantId;
const shared = {id: 'shared' as CompartmentId, kind: 'shared', coWriting: {}} as const;
const withheld = {id: 'few' as CompartmentId, kind: 'withheld', coWriting: {}, audience: [ME]} as const;

function brings(
  role: Role,
  type: ItemTypeName,
  stage: Stage = 'final',
  where: typeof shared | typeof withheld = shared,
): boolean {
  const me = {id: ME, key: 'me', name: 'Me', relationship: 'me', role, lead: false, hiddenFrom: []};
  return mayBring(me, stage, where, 'sos:worries', type);
}

test('a family adds to the worries what it does not agree with, and nothing else, until the plan has ended', () => {
  for (const role of ['child', 'parent', 'carer', 'family'] as const) {
    const may = [brings(role, 'dispute'), brings(role, 'danger'), brings(role, 'harm')];
    assert.deepEqual(may, [true, false, false], role);
    assert.equal(brings(role, 'dispute', 'ceased'), false);
  }
});

test('so it does beside what is withheld and shown to them', () => {
  assert.equal(brings('parent', 'dispute', 'assessment', withheld), true);
  for (const type of ['note', 'harm'] as const)
    assert.equal(brings('parent', type, 'assessment', withheld), false);
});

test('whoever writes the worries adds anything there, and whoever only reads them adds nothing', () => {
  assert.equal(brings('socialWorker', 'danger'), true);
  assert.equal(brings('school', 'dispute'), false);
});
