import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ADMIN,
  TestServer,
  personId,
  smallPlan,
  type SignedInPerson,
} from '../../packages/server/src/testing/index.ts';
import {waitFor} from '../harness/wait-for.ts';
import {WireClient} from '../harness/wire-client.ts';

interface Stand {
  readonly server: TestServer;
  readonly planId: string;
  person(key: string): Promise<SignedInPerson>;
  /** Opens the shared document as a signed-in person. */
  open(person: SignedInPerson): Promise<WireClient>;
}

async function stand(t: test.TestContext): Promise<Stand> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const address = await server.server.listen();
  const plan = await server.importPlan(smallPlan());
  return {
    server,
    planId: plan.planId,
    person: async key => await server.signIn(plan.planId, personId(plan, key)),
    async open({headers}) {
      const base = `/api/plans/${plan.planId}`;
      const list = await server.send({method: 'GET', url: `${base}/compartments`, headers});
      const shared = list.json<{id: string; kind: string}[]>().find(one => one.kind === 'shared');
      const payload = {compartmentId: shared?.id};
      const issued = await server.send({method: 'POST', url: `${base}/tickets`, headers, payload});
      const {ticket, cid, path} = issued.json<{ticket: string; cid: number; path: string}>();
      const url = `${address.replace('http', 'ws')}${path}?ticket=${ticket}&cid=${cid}`;
      const client = new WireClient({url, cid});
      await waitFor(
        'the document is there',
        () => client.isSynced || client.closeCode !== null || client.httpStatus !== null,
      );
      return client;
    },
  };
}

test('a ticket opens the document that its holder may write', async t => {
  const {person, open} = await stand(t);
  const client = await open(await person('esme'));
  assert.equal(client.isSynced, true);
  assert.match(client.doc.getXmlFragment('section:B').toJSON(), /three key words/);
  const hello = client.messages.find(one => one.kind === 'hello');
  assert.ok(hello?.kind === 'hello' && hello.writableRoots.includes('section:B'));
});

test('signing out closes that session’s sockets as signed out, and no other', async t => {
  const {server, person, open} = await stand(t);
  const first = await person('temi');
  const [leaving, staying] = [await open(first), await open(await person('temi'))];
  await server.send({method: 'DELETE', url: '/api/session', headers: first.headers});
  await waitFor('the socket is closed', () => leaving.closeCode !== null);
  assert.equal(leaving.closeCode, 4401);
  assert.equal(staying.closeCode, null);
});

test('ending somebody’s access closes their sockets, and their ticket opens no more', async t => {
  const {server, planId, person, open} = await stand(t);
  const callum = await person('callum');
  const client = await open(callum);
  const url = `/api/plans/${planId}/participants/${callum.participantId}`;
  await server.send({method: 'PATCH', url, headers: ADMIN, payload: {accessEnds: '2020-01-01T00:00:00Z'}});
  await waitFor('the socket is closed', () => client.closeCode !== null);
  assert.equal(client.closeCode, 4403);
});

test('closing a section for the family takes it out of what a parent may write, on the open socket', async t => {
  const {server, planId, person, open} = await stand(t);
  const client = await open(await person('temi'));
  const esme = await person('esme');
  const url = `/api/plans/${planId}/sections/section:B`;
  await server.send({method: 'PATCH', url, headers: esme.headers, payload: {openForCoWriting: false}});
  await waitFor('new rights come', () => client.messages.some(one => one.kind === 'rights'));
  const rights = client.messages.findLast(one => one.kind === 'rights');
  assert.ok(rights?.kind === 'rights' && !rights.writableRoots.includes('section:B'));
});

test('an upgrade anywhere but at /sync is cut off', async t => {
  const {server} = await stand(t);
  const address = server.server.http.publicUrl().replace('http', 'ws');
  const client = new WireClient({url: `${address}/api/plans`, cid: 1});
  await waitFor('the socket is closed', () => client.closeCode !== null);
  assert.equal(client.closeCode, 1006);
});

test('what was imported and who was invited is there when the server starts again on the same folder', async t => {
  const first = await TestServer.start();
  t.after(() => first.stop());
  const plan = await first.importPlan(smallPlan());
  const {headers} = await first.signIn(plan.planId, personId(plan, 'temi'));
  const before = await first.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers});
  await first.server.close();
  const second = await TestServer.start({folder: first.folder});
  t.after(() => second.stop());
  const after = await second.send({method: 'GET', url: `/api/plans/${plan.planId}`, headers});
  assert.equal(after.statusCode, 200);
  assert.equal(after.body, before.body);
});
