import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

const BEGIN = {
  ...{begins: true, parentAnswer: 'told', place: 'The blue room', present: ['Jory Penhale-Adeyemi']},
  limitsTold: 'If someone might get hurt I tell a safe grown-up.',
};

/** A session of the social worker's with one thing in it. */
async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: Method, path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()] as const;
  };
  const [, begun] = await as('bronagh', 'POST', '/sessions', BEGIN);
  const session = `/sessions/${String(begun['id'])}`;
  const said = {root: 'house:worries', text: 'bell too loud', mode: 'verbatim'};
  const [, made] = await as('bronagh', 'POST', `${session}/items`, said);
  const choose = (itemId: unknown, payload: object, key = 'bronagh') =>
    as(key, 'PUT', `${session}/items/${String(itemId)}/audience`, payload);
  const item = async (key = 'bronagh') => {
    const [, {sessions}] = await as(key, 'GET', '/sessions');
    return (sessions as {items: Record<string, unknown>[]}[])[0]?.items[0];
  };
  const reads = async (key: string) =>
    JSON.stringify((await as(key, 'GET', ''))[1]).includes('bell too loud');
  return {server, id, as, session, first: made['itemId'], choose, item, reads};
}

test('who may see something is written down as the child says it, also after it was read back', async t => {
  const {id, as, session, first, choose, item, reads} = await stand(t);
  await as('bronagh', 'PATCH', session, {readBack: 'With cards.', readBackAnswer: 'right'});
  const shareWith = [id('bronagh'), id('esme'), id('temi')];
  const [status, chosen] = await choose(first, {shareWith, notWith: [id('callum')], isShownByChild: true});
  assert.equal(status, 200, JSON.stringify(chosen));
  assert.deepEqual([await reads('temi'), await reads('callum')], [true, false]);
  const {id: itemId, readers, ...rest} = {...(await item())};
  assert.equal(itemId, chosen['itemId']);
  assert.deepEqual([...(readers as string[])].sort(), [...shareWith].sort());
  assert.deepEqual(rest, {
    root: 'house:worries',
    notWith: [id('callum')],
    isShownByChild: true,
    isAsked: true,
  });
  const both = {shareWith: [id('callum')], notWith: [id('callum')]};
  assert.equal((await choose(itemId, both))[1].error?.code, 'NAMED_TWICE');
  const [, again] = await choose(itemId, {shareWith: 'everyone'});
  assert.deepEqual([await reads('anita'), await reads('callum')], [true, false], 'but whom the child named');
  await choose(again['itemId'], {shareWith: [id('bronagh')]});
  assert.equal(await item('esme'), undefined, 'whoever reads it no more isn’t told of it');
});

test('nobody chooses for a child but whoever holds the session, while it goes on, and of what the child has not put elsewhere', async t => {
  const {id, as, session, first, choose, item} = await stand(t);
  const shareWith = [id('bronagh'), id('temi')];
  const missing = await choose('AAAAAAAAAAAAAAAAAAAAAA', {shareWith});
  assert.equal(missing[0], 404);
  for (const key of ['esme', 'temi', 'jory', 'callum'])
    assert.deepEqual(await choose(first, {shareWith}, key), missing, key);
  const [, chosen] = await as('jory', 'PUT', `/items/${String(first)}/audience`, {shareWith: []});
  assert.equal((await choose(first, {shareWith}))[1].error?.code, 'ALREADY_CHANGED');
  assert.deepEqual(await choose(chosen['itemId'], {shareWith}), missing);
  assert.equal(await item(), undefined);
  const again = {root: 'house:good', text: 'the blue room', mode: 'verbatim'};
  const [, other] = await as('bronagh', 'POST', `${session}/items`, again);
  await as('bronagh', 'PATCH', session, {isOver: true});
  assert.deepEqual(await choose(other['itemId'], {shareWith}), missing);
});

test('whoever reads of a session writes down to whom it was shown and how they took it', async t => {
  const {id, as, session} = await stand(t);
  const missing = await as('temi', 'POST', `${session}/presentations`, {present: [id('temi')]});
  assert.equal(missing[0], 404);
  assert.deepEqual(await as('esme', 'POST', `${session}/presentations`, {present: ['x']}), missing);
  const [status, shown] = await as('esme', 'POST', `${session}/presentations`, {present: [id('callum')]});
  assert.equal(status, 201, JSON.stringify(shown));
  const [first] = shown['presentations'] as {id: string}[];
  const url = `${session}/presentations/${first?.id}`;
  const more = {present: [id('callum'), id('temi')], reaction: 'He was quiet, then asked to see it again.'};
  const [, later] = await as('esme', 'PATCH', url, more);
  const [after] = later['presentations'] as Record<string, unknown>[];
  assert.deepEqual(after, {...first, ...more, by: id('esme'), others: false});
  assert.deepEqual(await as('esme', 'PATCH', `${session}/presentations/none`, more), missing);
});

test('who was there and may not be known to a new reader is asked about before that person reads it', async t => {
  const {id, as, session, choose, reads} = await stand(t);
  await as('bronagh', 'PATCH', session, {present: ['Jory Penhale-Adeyemi', 'Delphine Roe']});
  const said = {root: 'house:good', text: 'bell too loud again', mode: 'verbatim'};
  const [status, made] = await as('bronagh', 'POST', `${session}/items`, said);
  assert.equal(status, 201, JSON.stringify(made));
  assert.equal((await as('bronagh', 'POST', `${session}/items`, {...said, shareWith: 'everyone'}))[0], 400);
  const chosen = await choose(made['itemId'], {shareWith: [id('bronagh'), id('temi')]});
  assert.equal(chosen[0], 200, 'she may know them');
  const [refused, {error}] = await choose(chosen[1]['itemId'], {shareWith: [id('callum')]});
  const {findings} = error as unknown as {findings: {rule: string; words: string}[]};
  assert.equal(refused, 409);
  assert.deepEqual(
    findings.map(({rule, words}) => [rule, words]),
    [['SG-06', 'Delphine Roe']],
  );
  assert.equal(await reads('callum'), false);
});
