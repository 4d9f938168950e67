import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan, type SignedInPerson} from '../../testing/index.ts';

type Headers = SignedInPerson['headers'];

interface List {
  readonly withholdings: readonly {
    readonly personId: string | null;
    readonly hiddenFrom: unknown;
    readonly mayApprove: boolean;
  }[];
  readonly marks: readonly unknown[];
}

/** A plan on which the social worker has withheld one item from the father, who is told that there is something. */
async function stand(t: {after(task: () => Promise<void>): void}) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const url = `/api/plans/${plan.planId}`;
  const id = (key: string) => personId(plan, key);
  const signIn = async (key: string, confirmed?: boolean) =>
    (await server.signIn(plan.planId, id(key), confirmed)).headers;
  const payload = {
    draft: {root: 'sos:worries', type: 'harm', text: 'He waited at the gate.'},
    hiddenFrom: [{id: id('callum'), class: 'marked'}],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  };
  const headers = await signIn('bronagh');
  const made = await server.send({method: 'POST', url: `${url}/withholdings`, headers, payload});
  assert.equal(made.statusCode, 201, made.body);
  return {
    signIn,
    list: async (as: Headers): Promise<List> =>
      (await server.send({method: 'GET', url: `${url}/withholdings`, headers: as})).json<List>(),
    async room(as: Headers, keys: readonly string[], others = false): Promise<Headers> {
      const body = {present: keys.map(id), others};
      const answer = await server.send({method: 'POST', url: `${url}/room`, headers: as, payload: body});
      return {authorization: `Bearer ${answer.json<{sessionToken: string}>().sessionToken}`};
    },
  };
}

const NOTHING: List = {withholdings: [], marks: []};

test('a room sees the decisions that everybody in it may know, and decides nothing', async t => {
  const {signIn, list, room} = await stand(t);
  const esme = await signIn('esme');
  const own = (await list(esme)).withholdings.find(({personId}) => personId === null);
  const [shown] = (await list(await room(esme, ['bronagh', 'temi']))).withholdings;
  assert.equal(own?.mayApprove, true);
  assert.deepEqual([shown?.hiddenFrom, shown?.mayApprove], [own.hiddenFrom, false]);
});

test('a room with somebody who may not know of a decision shows neither it nor a mark of it', async t => {
  const {signIn, list, room} = await stand(t);
  const esme = await signIn('esme');
  assert.deepEqual(await list(await room(esme, ['bronagh', 'callum'])), NOTHING);
  assert.deepEqual(await list(await room(esme, ['bronagh'], true)), NOTHING);
});

test('a session that nobody confirmed shows neither decisions nor marks', async t => {
  const {signIn, list} = await stand(t);
  assert.equal((await list(await signIn('callum'))).marks.length, 1);
  assert.deepEqual(await list(await signIn('callum', false)), NOTHING);
  assert.deepEqual(await list(await signIn('bronagh', false)), NOTHING);
});
