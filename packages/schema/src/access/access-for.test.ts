import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {CompartmentId, ItemId, ParticipantId} from '../base/ids.ts';
import {ROLES, type Participant, type Role} from '../plan/participant.ts';
import {STAGES, type Stage} from '../plan/stage.ts';
import type {RootName} from '../plan/root.ts';
import {accessFor} from './access-for.ts';
import type {CompartmentFacts, ItemFacts} from './facts.ts';
import {PLACES, writtenRights} from '../testing/written-rights.ts';
import {partyOf} from './party.ts';

const ME = 'me' as ParticipantId;
const OTHER = 'other' as ParticipantId;
const FATHER = 'father' as ParticipantId;
const PROPOSAL: RootName = 'p:AAAAAAAAAAAAAAAAAAAAAA';

function person(role: Role, more: Partial<Participant> = {}): Participant {
  return {id: ME, key: 'me', name: 'Me', relationship: 'me', role, lead: false, hiddenFrom: [], ...more};
}

function compartment(kind: CompartmentFacts['kind'], more: Partial<CompartmentFacts> = {}): CompartmentFacts {
  return {id: kind as CompartmentId, kind, coWriting: {}, ...more};
}

function item(more: Partial<ItemFacts> = {}): ItemFacts {
  return {
    id: 'item' as ItemId,
    type: 'need',
    owner: OTHER,
    typedBy: null,
    verbatim: false,
    readBack: false,
    ...more,
  };
}

interface Probe {
  readonly open: boolean | undefined;
  readonly scribe: boolean;
  readonly item: ItemFacts | undefined;
}

const ITEMS = [
  undefined,
  item({owner: ME}),
  item({typedBy: ME}),
  item({typedBy: ME, readBack: true}),
  item(),
  item({owner: ME, type: 'dispute'}),
];

const PROBES: readonly Probe[] = [undefined, true, false].flatMap(open =>
  [true, false].flatMap(scribe => ITEMS.map(facts => ({open, scribe, item: facts}))),
);

function mayWrite(letter: string, stage: Stage, probe: Probe): boolean {
  const mine = probe.item === undefined || probe.item.owner === ME;
  const typed = probe.item?.typedBy === ME;
  switch (letter) {
    case 'W':
      return true;
    case 'o':
      return mine || typed;
    case '?':
      return probe.open ?? stage === 'assessment';
    case 'd':
      return probe.item === undefined || (mine && probe.item.type === 'dispute');
    case 's':
      return probe.item === undefined ? probe.scribe : mine || (typed && !probe.item.readBack);
    default:
      return false;
  }
}

function factsOf(place: RootName, probe: Probe): CompartmentFacts {
  return compartment(place.startsWith('house:') ? 'voice' : 'shared', {
    coWriting: probe.open === undefined ? {} : {[place]: probe.open},
    scribes: probe.scribe ? [ME] : [],
  });
}

describe('ACC-7 to ACC-16: every cell of the table', () => {
  for (const role of ROLES) {
    for (const stage of STAGES) {
      test(`${role} in ${stage} writes exactly where the second table says, and reads everything`, () => {
        const letters = writtenRights(role, stage);
        assert.equal(letters.length, PLACES.length);
        PLACES.forEach((place, at) => {
          for (const probe of PROBES) {
            // A child's own item in a house that an adult typed is finished by read-back for everybody alike.
            const letter =
              letters.charAt(at) === 'o' && place.startsWith('house:')
                ? houseLetter(probe)
                : letters.charAt(at);
            const expected = mayWrite(letter, stage, probe) ? 'write' : 'read';
            const given = accessFor(person(role), stage, factsOf(place, probe), place, probe.item);
            assert.equal(given, expected, `${place} ${JSON.stringify(probe)}`);
          }
        });
      });
    }
  }
});

function houseLetter(probe: Probe): string {
  return probe.item === undefined ? 'W' : 's';
}

describe('compartments', () => {
  test('ACC-2: a root of another compartment does not exist', () => {
    for (const place of PLACES) {
      const wrong = place.startsWith('house:') ? 'shared' : 'voice';
      assert.equal(accessFor(person('keyworker'), 'assessment', compartment(wrong), place), 'none', place);
    }
    assert.equal(accessFor(person('keyworker'), 'assessment', compartment('shared'), 'items'), 'none');
    assert.equal(accessFor(person('keyworker'), 'assessment', compartment('voice'), PROPOSAL), 'none');
  });

  test('ACC-1, ACC-3: nobody outside its audience receives a withheld compartment, whatever the role', () => {
    const everyRoot: readonly RootName[] = ['items', PROPOSAL, ...PLACES];
    for (const role of ROLES) {
      for (const audience of [undefined, [], [OTHER]]) {
        const facts = compartment('withheld', audience === undefined ? {} : {audience});
        for (const root of everyRoot) {
          assert.equal(accessFor(person(role), 'assessment', facts, root), 'none');
        }
      }
    }
  });

  test('ACC-4: a member of the audience writes a withheld item as they write the root it stands beside', () => {
    const facts = compartment('withheld', {audience: [ME]});
    const harm = item({type: 'harm', anchorRoot: 'sos:worries'});
    const access = (role: Role, stage: Stage, one?: ItemFacts, root: RootName = 'items') =>
      accessFor(person(role), stage, facts, root, one);
    assert.equal(access('socialWorker', 'assessment', harm), 'write');
    assert.equal(access('parent', 'assessment', harm), 'read');
    assert.equal(access('socialWorker', 'ceased', harm), 'read');
    assert.equal(access('socialWorker', 'assessment', item({anchorRoot: 'section:B'})), 'read');
    assert.equal(access('socialWorker', 'assessment', item()), 'read', 'an item that stands nowhere');
    assert.equal(access('socialWorker', 'assessment', undefined, 'sos:worries'), 'write', 'a new one');
    assert.equal(access('parent', 'assessment', undefined, 'section:I'), 'read');
    assert.equal(access('parent', 'assessment'), 'write', 'beside some root');
    assert.equal(access('police', 'assessment'), 'read', 'beside no root');
  });

  test('ACC-4: a member of the audience writes their own private note also beside text that they may not write', () => {
    const facts = compartment('withheld', {audience: [ME]});
    const note = item({type: 'note', anchorRoot: 'section:F', owner: ME});
    assert.equal(accessFor(person('socialWorker'), 'final', facts, 'items', note), 'write');
    assert.equal(accessFor(person('socialWorker'), 'ceased', facts, 'items', note), 'read');
    assert.equal(accessFor(person('socialWorker'), 'final', facts, 'items', {...note, owner: OTHER}), 'read');
    const outside = compartment('withheld', {audience: [OTHER]});
    assert.equal(accessFor(person('socialWorker'), 'final', outside, 'items', note), 'none');
  });

  test('ACC-5: a person withheld from others reads the plan and the houses, and writes in neither', () => {
    for (const role of ROLES) {
      const hidden = person(role, {hiddenFrom: [FATHER]});
      for (const place of PLACES) {
        const facts = factsOf(place, {open: true, scribe: true, item: undefined});
        assert.equal(accessFor(hidden, 'assessment', facts, place), 'read');
        assert.equal(accessFor(hidden, 'assessment', facts, place, item({owner: ME})), 'read');
      }
    }
  });

  test('ACC-5: a person withheld from others writes only where every reader may know of them', () => {
    const hidden = person('socialWorker', {hiddenFrom: [FATHER]});
    const safe = compartment('withheld', {audience: [ME, OTHER]});
    const seen = compartment('withheld', {audience: [ME, FATHER]});
    const step = item({type: 'step', anchorRoot: 'sos:next', owner: ME});
    for (const one of [undefined, step]) {
      assert.equal(accessFor(hidden, 'assessment', safe, 'items', one), 'write');
      assert.equal(accessFor(hidden, 'assessment', seen, 'items', one), 'read');
    }
  });
});

describe('items', () => {
  const shared = compartment('shared');

  test('ACC-17, ACC-19: words that a child said stay closed to everybody but the child once they are read back', () => {
    const verbatim = item({type: 'statement', verbatim: true, typedBy: ME});
    const keyworker = person('keyworker');
    assert.equal(accessFor(keyworker, 'assessment', shared, 'section:A', verbatim), 'write');
    assert.equal(
      accessFor(keyworker, 'assessment', shared, 'section:A', {...verbatim, readBack: true}),
      'read',
    );
    assert.equal(
      accessFor(keyworker, 'assessment', shared, 'section:A', {...verbatim, typedBy: OTHER}),
      'read',
    );
    const own = {...verbatim, owner: ME, typedBy: OTHER, readBack: true};
    assert.equal(accessFor(person('child'), 'assessment', shared, 'section:A', own), 'write');
  });

  test('ACC-18: a dispute is only its owner’s to change, also where others write everything around it', () => {
    const dispute = item({type: 'dispute'});
    assert.equal(accessFor(person('socialWorker'), 'assessment', shared, 'sos:worries', dispute), 'read');
    const mine = {...dispute, owner: ME};
    assert.equal(accessFor(person('socialWorker'), 'assessment', shared, 'sos:worries', mine), 'write');
  });

  test('ACC-6: an item that nobody owns is not the child’s, the parent’s or anybody’s own', () => {
    const orphan = item({type: 'statement', owner: null});
    assert.equal(accessFor(person('parent'), 'assessment', shared, 'section:A', orphan), 'read');
    assert.equal(
      accessFor(person('child'), 'assessment', compartment('voice'), 'house:good', orphan),
      'read',
    );
  });
});

describe('proposals and parties', () => {
  test('ACC-20: the wording of a proposal belongs to the party that opened it, in every stage but ceased', () => {
    const priya = person('school', {agency: 'Tidewell Primary School'});
    const facts = compartment('shared', {proposals: {[PROPOSAL]: 'agency:Tidewell Primary School'}});
    for (const stage of STAGES) {
      const expected = stage === 'ceased' ? 'read' : 'write';
      assert.equal(accessFor(priya, stage, facts, PROPOSAL), expected);
      assert.equal(accessFor(person('school', {agency: 'Another'}), stage, facts, PROPOSAL), 'read');
      assert.equal(accessFor(priya, stage, compartment('shared'), PROPOSAL), 'read');
    }
  });

  test('ACC-21: a party is the child, one parent, carer or relative, or a whole agency', () => {
    assert.equal(partyOf(person('child', {agency: 'Nobody'})), 'child');
    assert.equal(partyOf(person('parent')), 'person:me');
    assert.equal(partyOf(person('carer', {agency: 'Fostering'})), 'person:me');
    assert.equal(partyOf(person('family')), 'person:me');
    assert.equal(partyOf(person('health', {agency: 'NHS'})), 'agency:NHS');
    assert.equal(partyOf(person('advocate')), 'person:me');
  });
});
