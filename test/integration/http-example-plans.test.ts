import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import test from 'node:test';
import {fromPlanJson, toPlanJson, type Plan, type PlanItem} from '@goldthread/schema/json';
import {TestServer, personId, type ImportedForTest} from '../../packages/server/src/testing/index.ts';

const {resolve} = createRequire(import.meta.url);

async function example(name: 'jory' | 'kez'): Promise<Plan> {
  const file: unknown = JSON.parse(
    await readFile(resolve(`@goldthread/schema/examples/${name}.json`), 'utf8'),
  );
  const plan = fromPlanJson(file);
  assert.ok(plan.ok, plan.ok ? '' : JSON.stringify(plan.error));
  return plan.value;
}

interface Stand {
  readonly file: Plan;
  readonly imported: ImportedForTest;
  readonly server: TestServer;
  viewOf(key: string): Promise<{body: string; view: Plan}>;
}

async function stand(t: test.TestContext, name: 'jory' | 'kez'): Promise<Stand> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const file = await example(name);
  const imported = await server.importPlan(JSON.parse(JSON.stringify(toPlanJson(file))));
  return {
    file,
    imported,
    server,
    async viewOf(key) {
      const {headers} = await server.signIn(imported.planId, personId(imported, key));
      const {body} = await server.send({method: 'GET', url: `/api/plans/${imported.planId}`, headers});
      const view = fromPlanJson(JSON.parse(body));
      assert.ok(view.ok, view.ok ? '' : JSON.stringify(view.error));
      return {body, view: view.value};
    },
  };
}

const houses = (plan: Plan): PlanItem[] => [
  ...(plan.threeHouses?.goodThings ?? []),
  ...(plan.threeHouses?.worries ?? []),
  ...(plan.threeHouses?.dreams ?? []),
];
const map = ({signsOfSafety: safety = {}}: Plan): PlanItem[] => [
  ...(safety.worries ?? []),
  ...(safety.working ?? []),
  ...(safety.network ?? []),
  ...(safety.next ?? []),
];
const statutory = (plan: Plan): PlanItem[] => Object.values(plan.sections).flatMap(items => items ?? []);
const textOf = (items: readonly PlanItem[]): string[] => items.map(item => JSON.stringify(item.text));

/** The names in the file of the items that somebody received. */
function refsIn(imported: ImportedForTest, items: readonly PlanItem[]): string[] {
  const refs = new Map(imported.items.map(({ref, id}) => [id, ref]));
  return items.map(item => refs.get(item.id) ?? `unknown ${item.id}`);
}

test('plan A: the father receives nine houses items and the statutory text that the mother receives', async t => {
  const {imported, file, viewOf} = await stand(t, 'jory');
  const father = await viewOf('callum');
  const mother = await viewOf('temi');
  const nine = ['J-T1', 'J-T2', 'J-T4', 'J-T5', 'J-T10', 'J-T11', 'J-T12', 'J-T13', 'J-T15'];
  assert.deepEqual(refsIn(imported, houses(father.view)), nine);
  assert.deepEqual(refsIn(imported, map(father.view)).sort(), ['J-DS1-F', 'J-DS2', 'J-SG1', 'J-SG2']);
  assert.deepEqual(textOf(statutory(father.view)), textOf(statutory(mother.view)));
  const open = statutory(file).filter(item => !imported.notImported.includes(item.id));
  assert.deepEqual(textOf(statutory(father.view)), textOf(open));
  assert.ok(open.length >= 60);
});

test('plan A: nothing that the father receives tells of the refuge, its worker, the man at school or the kept words', async t => {
  const {imported, server} = await stand(t, 'jory');
  const {headers} = await server.signIn(imported.planId, personId(imported, 'callum'));
  const paths = ['', '/people', '/my-items', '/compartments'];
  for (const path of paths) {
    const {body} = await server.send({method: 'GET', url: `/api/plans/${imported.planId}${path}`, headers});
    assert.doesNotMatch(
      body,
      /delphine|roe\b|refuge|harbour court|saltmere|ADDR-7Q|taxi|new surgery|friday group/i,
    );
    assert.doesNotMatch(body, /big voice|door bang|bed squeak|downstair|mum cry|pancake/i);
    assert.doesNotMatch(body, /goes home and gave|neighbour|999/i);
  }
});

test('plan A: only those who may know of her see the children’s worker among the people', async t => {
  const {viewOf} = await stand(t, 'jory');
  const keysSeenBy = async (key: string) => (await viewOf(key)).view.participants.map(one => String(one.key));
  assert.ok((await keysSeenBy('temi')).includes('delphine'));
  assert.ok(!(await keysSeenBy('callum')).includes('delphine'));
  assert.equal((await keysSeenBy('callum')).length, 13);
});

test('plan B: the mother receives four houses items and nothing of the kept ones, the grey car or the clinic', async t => {
  const {imported, viewOf} = await stand(t, 'kez');
  const mother = await viewOf('michelle');
  assert.deepEqual(refsIn(imported, houses(mother.view)), ['K-T1', 'K-T4', 'K-T7', 'K-T8']);
  assert.doesNotMatch(mother.body, /grey car|clinic|ADDR-4M|larch way|drinking/i);
  assert.ok(statutory(mother.view).length >= 50);
});

for (const name of ['jory', 'kez'] as const) {
  test(`${name}: every item of the file is either imported or named as not imported, and none is both`, async t => {
    const {file, imported} = await stand(t, name);
    const all = [...statutory(file), ...map(file), ...houses(file)].map(item => String(item.id)).sort();
    const told = [...imported.items.map(one => one.ref), ...imported.notImported].sort();
    assert.deepEqual(told, all);
    assert.ok(imported.items.length >= 100);
    assert.deepEqual(imported.notImported, []);
  });

  test(`${name}: every position stands beside an item that the reader receives`, async t => {
    const {viewOf, file} = await stand(t, name);
    const reader = name === 'jory' ? 'temi' : 'femi';
    const {view} = await viewOf(reader);
    const ids = new Set([...statutory(view), ...map(view), ...houses(view)].map(item => item.id));
    assert.ok((view.positions ?? []).length > 20);
    assert.ok((view.positions ?? []).length <= (file.positions ?? []).length);
    for (const {item} of view.positions ?? []) assert.ok(ids.has(item));
  });
}
