import assert from 'node:assert/strict';
import test from 'node:test';
import type {ItemId, ItemTypeName, ParticipantId, PlanId, Role, RootName} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';
import {buildItemIndex} from './item-index.ts';
import {OwnItems} from './own-items.ts';

function factsOf(id: string, role: Role, ownItems: readonly string[]): PlanFacts {
  const me = {
    id: id as ParticipantId,
    name: 'Temi Adeyemi',
    relationship: 'Jory’s mum',
    role,
    lead: false,
    isMe: true,
  };
  return {
    planId: 'plan' as PlanId,
    me,
    people: [me],
    childName: 'Jory',
    stage: 'assessment',
    planType: 'ehcp',
    safety: null,
    ownItems: ownItems as readonly ItemId[],
  };
}

const said = {type: 'statement', attrs: {id: 'said', mode: 'verbatim'}};
const written = {type: 'statement', attrs: {id: 'written', mode: 'written'}};
const quoted = {
  type: 'statement',
  attrs: {id: 'quoted', mode: 'written'},
  content: [{type: 'link', attrs: {rel: 'quotes', to: 'said'}}],
};
const working = [{root: 'sos:working'}] as unknown as Parameters<typeof buildItemIndex>[0];
const index = buildItemIndex(working, () => [said, written, quoted]);

function may(
  facts: PlanFacts,
  root: RootName,
  id: string | null,
  type: ItemTypeName,
  own = new OwnItems(() => index),
) {
  return own.rightsIn(facts, root)(id as ItemId | null, type);
}

const temi = factsOf('temi', 'parent', ['mine']);

test('a mother may write what the server named as hers, and nothing else where each item has an owner', () => {
  assert.equal(may(temi, 'section:A', 'mine', 'statement'), true);
  assert.equal(may(temi, 'section:A', 'other', 'statement'), false);
});

test('nobody writes in a quotation, the child whose words they are neither', () => {
  const jory = factsOf('jory', 'child', ['quoted', 'said']);
  assert.equal(may(jory, 'section:A', 'said', 'statement'), true);
  assert.equal(may(jory, 'section:A', 'quoted', 'statement'), false);
});

test('two people with the same name, role and relationship do not get each other’s rights', () => {
  const namesake = factsOf('temiToo', 'parent', ['hers']);
  assert.equal(may(namesake, 'section:A', 'hers', 'statement'), true);
  assert.equal(may(namesake, 'section:A', 'mine', 'statement'), false);
  assert.equal(may(temi, 'section:A', 'hers', 'statement'), false);
});

test('a new item, and one that was made on this page, may be written', () => {
  const own = new OwnItems(() => index);
  const made = own.newItemId();
  assert.equal(may(temi, 'section:A', null, 'statement', own), true);
  assert.equal(may(temi, 'section:A', made, 'statement', own), true);
  assert.equal(may(temi, 'section:A', made, 'statement'), false);
});

test('in a part that is open to her she may write what others began, but not another’s dispute', () => {
  assert.equal(may(temi, 'section:B', 'need', 'need'), true);
  assert.equal(may(temi, 'section:B', 'theirs', 'dispute'), false);
});

test('among the worries she may add what she does not agree with, and nothing else', () => {
  assert.equal(may(temi, 'sos:worries', null, 'dispute'), true);
  assert.equal(may(temi, 'sos:worries', null, 'danger'), false);
  assert.equal(may(temi, 'sos:worries', 'theirs', 'dispute'), false);
});

test('somebody’s exact words stay theirs even where a professional may write all else', () => {
  const esme = factsOf('esme', 'keyworker', []);
  assert.equal(may(esme, 'sos:working', 'written', 'statement'), true);
  assert.equal(may(esme, 'sos:working', 'said', 'statement'), false);
});

test('editors are told to ask again when an item became hers, and not when only the answer came again', () => {
  const own = new OwnItems(() => index);
  assert.equal(own.version(temi), own.version(factsOf('temi', 'parent', ['mine'])));
  assert.notEqual(own.version(temi), own.version(factsOf('temi', 'parent', ['mine', 'new'])));
});
