import assert from 'node:assert/strict';
import test from 'node:test';
import type {ItemId, ParticipantId, PlanId} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';
import {mayWriteItem, readOwnership} from './own-items.ts';

const me = {
  id: 'me' as ParticipantId,
  name: 'Temi Adeyemi',
  relationship: 'Jory’s mum',
  role: 'parent',
  lead: false,
  isMe: true,
} as const;
const facts: PlanFacts = {
  planId: 'plan' as PlanId,
  me,
  people: [me],
  childName: 'Jory',
  stage: 'assessment',
  planType: 'ehcp',
};
const view = {
  participants: [{key: 'temi', name: 'Temi Adeyemi', role: 'parent', relationship: 'Jory’s mum'}],
  sections: {
    A: [
      {id: 'child', type: 'statement', ownedBy: 'jory', typedBy: 'esme', mode: 'verbatim', readBack: true},
      {id: 'mine', type: 'statement', ownedBy: 'temi', typedBy: 'temi', mode: 'written'},
      {id: 'dads', type: 'statement', ownedBy: 'callum', typedBy: 'marcus'},
    ],
    B: [{id: 'need', type: 'need', ownedBy: 'esme', typedBy: 'esme'}],
  },
};
const own = readOwnership(view, facts);
const may = (root: 'section:A' | 'section:B', id: string | null, made: readonly string[] = []) =>
  mayWriteItem(
    facts,
    root,
    own,
    new Set(made),
    id as ItemId | null,
    root === 'section:A' ? 'statement' : 'need',
  );

test('a mother may write her own words and not those of her child or of his father', () => {
  assert.equal(may('section:A', 'mine'), true);
  assert.equal(may('section:A', 'child'), false);
  assert.equal(may('section:A', 'dads'), false);
});

test('a new item, and one that she made on this page, are hers', () => {
  assert.equal(may('section:A', null), true);
  assert.equal(may('section:A', 'unknown'), false);
  assert.equal(may('section:A', 'unknown', ['unknown']), true);
});

test('in a part that is open to her she may write what others began', () => {
  assert.equal(may('section:B', 'need'), true);
  assert.equal(may('section:B', 'written since'), true);
});

test('a view that names nobody like her owns nothing', () => {
  assert.equal(readOwnership({...view, participants: []}, facts).size, 0);
});
