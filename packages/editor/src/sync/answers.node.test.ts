import assert from 'node:assert/strict';
import test from 'node:test';
import {newId, type CompartmentId, type ItemId, type ParticipantId, type PlanId} from '@goldthread/schema';
import {readCompartments, readFacts, readSession, readTicket} from './answers.ts';
import {readKeptPlan, writeKeptPlan} from './kept-plan.ts';

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(3);
const planId = newId<PlanId>(bytes);
const id = newId<ParticipantId>(bytes);
const compartment = newId<CompartmentId>(bytes);
const item = newId<ItemId>(bytes);
const me = {id, name: 'Temi', relationship: 'mum', role: 'parent', lead: false, isMe: true};
const people = {
  people: [me],
  child: {calledName: 'Jory'},
  stage: 'assessment',
  planType: 'ehcp',
  safety: 'earlyHelp',
};

test('an answer that isn’t what was asked for is no answer', () => {
  for (const body of [null, 'x', 1, [], {}, {people: [{...me, isMe: false}]}, {...people, stage: 'x'}]) {
    assert.equal(readFacts(planId, body, null), null);
    assert.equal(readSession(body), null);
    assert.equal(readTicket(body), null);
  }
});

test('compartments that can’t be read, or that give no access, are left out', () => {
  const good = {id: compartment, kind: 'shared', access: 'write'};
  assert.deepEqual(readCompartments([good, {...good, kind: 'other'}, {...good, access: 'none'}, {id: 'x'}]), [
    {id: compartment, kind: 'shared'},
  ]);
});

test('what the child calls the houses is kept with the plan', () => {
  const houses = {'house:good': 'Train station'};
  const facts = readFacts(planId, {...people, child: {calledName: 'Jory', houses}}, null);
  assert.ok(facts);
  const kept: unknown = JSON.parse(JSON.stringify(writeKeptPlan({facts, compartments: []})));
  assert.deepEqual(readKeptPlan(planId, kept)?.facts.houses, houses);
});

test('a kept plan is read back as it was, without what is withheld', () => {
  const facts = readFacts(planId, people, {items: [item, 'no id', 1]});
  assert.deepEqual([facts?.ownItems, facts?.safety], [[item], 'earlyHelp']);
  assert.ok(facts);
  const compartments = [
    {id: compartment, kind: 'shared'},
    {id: compartment, kind: 'withheld'},
  ] as const;
  const kept: unknown = JSON.parse(JSON.stringify(writeKeptPlan({facts, compartments})));
  assert.deepEqual(readKeptPlan(planId, kept), {facts, compartments: [{id: compartment, kind: 'shared'}]});
  assert.equal(readKeptPlan(planId, null), null);
  assert.deepEqual(readKeptPlan(planId, {people, compartments: []})?.facts.ownItems, []);
});
