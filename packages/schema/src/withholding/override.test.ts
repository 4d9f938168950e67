import assert from 'node:assert/strict';
import test from 'node:test';
import type {ParticipantId} from '../base/ids.ts';
import {ROLES, type Role} from '../plan/participant.ts';
import {isToldRecorded, mayAgreeOverride, mayAskOverride} from './override.ts';

// Any text will do for an id.
const id = (text: string) => text as ParticipantId;
const person = (role: Role, more: object = {}) => ({
  ...{id: id(role), role, lead: false, hiddenFrom: []},
  ...more,
});

test('OVR-1: whoever may keep something private from anybody asks, and the lead; no family', () => {
  assert.deepEqual(
    ROLES.filter(role => mayAskOverride(person(role))),
    ['keyworker', 'socialWorker', 'socialCareManager', 'conferenceChair', 'safeguardingLead', 'health'],
  );
  assert.equal(mayAskOverride(person('sendOfficer', {lead: true})), true);
  assert.equal(mayAskOverride(person('health', {hiddenFrom: [id('father')]})), false);
});

test('OVR-2: somebody else who decides about safety agrees, who isn’t to read it', () => {
  const asked = {askedBy: id('keyworker'), reader: id('school')};
  assert.deepEqual(
    ROLES.filter(role => mayAgreeOverride(person(role), asked)),
    ['socialWorker', 'socialCareManager', 'conferenceChair', 'safeguardingLead', 'health'],
  );
  const worker = person('socialWorker');
  assert.equal(mayAgreeOverride(worker, {...asked, askedBy: worker.id}), false);
  assert.equal(mayAgreeOverride(worker, {...asked, reader: worker.id}), false);
  assert.equal(mayAgreeOverride(person('health', {hiddenFrom: [id('father')]}), asked), false);
});

test('it is written down what the child was told and when, or why nothing', () => {
  assert.equal(isToldRecorded({how: 'told', on: '2026-11-28', words: 'Who reads it.'}), true);
  assert.equal(isToldRecorded({how: 'told', on: '', words: 'Who reads it.'}), false);
  assert.equal(isToldRecorded({how: 'delayed', on: '', words: 'He is ill.'}), true);
  assert.equal(isToldRecorded({how: 'unsafe', on: '', words: ' '}), false);
});
