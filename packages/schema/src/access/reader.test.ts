import assert from 'node:assert/strict';
import test from 'node:test';
import type {CompartmentId, ParticipantId} from '../base/ids.ts';
import type {Participant, Role} from '../plan/participant.ts';
import type {CompartmentFacts, CompartmentKind} from './facts.ts';
import {accessThrough, eyesOf, mayKnowOf, type Reader} from './reader.ts';

const person = (name: string, role: Role, hiddenFrom: readonly string[] = []): Participant => ({
  id: name as ParticipantId,
  key: name,
  name,
  relationship: name,
  role,
  lead: false,
  hiddenFrom: hiddenFrom as readonly ParticipantId[],
});

const esme = person('esme', 'keyworker');
const temi = person('temi', 'parent');
const callum = person('callum', 'parent');
const delphine = person('delphine', 'refugeWorker', ['callum']);

const compartment = (kind: CompartmentKind, ...audience: Participant[]): CompartmentFacts => ({
  id: kind as CompartmentId,
  kind,
  coWriting: {},
  ...(kind === 'withheld' ? {audience: audience.map(({id}) => id)} : {}),
});

const alone = (participant: Participant, isConfirmed = true): Reader => ({
  participant,
  isConfirmed,
  onlookers: null,
});

const room = (hasStranger: boolean, ...people: Participant[]): Reader => ({
  participant: esme,
  isConfirmed: true,
  onlookers: {people, hasStranger},
});

const withheld = compartment('withheld', esme, temi);
const reads = (reader: Reader, facts: CompartmentFacts) =>
  accessThrough(reader, 'assessment', facts, facts.kind === 'voice' ? 'house:good' : 'items') !== 'none';

test('ACC-23: before a screen in a room a withheld document is there only if everybody in the room receives it', () => {
  assert.equal(reads(room(false, esme, temi), withheld), true);
  assert.equal(reads(room(false, esme, temi, callum), withheld), false);
  assert.equal(reads(room(true, esme, temi), withheld), false);
  assert.equal(reads(room(false, temi), compartment('withheld', temi)), false, 'not for its holder');
});

test('ACC-23: who writes before a room is the person who signed in, wherever that person may', () => {
  const shared = compartment('shared');
  assert.equal(accessThrough(room(true, esme, callum), 'assessment', shared, 'section:B'), 'write');
  assert.equal(accessThrough(room(false, esme, temi), 'assessment', withheld, 'sos:worries'), 'write');
  const reader = {...room(false, esme, temi), participant: temi};
  assert.equal(accessThrough(reader, 'assessment', withheld, 'section:I'), 'read');
});

test('ACC-24: a session that nobody confirmed receives what everybody receives and nothing else', () => {
  assert.equal(reads(alone(temi), withheld), true);
  assert.equal(reads(alone(temi, false), withheld), false);
  assert.equal(reads(alone(temi, false), compartment('voice')), true);
  assert.equal(accessThrough(alone(temi, false), 'assessment', compartment('shared'), 'section:A'), 'write');
});

test('ACC-25: a screen tells of a hidden person only where nobody looks from whom that person is hidden', () => {
  assert.equal(mayKnowOf(alone(esme), delphine), true);
  assert.equal(mayKnowOf(alone(callum), delphine), false);
  assert.equal(mayKnowOf(alone(delphine), delphine), true);
  assert.equal(mayKnowOf(room(false, esme, temi), delphine), true);
  assert.equal(mayKnowOf(room(false, esme, callum), delphine), false);
});

test('ACC-25: where it is not known who looks nobody is told of who is hidden from anybody', () => {
  assert.equal(mayKnowOf(room(true, esme), delphine), false);
  assert.equal(mayKnowOf(alone(esme, false), delphine), false);
  assert.equal(mayKnowOf(alone(delphine, false), delphine), true);
  assert.equal(mayKnowOf(room(true, esme), temi), true);
});

test('ACC-26: what was opened in an emergency is read, not written, by a sure session that nobody looks at', () => {
  const emergency = [withheld.id];
  const access = (reader: Reader) => accessThrough(reader, 'assessment', withheld, 'sos:worries');
  assert.equal(access({...alone(callum), emergency}), 'read');
  assert.equal(access({...alone(esme), emergency}), 'write', 'a reader keeps the rights of a reader');
  assert.equal(access({...alone(callum), emergency: []}), 'none');
  assert.equal(access({...alone(callum, false), emergency}), 'none');
  assert.equal(access({...room(false, callum), participant: callum, emergency}), 'none');
});

test('what a session may show depends on its person, the room, or everyone where it is not known who looks', () => {
  const everyone = [esme, temi, callum, delphine];
  assert.deepEqual(eyesOf(alone(esme), everyone), [esme]);
  assert.deepEqual(eyesOf(room(false, esme, callum), everyone), [esme, callum]);
  assert.deepEqual(eyesOf(room(true, esme, callum), everyone), everyone);
  assert.deepEqual(eyesOf(alone(esme, false), everyone), everyone);
});
