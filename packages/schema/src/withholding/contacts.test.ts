import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Reader} from '../access/reader.ts';
import type {ParticipantId} from '../base/ids.ts';
import {ROLES, type Participant, type Role} from '../plan/participant.ts';
import {decider} from '../testing/decision-builder.ts';
import {
  contactProblem,
  defaultContactAudience,
  mayApproveAudience,
  mayAskAudience,
  mayPurge,
  mayReadContact,
  mayWriteContact,
  needsManager,
} from './contacts.ts';

// Any text will do for an id.
const id = (text: string) => text as ParticipantId;
const [MUM, DAD, SW, TM] = [id('mum'), id('dad'), id('sw'), id('tm')];
const [DSL, KW] = [id('dsl'), id('kw')];
const dad = decider(DAD, 'parent');
const mum = decider(MUM, 'parent');
const readers = [decider(SW, 'socialWorker'), decider(TM, 'socialCareManager')];
const others = [decider(DSL, 'safeguardingLead'), decider(KW, 'keyworker', {lead: true})];
const PEOPLE = [mum, dad, ...readers, ...others];

function participant(who: ParticipantId): Participant {
  const role: Role = 'parent';
  return {id: who, key: who, name: who, relationship: '', role, lead: false, hiddenFrom: []};
}

function reader(who: ParticipantId, more: Partial<Reader> = {}): Reader {
  return {participant: participant(who), isConfirmed: true, onlookers: null, ...more};
}

test('CON-1 a value is shown to its readers alone, and on no screen that somebody else looks at', () => {
  const contact = {audience: [MUM, SW]};
  const room = (...present: ParticipantId[]) => ({people: present.map(participant), hasStranger: false});
  assert.equal(mayReadContact(reader(MUM), contact), true);
  assert.equal(mayReadContact(reader(DAD), contact), false);
  assert.equal(mayReadContact(reader(MUM, {isConfirmed: false}), contact), false);
  assert.equal(mayReadContact(reader(MUM, {onlookers: room(MUM, SW)}), contact), true);
  assert.equal(mayReadContact(reader(MUM, {onlookers: room(MUM, DAD)}), contact), false);
  assert.equal(mayReadContact(reader(MUM, {onlookers: {...room(MUM), hasStranger: true}}), contact), false);
  assert.equal(mayReadContact(reader(MUM, {onlookers: room()}), contact), false);
});

test('CON-2 four roles write values, one of them only what is their own', () => {
  const writers = ROLES.filter(role => mayWriteContact(decider(MUM, role)));
  assert.deepEqual(writers, ['parent', 'socialWorker', 'socialCareManager', 'safeguardingLead']);
});

test('CON-3 left out, the readers are the writer, the social workers and the managers of social care', () => {
  assert.deepEqual(defaultContactAudience(PEOPLE, MUM), [MUM, SW, TM]);
  assert.deepEqual(defaultContactAudience(PEOPLE, DSL), [SW, TM, DSL]);
});

test('CON-4 the writer and somebody who must act are among the readers, and nobody who is not known', () => {
  const problem = (audience: ParticipantId[], people = PEOPLE) =>
    contactProblem({audience, askedBy: MUM}, people);
  assert.equal(problem([MUM, SW]), null);
  assert.equal(problem([MUM, id('nobody'), SW]), 'NOT_ON_PLAN');
  assert.equal(problem([SW]), 'PROPOSER_LEFT_OUT');
  assert.equal(problem([MUM, DSL, KW]), 'AUDIENCE_LACKS_PROTECTOR');
  assert.equal(problem([MUM], [mum, dad]), null);
  assert.equal(problem([]), null);
});

test('CON-5 a reader who writes such values asks for other readers, and only fewer count at once', () => {
  const contact = {audience: [MUM, SW, TM, KW], writtenBy: MUM};
  assert.deepEqual(
    PEOPLE.filter(person => mayAskAudience(person, contact)).map(person => person.id),
    [MUM, SW, TM],
  );
  assert.equal(mayAskAudience(dad, {audience: [DAD, SW], writtenBy: MUM}), false);
  const needs = (audience: ParticipantId[]) => needsManager(contact, {audience, askedBy: MUM});
  assert.equal(needs([MUM, SW]), false);
  assert.equal(needs([MUM, SW, TM, DSL]), true);
  assert.equal(needs([]), true);
});

test('CON-7 social care, safeguarding and a professional lead purge', () => {
  const may = ROLES.filter(role => mayPurge(decider(MUM, role)));
  assert.deepEqual(may, ['socialWorker', 'socialCareManager', 'safeguardingLead']);
  assert.equal(mayPurge(decider(MUM, 'keyworker', {lead: true})), true);
  assert.equal(mayPurge(decider(MUM, 'parent', {lead: true})), false);
});

test('CON-6 a manager among the readers approves, and never whoever asked', () => {
  const contact = {audience: [MUM, SW, TM], writtenBy: MUM};
  const may = (askedBy: ParticipantId) => {
    const change = {audience: [MUM, SW, TM, KW], askedBy};
    return PEOPLE.filter(person => mayApproveAudience(person, contact, change, PEOPLE)).map(one => one.id);
  };
  assert.deepEqual(may(MUM), [TM]);
  assert.deepEqual(may(SW), [TM]);
  assert.deepEqual(may(TM), [SW]);
  const elsewhere = {audience: [MUM, SW], writtenBy: MUM};
  const change = {audience: [MUM], askedBy: MUM};
  for (const person of PEOPLE) assert.equal(mayApproveAudience(person, elsewhere, change, PEOPLE), false);
});
