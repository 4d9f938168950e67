import assert from 'node:assert/strict';
import test from 'node:test';
import type {ItemId} from '@goldthread/schema';
import {joryPeople, type JoryKey} from '../testing/jory-people.ts';
import type {PlanFacts} from '../sync/plan-facts.ts';
import {itemActs, type ItemActs} from './item-acts.ts';

function actsOf(key: JoryKey, own: readonly string[] = []): ItemActs {
  const people = joryPeople(key);
  const me = people.find(person => person.isMe);
  return itemActs({me, people, ownItems: own} as unknown as PlanFacts);
}

const ANY = 'any' as ItemId;
const MINE = 'mine' as ItemId;

test('a professional may decide about any item and add a note anywhere, a gran about none and nowhere', () => {
  for (const key of ['bronagh', 'esme', 'wren', 'anita'] as const) {
    assert.equal(actsOf(key).mayHide(ANY), true, key);
    assert.equal(actsOf(key).mayAddNote(false), true, key);
  }
  assert.equal(actsOf('folasade', [MINE]).mayHide(MINE), false);
  assert.equal(actsOf('folasade').mayAddNote(true), false);
});

test('a parent and a child may decide about their own items alone, and add a note where they write', () => {
  for (const key of ['temi', 'jory'] as const) {
    assert.equal(actsOf(key, [MINE]).mayHide(MINE), true, key);
    assert.equal(actsOf(key, [MINE]).mayHide(ANY), false, key);
    assert.deepEqual([actsOf(key).mayAddNote(true), actsOf(key).mayAddNote(false)], [true, false]);
  }
});
