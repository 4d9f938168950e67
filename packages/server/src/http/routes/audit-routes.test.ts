import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {
  ADMIN,
  TestServer,
  personId,
  smallPlan,
  type ImportedForTest,
  type SignedInPerson,
} from '../../testing/index.ts';

interface Entry {
  readonly at: string;
  readonly actor: {readonly name: string} | null;
  readonly action: string;
  readonly subject: {readonly name: string} | null;
  readonly detail: Readonly<Record<string, string>>;
}

async function withPlan(t: {after: (stop: () => Promise<void>) => void}) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  return {server, plan: await server.importPlan(smallPlan())};
}

async function auditOf(server: TestServer, {planId}: ImportedForTest, {headers}: SignedInPerson, query = '') {
  const url = `/api/plans/${planId}/audit${query}`;
  return await server.send({method: 'GET', url, headers});
}

async function entriesOf(server: TestServer, plan: ImportedForTest, person: SignedInPerson) {
  return (await auditOf(server, plan, person)).json<{entries: Entry[]}>().entries;
}

const told = ({actor, action, subject, detail}: Entry): string =>
  [actor?.name ?? 'administrator', action, subject?.name, JSON.stringify(detail)].join(' ');

test('inviting, signing in, reading, exporting, changing access and stage are noted as they happen', async t => {
  const {server, plan} = await withPlan(t);
  const esme = await server.signIn(plan.planId, personId(plan, 'esme'));
  const base = `/api/plans/${plan.planId}`;
  const send = async (method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
    (await server.send({method, url: base + path, headers: esme.headers, ...(payload && {payload})}))
      .statusCode;
  const callum = personId(plan, 'callum');
  assert.equal(await send('GET', ''), 200);
  assert.equal(await send('GET', ''), 200);
  assert.equal(await send('GET', '/export?format=json'), 200);
  assert.equal(await send('POST', '/invites', {participantId: callum}), 201);
  assert.equal(await send('PATCH', `/participants/${callum}`, {accessEnds: '2099-01-01T00:00:00Z'}), 200);
  assert.equal(await send('PATCH', `/participants/${callum}`, {accessEnds: null}), 202);
  assert.equal(await send('PATCH', '/sections/section:B', {openForCoWriting: false}), 200);
  assert.equal(await send('PATCH', '', {stage: 'draftServed'}), 200);
  const anita = await server.signIn(plan.planId, personId(plan, 'anita'));
  const approve = {method: 'POST', url: `${base}/participants/${callum}/approve`} as const;
  assert.equal((await server.send({...approve, headers: anita.headers})).statusCode, 200);
  assert.deepEqual((await entriesOf(server, plan, esme)).map(told).reverse(), [
    'administrator invited Esme Farrow {"confirmed":"true"}',
    'Esme Farrow signedIn  {"device":"shared","confirmed":"true"}',
    'Esme Farrow read  {"part":"shared"}',
    'Esme Farrow read  {"part":"voice"}',
    'Esme Farrow exported  {"part":"shared","format":"json"}',
    'Esme Farrow exported  {"part":"voice","format":"json"}',
    'Esme Farrow invited Callum Penhale {"confirmed":"false"}',
    'Esme Farrow accessChanged Callum Penhale {"how":"narrowed","accessEnds":"2099-01-01T00:00:00.000Z"}',
    'Esme Farrow accessChanged Callum Penhale {"how":"asked","accessEnds":"never"}',
    'Esme Farrow accessChanged  {"root":"section:B","openForCoWriting":"false"}',
    'Esme Farrow stageChanged  {"from":"assessment","to":"draftServed"}',
    'administrator invited Anita Dray {"confirmed":"true"}',
    'Anita Dray signedIn  {"device":"shared","confirmed":"true"}',
    'Anita Dray accessChanged Callum Penhale {"how":"approved","accessEnds":"never"}',
  ]);
});

test('opening a document is noted once for each session, whether by ticket or by reading the plan', async t => {
  const {server, plan} = await withPlan(t);
  const temi = await server.signIn(plan.planId, personId(plan, 'temi'));
  const again = await server.signIn(plan.planId, personId(plan, 'temi'));
  const [shared] = await server.server.http.storage.compartments(plan.planId as PlanId);
  for (const {headers} of [temi, temi, again]) {
    const url = `/api/plans/${plan.planId}/tickets`;
    const payload = {compartmentId: shared?.id};
    assert.equal((await server.send({method: 'POST', url, headers, payload})).statusCode, 201);
    await server.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers});
  }
  const reads = (await entriesOf(server, plan, temi)).filter(({action}) => action === 'read');
  assert.deepEqual(reads.map(({detail}) => detail['part']).sort(), [
    'shared',
    'shared',
    'voice',
    'voice',
    'withheld',
    'withheld',
  ]);
});

test('a copy is the reader’s own view, to be kept as a file, and only in a format that there is', async t => {
  const {server, plan} = await withPlan(t);
  const {headers} = await server.signIn(plan.planId, personId(plan, 'callum'));
  const get = async (path: string) =>
    await server.send({method: 'GET', url: `/api/plans/${plan.planId}${path}`, headers});
  const copy = await get('/export?format=json');
  assert.equal(copy.body, (await get('')).body);
  assert.equal(copy.headers['content-disposition'], 'attachment; filename="plan.json"');
  for (const wrong of ['', '?format=docx', '?format=json&all=1'])
    assert.equal((await get(`/export${wrong}`)).statusCode, 400);
});

test('pages follow each other without a gap or a repetition, and a wrong page is refused', async t => {
  const {server, plan} = await withPlan(t);
  const esme = await server.signIn(plan.planId, personId(plan, 'esme'));
  for (let round = 0; round < 9; round += 1) {
    server.pass(60_000 * (round % 2));
    await server.send({method: 'GET', url: `/api/plans/${plan.planId}/export?format=json`, ...esme});
  }
  const all = await entriesOf(server, plan, await server.signIn(plan.planId, personId(plan, 'esme')));
  const reader = await server.signIn(plan.planId, personId(plan, 'marcus'));
  const paged: Entry[] = [];
  for (let before = ''; ;) {
    const page = (await auditOf(server, plan, reader, `?limit=2${before}`)).json<{entries: Entry[]}>()
      .entries;
    const last = page.at(-1);
    if (last === undefined) break;
    paged.push(...page);
    before = `&before=${last.at}`;
  }
  assert.ok(paged.length > 12);
  assert.deepEqual(paged.slice(2), all);
  for (const wrong of ['?limit=0', '?limit=999', '?before=yesterday', '?number=3']) {
    assert.equal((await auditOf(server, plan, reader, wrong)).statusCode, 400, wrong);
  }
});

test('the administrator and strangers have no audit to read', async t => {
  const {server, plan} = await withPlan(t);
  const url = `/api/plans/${plan.planId}/audit`;
  assert.equal((await server.send({method: 'GET', url, headers: ADMIN})).statusCode, 404);
  assert.equal((await server.send({method: 'GET', url})).statusCode, 401);
});
