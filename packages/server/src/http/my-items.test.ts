import assert from 'node:assert/strict';
import test from 'node:test';
import {ADMIN, TestServer, personId, smallPlan, type ImportedForTest} from '../testing/index.ts';
import {myItems} from './my-items.ts';

type Fields = Record<string, unknown>;

/** The answer's bytes for one person, and which items of the plan file it names. */
async function ownOf(server: TestServer, plan: ImportedForTest, key: string) {
  const {headers} = await server.signIn(plan.planId, personId(plan, key));
  const answer = await server.send({method: 'GET', url: `/api/plans/${plan.planId}/my-items`, headers});
  assert.equal(answer.statusCode, 200);
  const refs = new Map(plan.items.map(({id, ref}) => [id, ref]));
  const named = answer.json<{items: string[]}>().items.map(id => refs.get(id) ?? `unknown ${id}`);
  return named.sort();
}

async function stand(t: {after(task: () => Promise<void>): void}, file: Fields = smallPlan()) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(file);
  return {server, plan, own: (key: string) => ownOf(server, plan, key)};
}

function withStatements(...statements: readonly Fields[]): Fields {
  const file = smallPlan();
  const sections = file['sections'] as Record<string, Fields[]>;
  sections['A']?.push(...statements);
  return file;
}

const moment = (id: string, ownedBy: string, more: Fields = {}): Fields => ({
  id,
  type: 'statement',
  text: `words ${id}`,
  ownedBy,
  ...more,
});

test('the words of a child are the child’s and, until they are read back, of whoever typed them', async t => {
  const readBack = moment('A9', 'jory', {mode: 'verbatim', typedBy: 'esme', readBack: true});
  const {own} = await stand(t, withStatements(readBack));
  assert.deepEqual(await own('jory'), ['A1', 'A9', 'T1']);
  assert.deepEqual(await own('esme'), ['A1']);
  assert.deepEqual(await own('temi'), []);
});

test('what may be written whoever it belongs to is not in the answer', async t => {
  const file = smallPlan();
  const sections = file['sections'] as Record<string, Fields[]>;
  for (const need of sections['B'] ?? []) need['ownedBy'] = 'temi';
  const {own} = await stand(t, file);
  assert.deepEqual(await own('temi'), []);
});

test('two people with the same name, role and relationship each receive their own items only', async t => {
  const file = withStatements(moment('A2', 'temi'), moment('A3', 'temiToo'));
  const people = file['participants'] as Fields[];
  const temi = people.find(one => one['key'] === 'temi');
  people.push({...temi, key: 'temiToo'});
  const {own} = await stand(t, file);
  assert.deepEqual(await own('temi'), ['A2']);
  assert.deepEqual(await own('temiToo'), ['A3']);
});

test('nothing that belongs to others changes the answer', async t => {
  const alone = await stand(t, withStatements(moment('A2', 'temi')));
  const theirs = [moment('A3', 'callum'), moment('A4', 'jory', {mode: 'verbatim', typedBy: 'delphine'})];
  const among = await stand(t, withStatements(...theirs, moment('A2', 'temi')));
  assert.deepEqual(await among.own('temi'), await alone.own('temi'));
});

test('when the plan is final nothing in section A is anybody’s to write', async t => {
  const {server, plan, own} = await stand(t, withStatements(moment('A2', 'temi')));
  for (const stage of ['draftServed', 'final']) {
    const url = `/api/plans/${plan.planId}`;
    const moved = await server.send({method: 'PATCH', url, headers: ADMIN, payload: {stage}});
    assert.equal(moved.statusCode, 200, moved.body);
  }
  assert.deepEqual(await own('temi'), []);
});

test('an own item among withheld words is in the answer for a confirmed session of its audience only', async t => {
  const {server, plan} = await stand(t, withStatements(moment('A2', 'temi')));
  const {storage, sessions} = server.server.http;
  const {token} = await server.signIn(plan.planId, personId(plan, 'temi'));
  const reader = await sessions.find(token);
  assert.ok(reader);
  const {planId} = reader.session;
  const record = await storage.plan(planId);
  const [shared] = await storage.compartments(planId);
  const own = (await storage.items(planId)).find(one => one.owner === reader.participant.id);
  assert.ok(record && shared && own);
  const id = 'W'.repeat(22) as typeof shared.id;
  const kept = {...own, id: 'H'.repeat(22) as typeof own.id, compartmentId: id};
  const ask = (audience: readonly (typeof reader.participant.id)[], isConfirmed: boolean) => {
    const withheld = {...shared, id, kind: 'withheld' as const, audience};
    return myItems({...reader, isConfirmed}, record, [shared, withheld], [kept, own]);
  };
  assert.deepEqual(ask([reader.participant.id], true), [kept.id, own.id]);
  assert.deepEqual(ask([reader.participant.id], false), [own.id]);
  assert.deepEqual(ask([], true), [own.id]);
});
