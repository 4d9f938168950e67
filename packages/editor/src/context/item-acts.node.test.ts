import assert from 'node:assert/strict';
import test from 'node:test';
import type {ItemId} from '@goldthread/schema';
import {joryPeople, type JoryKey} from '../testing/jory-people.ts';
import type {PlanFacts} from '../sync/plan-facts.ts';
import {itemActs} from './item-acts.ts';

function mayHide(key: JoryKey, id: string | null, own: readonly string[] = []): boolean {
  const people = joryPeople(key);
  const me = people.find(person => person.isMe);
  const facts = {me, people, ownItems: own} as unknown as PlanFacts;
  return itemActs(facts).mayHide(id as ItemId | null);
}

test('a professional may decide about any item, and a gran about none', () => {
  for (const key of ['bronagh', 'esme', 'wren', 'anita'] as const) {
    assert.equal(mayHide(key, 'any'), true, key);
    assert.equal(mayHide(key, null), true, key);
  }
  assert.equal(mayHide('folasade', 'any', ['any']), false);
});

test('a parent and a child may decide about their own items alone', () => {
  for (const key of ['temi', 'jory'] as const) {
    assert.equal(mayHide(key, 'mine', ['mine']), true, key);
    assert.equal(mayHide(key, 'theirs', ['mine']), false, key);
  }
});
