import assert from 'node:assert/strict';
import test from 'node:test';
import {partyOf} from '../access/party.ts';
import type {CompartmentFacts} from '../access/facts.ts';
import {newId, type CompartmentId, type ItemId, type ParticipantId} from '../base/ids.ts';
import type {Participant, Role} from '../plan/participant.ts';
import {STAGES} from '../plan/stage.ts';
import {seededRandom} from '../testing/index.ts';
import {choicesOf, mayPropose, type ProposalFacts, type ProposalPlace} from './index.ts';

const random = seededRandom(12);

function person(key: string, role: Role, agency?: string): Participant {
  const id = newId<ParticipantId>(random);
  const named = {id, key, name: key, relationship: '', role, lead: false, hiddenFrom: []};
  return agency === undefined ? named : {...named, agency};
}

const [jory, temi, callum] = [person('jory', 'child'), person('temi', 'parent'), person('callum', 'parent')];
const marcus = person('marcus', 'sendOfficer', 'Marlshire Council');
const esme = person('esme', 'keyworker', 'Tidewell Primary School');
const stan = person('stan', 'reviewingOfficer');
const delphine = {...person('delphine', 'refugeWorker'), hiddenFrom: [callum.id]};
const everyone = [jory, temi, callum, marcus, esme, stan, delphine];

const shared: CompartmentFacts = {id: newId<CompartmentId>(random), kind: 'shared', coWriting: {}};
const item = {
  ...({id: newId<ItemId>(random), type: 'provision', owner: marcus.id, typedBy: null} as const),
  ...{verbatim: false, readBack: false},
};
const place: ProposalPlace = {stage: 'draftServed', compartment: shared, root: 'section:F', item};
const reader = (participant: Participant) => ({participant, isConfirmed: true, onlookers: null});
const may = (who: Participant, where: Partial<ProposalPlace> = {}) =>
  mayPropose(reader(who), {...place, ...where});

const hers: ProposalFacts = {state: 'proposed', party: partyOf(temi), author: temi, answersTo: null};
const choices = (who: Participant, proposal = hers, where: Partial<ProposalPlace> = {}) =>
  choicesOf(reader(who), {...place, ...where}, proposal);

test('whoever reads may suggest other words, until the plan ceases, and nobody whom a reader must not know of', () => {
  for (const stage of STAGES)
    for (const one of everyone)
      assert.equal(may(one, {stage}), stage !== 'ceased' && one !== delphine, `${one.key} in ${stage}`);
  const withheld = {...shared, kind: 'withheld', audience: [temi.id, delphine.id, esme.id]} as const;
  const note = {...item, type: 'note', anchorRoot: 'section:F'} as const;
  const inside = everyone.filter(one => may(one, {compartment: withheld, root: 'items', item: note}));
  assert.deepEqual(inside, [temi, esme, delphine]);
});

test('nobody suggests other words for a child’s own', () => {
  const voice = {...shared, kind: 'voice'} as const;
  const statement = {...item, type: 'statement', owner: jory.id} as const;
  const kept = {...shared, kind: 'withheld', audience: everyone.map(({id}) => id)} as const;
  for (const one of everyone) {
    assert.equal(
      may(one, {compartment: voice, root: 'house:worries', item: {...statement, verbatim: true}}),
      false,
    );
    assert.equal(may(one, {root: 'section:A', item: {...statement, verbatim: true}}), false);
    const beside = {compartment: kept, root: 'items'} as const;
    assert.equal(may(one, {...beside, item: {...statement, anchorRoot: 'house:worries'}}), false);
    assert.equal(
      may(one, {...beside, item: {...statement, type: 'note', anchorRoot: 'house:worries'}}),
      one !== delphine,
    );
  }
});

test('nobody suggests words for a suggestion', () => {
  assert.equal(may(esme, {root: 'p:AAAAAAAAAAAAAAAAAAAAAA'}), false);
});

test('its own side takes a proposal back, whoever writes the section answers it, everybody else suggests others', () => {
  assert.deepEqual(choices(temi), ['withdraw']);
  assert.deepEqual(choices(marcus), ['accept', 'counter', 'refuse']);
  assert.deepEqual(choices(esme), ['accept', 'counter', 'refuse']);
  for (const one of [callum, jory, stan]) assert.deepEqual(choices(one), ['counter'], one.key);
  assert.deepEqual(choices(delphine), [], 'where not everybody may know of her');
  assert.deepEqual(choices(marcus, hers, {stage: 'final'}), ['counter'], 'signed text is nobody’s to change');
  for (const one of everyone) assert.deepEqual(choices(one, hers, {stage: 'ceased'}), [], one.key);
});

test('words that were suggested back are for the side that they answer, while their author may write the item', () => {
  const back: ProposalFacts = {
    state: 'proposed',
    party: partyOf(marcus),
    author: marcus,
    answersTo: partyOf(temi),
  };
  assert.deepEqual(choices(temi, back), ['accept', 'counter', 'refuse']);
  assert.deepEqual(choices(callum, back), ['counter']);
  assert.deepEqual(choices(marcus, back), ['withdraw'], 'nobody agrees with themselves');
  assert.deepEqual(choices(temi, back, {stage: 'final'}), ['counter', 'refuse']);
  assert.deepEqual(choices(temi, {...back, author: null}), ['counter', 'refuse']);
  assert.deepEqual(choices(temi, {...back, author: stan}), ['counter', 'refuse']);
});

test('what is over can’t be answered, and what was refused can still be accepted', () => {
  for (const state of ['agreed', 'withdrawn'] as const)
    for (const one of everyone) assert.deepEqual(choices(one, {...hers, state}), [], `${one.key} ${state}`);
  assert.deepEqual(choices(marcus, {...hers, state: 'different'}), ['accept', 'counter']);
  assert.deepEqual(choices(temi, {...hers, state: 'different'}), ['withdraw']);
});
