import assert from 'node:assert/strict';
import test from 'node:test';
import {newId, type CompartmentId, type ItemId, type ParticipantId} from '../base/ids.ts';
import type {Participant, Role} from '../plan/participant.ts';
import {STAGES} from '../plan/stage.ts';
import {seededRandom} from '../testing/index.ts';
import {isOwnParty, mayTakePosition, partiesOf, partyCalled, stancesOf} from './index.ts';

const random = seededRandom(11);

function person(key: string, role: Role, agency?: string): Participant {
  const id = newId<ParticipantId>(random);
  const named = {id, key, name: key.toUpperCase(), relationship: '', role, lead: false, hiddenFrom: []};
  return agency === undefined ? named : {...named, agency};
}

const jory = person('jory', 'child');
const [temi, callum] = [person('temi', 'parent'), person('callum', 'parent')];
const [bronagh, anita] = [
  person('bronagh', 'socialWorker', 'Social care'),
  person('anita', 'socialCareManager', 'Social care'),
];
const delphine = {...person('delphine', 'refugeWorker'), hiddenFrom: [callum.id]};
const everyone = [jory, temi, callum, bronagh, anita, delphine];

test('the child and each parent are parties, and people of one agency are one', () => {
  assert.deepEqual(
    partiesOf(everyone).map(one => [one.kind, one.key, one.name, one.people.length]),
    [
      ['child', 'jory', 'JORY', 1],
      ['person', 'temi', 'TEMI', 1],
      ['person', 'callum', 'CALLUM', 1],
      ['agency', 'Social care', 'Social care', 2],
      ['person', 'delphine', 'DELPHINE', 1],
    ],
  );
});

test('a party goes by its own names and by nobody else’s', () => {
  for (const name of ['jory', 'child', jory.id]) assert.ok(isOwnParty(jory, name), name);
  for (const name of ['Social care', 'agency:Social care', 'anita', anita.id])
    assert.ok(isOwnParty(anita, name), name);
  for (const name of ['temi', temi.id, 'child', 'Social care', ''])
    assert.ok(!isOwnParty(callum, name), name);
  assert.equal(partyCalled(everyone, 'anita'), 'agency:Social care');
  assert.equal(partyCalled(everyone, 'Social care'), 'agency:Social care');
  assert.equal(partyCalled(everyone, 'child'), null);
});

test('whoever reads an item may answer in every stage but the last, and nobody whom a reader must not know of', () => {
  const item = {id: newId<ItemId>(random), type: 'need', owner: null, typedBy: null} as const;
  const facts = {...item, verbatim: false, readBack: false};
  const shared = {id: newId<CompartmentId>(random), kind: 'shared', coWriting: {}} as const;
  const withheld = {...shared, kind: 'withheld', audience: [temi.id, delphine.id]} as const;
  const may = (participant: Participant, where: typeof shared | typeof withheld, stage = STAGES[0]) =>
    mayTakePosition({participant, isConfirmed: true, onlookers: null}, stage, where, 'section:B', facts);
  for (const stage of STAGES)
    assert.equal(may(callum, shared, stage as 'assessment'), stage !== 'ceased', stage);
  assert.equal(may(delphine, shared), false);
  assert.equal(may(delphine, withheld), true);
  assert.equal(may(callum, withheld), false);
  assert.equal(may(temi, withheld), true);
});

test('only whoever decides may say that nothing is decided', () => {
  assert.ok(stancesOf(person('marcus', 'sendOfficer')).includes('notDecided'));
  for (const one of everyone) assert.ok(!stancesOf(one).includes('notDecided'), one.key);
});
