import assert from 'node:assert/strict';
import test from 'node:test';
import {
  AUDIT_ACTIONS,
  newId,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type Role,
} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import type {AuditEntry, CompartmentRecord} from '../storage/index.ts';
import {pageOf, readerAudit} from './reader-audit.ts';

const random = seededRandom(3);
const planId = newId<PlanId>(random);

function person(role: Role, name: string) {
  const id = newId<ParticipantId>(random);
  return {id, key: name.toLowerCase(), name, relationship: '', role, lead: false, hiddenFrom: []};
}

function compartment(kind: CompartmentRecord['kind']): CompartmentRecord {
  const id = newId<CompartmentId>(random);
  return {id, planId, kind, audience: null, epoch: 1, schemaVersion: 1, createdAt: 0};
}

const [callum, bronagh, marcus, delphine] = [
  person('parent', 'Callum Penhale'),
  person('socialWorker', 'Bronagh Kell'),
  person('sendOfficer', 'Marcus Ibsen'),
  person('refugeWorker', 'Delphine Roe'),
];
const everyone = [callum, bronagh, marcus, delphine];
const [shared, withheld] = [compartment('shared'), compartment('withheld')];

function entry(more: Partial<AuditEntry>): AuditEntry {
  return {
    planId,
    at: 0,
    actor: bronagh.id,
    sessionId: null,
    action: 'read',
    compartmentId: shared.id,
    itemIds: [],
    subject: null,
    detail: {token: 'ADDR-7Q'},
    ...more,
  };
}

const NO_TOKENS: ReadonlySet<string> = new Set();
const TOKENS: ReadonlySet<string> = new Set(['ADDR-7Q']);

const seen = (
  one: AuditEntry,
  reader = marcus,
  received = [shared],
  people = everyone,
  tokens: ReadonlySet<string> = TOKENS,
) => readerAudit([one], reader, received, people, tokens).length === 1;

test('an entry of a document reaches exactly those who receive the document', () => {
  for (const action of AUDIT_ACTIONS) {
    const sealed = entry({action, compartmentId: withheld.id});
    assert.equal(seen(sealed), false, action);
    // That somebody placed a number on a scale is for nobody else.
    const isOwnAlone = action === 'rated';
    assert.equal(seen(sealed, {...marcus, lead: true}, [shared, withheld]), !isOwnAlone, action);
  }
});

test('an entry by or about somebody of whom the reader must not know reaches nobody who must not', () => {
  const known = everyone.filter(one => one !== delphine);
  for (const action of AUDIT_ACTIONS) {
    for (const compartmentId of [null, shared.id]) {
      assert.equal(seen(entry({action, compartmentId, actor: delphine.id}), marcus, [shared], known), false);
      assert.equal(
        seen(entry({action, compartmentId, subject: delphine.id}), marcus, [shared], known),
        false,
      );
    }
  }
});

test('a family sees who has looked at what it can see, and nothing of decisions', () => {
  const sees = (one: Partial<AuditEntry>) => seen(entry(one), callum, [shared], everyone, NO_TOKENS);
  const actions = AUDIT_ACTIONS.filter(action => sees({action}));
  assert.deepEqual(actions, ['read', 'shared', 'exported']);
  const aboutHim = AUDIT_ACTIONS.filter(action => sees({action, subject: callum.id}));
  const codes = ['codeIssued', 'passkeyAdded', 'confirmed'];
  assert.deepEqual(aboutHim, ['read', 'shared', 'exported', 'invited', 'signedIn', ...codes]);
});

test('that somebody looked at the plan as another reaches the lead alone, and never whom it is about', () => {
  const lead = {...marcus, lead: true};
  const looked = (subject: ParticipantId) =>
    entry({action: 'viewedAs', compartmentId: null, actor: bronagh.id, subject});
  assert.equal(seen(looked(callum.id), lead), true);
  assert.equal(seen(looked(callum.id), bronagh), true, 'whoever looked');
  for (const reader of [callum, marcus]) assert.equal(seen(looked(callum.id), reader), false);
  assert.equal(seen(looked(lead.id), lead), false, 'about the lead');
});

test('everybody sees what they did themselves', () => {
  for (const action of AUDIT_ACTIONS) {
    for (const compartmentId of [null, shared.id]) {
      assert.equal(seen(entry({action, compartmentId, actor: callum.id}), callum), true, action);
    }
  }
});

test('a decision that stands in no withheld document is kept from those outside, unless it is about a person', () => {
  for (const action of ['withheld', 'approved', 'reviewed', 'released', 'undone', 'escalated'] as const) {
    for (const compartmentId of [null, shared.id]) {
      assert.equal(seen(entry({action, compartmentId})), false, action);
      assert.equal(seen(entry({action, compartmentId, subject: delphine.id})), true, action);
    }
  }
  for (const action of [
    'brokeGlass',
    'glassReviewed',
    'sessionBegun',
    'sessionReadBack',
    'helpAsked',
    'helpDecided',
    'copied',
  ] as const) {
    assert.equal(seen(entry({action, compartmentId: null, subject: delphine.id})), false, action);
  }
});

test('what was done with a value of the contact store reaches its readers alone, and nobody else in their name', () => {
  for (const action of ['contactRead', 'contactWritten'] as const) {
    const done = entry({action, compartmentId: null, actor: bronagh.id});
    for (const reader of [bronagh, callum, marcus]) {
      assert.equal(seen(done, reader, [shared], everyone, NO_TOKENS), false);
      assert.equal(seen(done, reader, [shared], everyone, new Set(['ADDR-4M'])), false);
      assert.equal(seen(done, reader), true);
    }
  }
});

test('items are named only where a document says who may know of them', () => {
  const itemIds = [newId<ItemId>(random)];
  const [within] = readerAudit([entry({itemIds})], marcus, [shared], everyone, TOKENS);
  const [without] = readerAudit([entry({itemIds, compartmentId: null})], marcus, [shared], everyone, TOKENS);
  assert.deepEqual(within?.itemIds, itemIds);
  assert.deepEqual(without?.itemIds, []);
});

test('people are named, and nothing of the session, the document or the chain is', () => {
  const [one] = readerAudit(
    [entry({subject: callum.id, detail: {part: 'shared'}})],
    marcus,
    [shared],
    everyone,
    TOKENS,
  );
  assert.deepEqual(one, {
    at: 0,
    actor: {id: bronagh.id, name: 'Bronagh Kell'},
    action: 'read',
    subject: {id: callum.id, name: 'Callum Penhale'},
    itemIds: [],
    detail: {part: 'shared'},
  });
});

test('a page never parts the entries of one moment', () => {
  const entries = readerAudit(
    [5, 4, 4, 4, 3].map(at => entry({at})),
    marcus,
    [shared],
    everyone,
    TOKENS,
  );
  const times = (limit: number) => pageOf(entries, limit).map(({at}) => at);
  assert.deepEqual(
    [times(1), times(2), times(4), times(9)],
    [[5], [5, 4, 4, 4], [5, 4, 4, 4], [5, 4, 4, 4, 3]],
  );
});
