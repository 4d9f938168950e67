import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ParticipantId} from '../base/ids.ts';
import {ROLES} from '../plan/participant.ts';
import {decider} from '../testing/decision-builder.ts';
import type {Decider} from './decision.ts';
import {
  didTooOften,
  emergencyReviewOn,
  managersToTell,
  mayBreakGlass,
  mayReviewEmergency,
  opensInEmergency,
  toldOfEmergency,
  type SealedFacts,
} from './emergency.ts';

// Any text will do for an id.
const id = (text: string) => text as ParticipantId;
const [dad, mum, police] = [
  decider(id('dad'), 'parent'),
  decider(id('mum'), 'parent'),
  decider(id('po'), 'police'),
];
const [worker, manager, chair] = [
  decider(id('sw'), 'socialWorker'),
  decider(id('tm'), 'socialCareManager'),
  decider(id('cc'), 'conferenceChair'),
];
const [lead, nurse, dsl] = [
  decider(id('kw'), 'keyworker', {lead: true}),
  decider(id('hp'), 'health'),
  decider(id('dsl'), 'safeguardingLead'),
];
const PEOPLE = [dad, mum, police, worker, manager, chair, lead, nurse, dsl];

function sealed(audience: readonly Decider[], ...hiddenFrom: Decider[]): SealedFacts {
  const decision = {hiddenFrom: hiddenFrom.map(one => one.id), proposedBy: worker.id, approvedBy: dsl.id};
  return {
    audience: audience.map(one => one.id),
    decisions: hiddenFrom.length === 0 ? [] : [decision],
    keptFrom: [],
  };
}

test('EMG-1 five roles may, and no family', () => {
  const may = ROLES.filter(role => mayBreakGlass(decider(id('somebody'), role)));
  assert.deepEqual(may, ['socialWorker', 'socialCareManager', 'safeguardingLead', 'health', 'police']);
});

test('EMG-2 what nobody keeps from them by name opens, and what they read already needs no opening', () => {
  assert.equal(opensInEmergency(police, sealed([worker, mum], dad), PEOPLE), true);
  assert.equal(opensInEmergency(police, sealed([worker, mum]), PEOPLE), true);
  assert.equal(opensInEmergency(police, sealed([worker, mum], dad, police), PEOPLE), false);
  assert.equal(opensInEmergency(worker, sealed([worker, mum], dad), PEOPLE), false);
  const choice = {...sealed([worker]), keptFrom: [police.id]};
  assert.equal(opensInEmergency(police, choice, PEOPLE), false, 'the child named them');
  assert.equal(opensInEmergency(nurse, choice, PEOPLE), true);
});

test('EMG-2 nothing opens among whose readers there is somebody of whom they must not know', () => {
  const unknown = decider(id('dr'), 'refugeWorker', {hiddenFrom: [police.id]});
  const people = [...PEOPLE, unknown];
  assert.equal(opensInEmergency(police, sealed([worker, unknown], dad), people), false);
  assert.equal(opensInEmergency(nurse, sealed([worker, unknown], dad), people), true);
});

test('EMG-3 the third time within seven days is for a manager', () => {
  const day = 24 * 60 * 60_000;
  assert.equal(didTooOften(worker, [0], day), false);
  assert.equal(didTooOften(worker, [0, day], 2 * day), true);
  assert.equal(didTooOften(worker, [0, day], 7 * day), false);
  assert.equal(didTooOften(manager, [0, day, day], 2 * day), false);
});

test('EMG-4 managers are told whatever opened; of what opened, its keyworker and whoever decided, and no family', () => {
  const told = (opened: readonly SealedFacts[], people = PEOPLE) => toldOfEmergency(police, opened, people);
  assert.deepEqual(told([]), [manager.id]);
  assert.deepEqual(told([sealed([mum, nurse])]), [manager.id]);
  const all = [worker.id, manager.id, lead.id, dsl.id];
  assert.deepEqual(told([sealed([worker, mum, lead, dsl, nurse], dad)]), all);
  assert.deepEqual(told([], [dad, police, chair]), [chair.id]);
  assert.deepEqual(toldOfEmergency(manager, [], PEOPLE), [chair.id], 'not whoever did it');
});

test('EMG-4 nobody is told who may not know of the person who did it', () => {
  const unknown = {...police, hiddenFrom: [lead.id]};
  const opened = [sealed([worker, lead], dad)];
  assert.deepEqual(toldOfEmergency(unknown, opened, PEOPLE), [worker.id, manager.id]);
});

test('EMG-5 a manager who was told looks at it, and where there is none whoever may approve what is sealed', () => {
  const told = [manager.id, lead.id, dsl.id];
  const may = (person: Decider, people = PEOPLE) => mayReviewEmergency(person, police, told, people);
  assert.deepEqual(
    [manager, chair, lead, dsl, police].map(one => may(one)),
    [true, false, false, false, false],
  );
  const small = [police, lead, dsl, nurse];
  assert.deepEqual(
    [lead, dsl, nurse].map(one => may(one, small)),
    [false, true, false],
  );
  assert.equal(mayReviewEmergency(manager, manager, told, PEOPLE), false);
});

test('EMG-5 it is late after the next working day, of which every manager is told', () => {
  assert.equal(emergencyReviewOn('2026-11-27'), '2026-11-30');
  assert.deepEqual(managersToTell(police, PEOPLE), [manager.id, chair.id]);
});
