import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {fromPlanJson, renumber, toPlanJson, type Plan} from '@goldthread/schema/json';
import {TestServer, personId, smallPlan, type ImportedForTest} from '../testing/index.ts';

async function viewOf(
  server: TestServer,
  plan: ImportedForTest,
  key: string,
  confirmed = true,
): Promise<string> {
  const {headers} = await server.signIn(plan.planId, personId(plan, key), confirmed);
  const answer = await server.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers});
  assert.equal(answer.statusCode, 200);
  return answer.body;
}

function parsed(body: string): Plan {
  const plan = fromPlanJson(JSON.parse(body));
  assert.ok(plan.ok, plan.ok ? '' : JSON.stringify(plan.error));
  return plan.value;
}

test('what is not open to everyone is in nobody’s view, not even as a link, a position or a count', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  assert.deepEqual([...plan.notImported].sort(), ['T6']);
  assert.deepEqual(plan.items.map(one => one.ref).sort(), ['A1', 'B1', 'B2', 'F1', 'T1']);
  for (const key of ['callum', 'esme', 'anita']) {
    const body = await viewOf(server, plan, key);
    assert.doesNotMatch(body, /bell rings|big voice|"(B2|T6)"/);
    const view = parsed(body);
    assert.equal(view.sections.B?.length, 1);
    assert.equal(view.sections.F?.[0]?.links?.length, 1);
  }
});

test('words for which the file names no reader are stored nowhere', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {planId} = await server.importPlan(smallPlan());
  const {storage} = server.server.http;
  // The id came from this server's own answer.
  const id = planId as PlanId;
  const documents = await Promise.all(
    (await storage.compartments(id)).map(async one => {
      const stored = await storage.loadDocument(one.id);
      return [stored?.snapshot, ...(stored?.tail ?? [])].map(row =>
        Buffer.from(row?.bytes ?? []).toString('latin1'),
      );
    }),
  );
  const records = [await storage.plan(id), await storage.withholdings(id), await storage.audit(id)];
  const everything = JSON.stringify([documents, records]);
  assert.ok(everything.includes('red train'), 'open words are found, so the search works');
  assert.ok(!everything.includes('big voice'));
});

test('a person hidden from the reader is in no list, is nobody’s author and took no position', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const father = await viewOf(server, plan, 'callum');
  assert.doesNotMatch(father, /[Dd]elphine|refuge/);
  const mother = await viewOf(server, plan, 'temi');
  assert.match(mother, /"typedBy":"delphine"/);
  assert.equal(parsed(mother).positions?.length, 3);
  assert.equal(parsed(father).positions?.length, 1);
  const {headers} = await server.signIn(plan.planId, personId(plan, 'callum'));
  const people = await server.send({method: 'GET', url: `/api/plans/${plan.planId}/people`, headers});
  assert.doesNotMatch(people.body, /[Dd]elphine|refuge/);
});

test('the father’s view is what it would be had the hidden person never been on the plan', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const without = smallPlan();
  const isOther = (one: unknown): boolean => !JSON.stringify(one).includes('delphine');
  without['participants'] = (without['participants'] as unknown[]).filter(isOther);
  without['positions'] = (without['positions'] as unknown[]).filter(isOther);
  const sections = without['sections'] as {B: Record<string, unknown>[]};
  for (const item of sections.B) if (item['typedBy'] === 'delphine') delete item['typedBy'];
  const shown = async (file: object) => {
    const plan = await server.importPlan(file);
    return toPlanJson(renumber(parsed(await viewOf(server, plan, 'callum'))));
  };
  assert.deepEqual(await shown(smallPlan()), await shown(without));
});

test('what a reader exports and imports again is that reader’s own view, but for ids', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const first = parsed(await viewOf(server, plan, 'temi'));
  const again = await server.importPlan(JSON.parse(JSON.stringify(toPlanJson(first))));
  const second = parsed(await viewOf(server, again, 'temi'));
  assert.deepEqual(toPlanJson(renumber(second)), toPlanJson(renumber(first)));
});

test('nothing in a view is a number that counts, and no id of the file comes back', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const view = parsed(await viewOf(server, plan, 'esme'));
  const ids = Object.values(view.sections).flatMap(items => (items ?? []).map(item => item.id));
  assert.ok(ids.length >= 3);
  for (const id of ids) assert.match(id, /^[A-Za-z0-9_-]{22}$/);
});
