import assert from 'node:assert/strict';
import test from 'node:test';
import type {ParticipantId} from '../base/ids.ts';
import type {Role} from '../plan/participant.ts';
import {askedToHelp, isHelpLate} from './help.ts';

function person(name: string, role: Role, more: {lead?: boolean; hiddenFrom?: readonly string[]} = {}) {
  // Ids in tests are names.
  const hiddenFrom = (more.hiddenFrom ?? []) as readonly ParticipantId[];
  return {id: name as ParticipantId, role, lead: more.lead ?? false, hiddenFrom};
}

const PEOPLE = [
  person('temi', 'parent'),
  person('esme', 'keyworker', {lead: true}),
  person('bronagh', 'socialWorker'),
  person('priya', 'safeguardingLead'),
  person('wren', 'therapist'),
  person('stan', 'conferenceChair'),
  person('anita', 'socialCareManager', {hiddenFrom: ['temi']}),
];

const asked = (...named: string[]) => askedToHelp(PEOPLE, new Set(named as ParticipantId[]));

test('who leads the plan and who must act is asked, and nobody who is kept from others', () => {
  assert.deepEqual(asked(), ['esme', 'bronagh', 'priya']);
});

test('whoever the words name is not asked, unless nobody else could be', () => {
  assert.deepEqual(asked('esme', 'temi'), ['bronagh', 'priya']);
  assert.deepEqual(asked('esme', 'bronagh', 'priya'), ['esme', 'bronagh', 'priya']);
});

test('a parent who leads their own plan is nobody who must act', () => {
  assert.deepEqual(askedToHelp([person('temi', 'parent', {lead: true})], new Set()), []);
});

test('a call is late on the day after, until somebody has decided', () => {
  assert.equal(isHelpLate('2026-11-27', false, '2026-11-27'), false);
  assert.equal(isHelpLate('2026-11-27', false, '2026-11-28'), true);
  assert.equal(isHelpLate('2026-11-27', true, '2026-11-28'), false);
});
