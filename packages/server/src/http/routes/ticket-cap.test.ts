import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../../testing/index.ts';

interface Compartment {
  readonly id: string;
  readonly kind: string;
}

/** Two sessions of the father, each of which may hold two tickets for a document, on a plan with or without a private note. */
async function stand(t: test.TestContext, isSealed: boolean) {
  const server = await TestServer.start({environment: {GOLDTHREAD_TICKETS_PER_SESSION: '2'}});
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const url = `/api/plans/${plan.planId}`;
  const signIn = async (key: string) => (await server.signIn(plan.planId, personId(plan, key))).headers;
  const [father, again, worker] = [await signIn('callum'), await signIn('callum'), await signIn('bronagh')];
  type Headers = typeof father;
  const documents = async (headers: Headers) =>
    (await server.send({method: 'GET', url: `${url}/compartments`, headers})).json<Compartment[]>();
  const ask = async (headers: Headers, compartmentId: string) => {
    const payload = {compartmentId};
    return await server.send({method: 'POST', url: `${url}/tickets`, headers, payload});
  };
  if (isSealed) {
    const payload = {
      draft: {root: 'sos:worries', type: 'harm', text: 'He waited at the gate.'},
      hiddenFrom: [personId(plan, 'callum')],
      reasonCode: 'risk_harm',
      legalGround: 'Serious harm.',
    };
    await server.send({method: 'POST', url: `${url}/withholdings`, headers: worker, payload});
    const note = (await documents(worker)).find(({kind}) => kind === 'withheld');
    for (const status of [201, 201, 429])
      assert.equal((await ask(worker, note?.id ?? '')).statusCode, status);
  }
  const idOf = async (kind: string) => (await documents(father)).find(one => one.kind === kind)?.id ?? '';
  return {ask, father, again, shared: await idOf('shared'), voice: await idOf('voice')};
}

for (const isSealed of [false, true]) {
  test(`a session opens one document so often and no more, ${isSealed ? 'whatever is kept from it' : 'with nothing kept from it'}`, async t => {
    const {ask, father, again, shared, voice} = await stand(t, isSealed);
    const tickets = [await ask(father, shared), await ask(father, shared)];
    assert.deepEqual(
      tickets.map(({statusCode}) => statusCode),
      [201, 201],
    );
    const refused = await ask(father, shared);
    assert.equal(refused.statusCode, 429);
    assert.equal(
      refused.body,
      '{"error":{"code":"TOO_MANY_TICKETS","message":"This was opened too often since you signed in. Sign out, then open a new link."}}',
    );
    assert.equal((await ask(father, voice)).statusCode, 201);
    assert.equal((await ask(again, shared)).statusCode, 201);
    assert.equal((await ask(father, 'x'.repeat(22))).statusCode, 404);
  });
}
