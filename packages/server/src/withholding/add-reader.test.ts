import assert from 'node:assert/strict';
import test from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {readRoot} from '@goldthread/schema/ydoc';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

const CAR = 'A green car waited at the gate for an hour on Tuesday.';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: Record<string, unknown>;
  readonly cleared: readonly string[];
}

/** A plan on which the social worker keeps one note for herself, her manager and the lead. */
async function stand(t: test.TestContext, text = CAR) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: 'GET' | 'POST', path: string, payload?: object): Promise<Answer> => {
    const {headers} = await server.signIn(plan.planId, id(key));
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    const body = answer.json<Record<string, unknown>>();
    const error = body['error'] as {code: string; findings?: {key: string}[]} | undefined;
    const cleared = (error?.findings ?? []).map(one => one.key);
    return {status: answer.statusCode, code: error?.code ?? '', body, cleared};
  };
  const withhold = (audience: readonly string[], words: string) =>
    as('bronagh', 'POST', '/withholdings', {
      ...{hiddenFrom: [id('callum')], reasonCode: 'risk_harm', legalGround: 'Serious harm.'},
      ...{draft: {root: 'sos:worries', type: 'note', text: words}, audience: audience.map(id)},
    });
  const {body} = await withhold(['bronagh', 'anita', 'esme'], text);
  const path = `/withholdings/${String(body['withholdingId'])}/readers`;
  const add = (key: string, reader: string, more: object = {}) =>
    as(key, 'POST', path, {readerId: id(reader), ...more});
  const {storage, sync} = server.server.http;
  /** The words of the withheld documents that somebody receives. */
  const received = async (key: string): Promise<string> => {
    const answer = await as(key, 'GET', '/compartments');
    const mine = answer.body as unknown as {id: CompartmentId; kind: string}[];
    const roots = mine
      .filter(({kind}) => kind === 'withheld')
      .map(one => sync.withDocument(one.id, doc => readRoot(doc.getXmlFragment('items'))));
    return JSON.stringify(await Promise.all(roots));
  };
  const audit = () => storage.audit(plan.planId as PlanId);
  return {server, id, as, add, withhold, received, audit, old: body['compartmentId']};
}

test('somebody more reads what is withheld once a second person agrees, and not before', async t => {
  const {add, received, id, as} = await stand(t);
  const asked = await add('bronagh', 'temi');
  assert.deepEqual([asked.status, asked.body['readerAsked']], [200, id('temi')], JSON.stringify(asked.body));
  assert.doesNotMatch(await received('temi'), /green car/);
  const list = (await as('anita', 'GET', '/withholdings')).body['withholdings'] as Record<string, unknown>[];
  const seen = list.find(one => one['id'] === asked.body['id']);
  assert.deepEqual([seen?.['readerAsked'], seen?.['mayAddReader']], [id('temi'), true]);
  const added = await add('anita', 'temi');
  assert.deepEqual([added.status, added.body['readerAsked']], [200, null], JSON.stringify(added.body));
  assert.match(await received('temi'), /green car/);
  assert.match(await received('bronagh'), /green car/);
  assert.doesNotMatch(await received('callum'), /green car/);
  assert.ok((added.body['audience'] as string[]).includes(id('temi')));
});

test('whoever asked doesn’t agree to it too, and nobody agrees to a reader for whom nobody asked', async t => {
  const {add, received} = await stand(t);
  await add('bronagh', 'temi');
  const again = await add('bronagh', 'temi');
  assert.deepEqual([again.status, again.code], [409, 'MAY_NOT_RELEASE']);
  const other = await add('anita', 'marcus');
  assert.equal(other.status, 200);
  assert.doesNotMatch(await received('marcus'), /green car/);
});

test('somebody from whom it is kept, who reads it already or isn’t on the plan is refused', async t => {
  const {add, as, id} = await stand(t);
  assert.equal((await add('bronagh', 'callum')).code, 'NAMED_TWICE');
  assert.equal((await add('bronagh', 'esme')).code, 'NAMED_TWICE');
  const asked = await add('bronagh', 'marcus');
  const path = `/withholdings/${String(asked.body['id'])}/readers`;
  assert.equal((await as('bronagh', 'POST', path, {readerId: 'x'.repeat(22)})).code, 'NOT_ON_PLAN');
  const outside = await as('temi', 'POST', path, {readerId: id('temi')});
  assert.equal(outside.status, 404, 'who doesn’t read it can’t ask for it');
});

test('E06: what the words could tell the new reader is cleared by name first', async t => {
  const {add, received} = await stand(t, 'He rang 07700 900123 and asked for her.');
  await add('bronagh', 'temi');
  const stopped = await add('anita', 'temi');
  assert.deepEqual([stopped.code, stopped.cleared.length], ['DISCLOSURE', 1]);
  assert.doesNotMatch(await received('temi'), /07700/);
  assert.equal((await add('anita', 'temi', {cleared: stopped.cleared})).status, 200);
  assert.match(await received('temi'), /07700/);
});

test('E08: words that also stand in another private note don’t reach its outsiders unless somebody says why', async t => {
  const {add, withhold, received, audit} = await stand(t);
  const other = await withhold(['bronagh', 'anita'], CAR);
  assert.equal(other.status, 201);
  await add('bronagh', 'temi');
  assert.equal((await add('anita', 'temi')).code, 'COPIED_WORDS');
  assert.doesNotMatch(await received('temi'), /green car/);
  assert.equal((await add('anita', 'temi', {copyReason: 'needed'})).status, 200);
  assert.match(await received('temi'), /green car/);
  const copied = (await audit()).find(({action}) => action === 'copied');
  assert.deepEqual(copied?.detail, {root: 'sos:worries', reason: 'needed', words: '12'});
});

test('the audit names who asked, who agreed and for whom, to the readers alone', async t => {
  const {add, audit, id, as, old} = await stand(t);
  await add('bronagh', 'temi');
  await add('anita', 'temi');
  const done = (await audit()).filter(({action}) => action === 'readerAsked' || action === 'readerAdded');
  assert.deepEqual(
    done.map(({action, actor, subject}) => [action, actor, subject]),
    [
      ['readerAdded', id('anita'), id('temi')],
      ['readerAsked', id('bronagh'), id('temi')],
    ],
  );
  assert.equal(done[1]?.compartmentId, old);
  const callums = JSON.stringify((await as('callum', 'GET', '/audit')).body);
  assert.doesNotMatch(callums, /readerA/);
});

test('a note that one person more reads is still no part of the plan: opening it to everybody is refused as before', async t => {
  const {add, as} = await stand(t);
  await add('bronagh', 'temi');
  const added = await add('anita', 'temi');
  const path = `/withholdings/${String(added.body['id'])}/release`;
  assert.equal((await as('bronagh', 'POST', path, {})).status, 200);
  const opened = await as('anita', 'POST', path, {});
  assert.deepEqual([opened.status, opened.code], [409, 'NOTE_STAYS']);
});
