import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const send = async (headers: object, method: 'GET' | 'POST', path: string, payload?: object) => {
    const url = path.startsWith('/api') ? path : `/api/plans/${plan.planId}${path}`;
    return await server.send({method, url, headers: {...headers}, ...(payload && {payload})});
  };
  const as = async (key: string, method: 'GET' | 'POST', path: string, payload?: object) =>
    await send((await server.signIn(plan.planId, id(key))).headers, method, path, payload);
  const hide = async (by: string, who: string, from: string, more: object = {}) => {
    const why = {reasonCode: 'risk_harm', legalGround: 'Working Together 2026'};
    const answer = await as(by, 'POST', '/withholdings', {
      personId: who,
      hiddenFrom: [from],
      ...why,
      ...more,
    });
    return [answer.statusCode, answer.json<Body>()] as const;
  };
  const decide = async (by: string, made: Body, what: string, body: object = {}) => {
    const answer = await as(by, 'POST', `/withholdings/${String(made['withholdingId'])}/${what}`, body);
    return [answer.statusCode, answer.json<Body>().error?.code ?? answer.json<Body>()['status']];
  };
  const decisionsOf = async (key: string) =>
    (await as(key, 'GET', '/withholdings'))
      .json<{withholdings: {personId: string | null}[]}>()
      .withholdings.filter(one => one.personId === id('marcus')).length;
  const knows = async (key: string, other: string) =>
    (await as(key, 'GET', '/people'))
      .json<{people: {id: string}[]}>()
      .people.some(one => one.id === id(other));
  return {server, plan, id, send, as, hide, decide, decisionsOf, knows};
}

test('nothing that the excluded person gets names the person any more, and everybody else goes on as before', async t => {
  const {id, as, hide, knows} = await stand(t);
  const before = (await as('temi', 'GET', '')).body;
  assert.equal(await knows('callum', 'marcus'), true);
  const [status, made] = await hide('bronagh', id('marcus'), id('callum'));
  assert.deepEqual([status, made['status'], made['itemIds']], [201, 'pending', []]);
  const paths = ['', '/people', '/compartments', '/records', '/audit', '/withholdings', '/break-glass'];
  for (const path of paths) {
    const {body} = await as('callum', 'GET', path);
    assert.equal(body.includes(id('marcus')) || /marcus/i.test(body), false, path);
  }
  assert.equal((await as('temi', 'GET', '')).body, before);
  assert.equal(await knows('temi', 'marcus'), true);
});

test('professionals and the person know that it was decided; the family and whoever is excluded do not', async t => {
  const {id, hide, decisionsOf} = await stand(t);
  await hide('bronagh', id('marcus'), id('esme'));
  for (const [key, count] of [
    ['bronagh', 1],
    ['anita', 1],
    ['marcus', 1],
    ['delphine', 1],
    ['esme', 0],
    ['callum', 0],
    ['temi', 0],
    ['jory', 0],
  ] as const)
    assert.equal(await decisionsOf(key), count, key);
});

test('somebody else approves it, and two people together open it again', async t => {
  const {id, hide, decide, knows} = await stand(t);
  const [, made] = await hide('bronagh', id('marcus'), id('callum'));
  assert.deepEqual(await decide('bronagh', made, 'approve'), [409, 'MAY_NOT_APPROVE']);
  assert.deepEqual(await decide('callum', made, 'approve'), [404, 'NOT_FOUND']);
  assert.deepEqual(await decide('anita', made, 'approve'), [200, 'approved']);
  assert.deepEqual(await decide('anita', made, 'review', {reviewOn: '2020-01-01'}), [
    409,
    'REVIEW_NOT_AHEAD',
  ]);
  assert.deepEqual(await decide('bronagh', made, 'release'), [200, 'releaseAsked']);
  assert.deepEqual(await decide('bronagh', made, 'release'), [409, 'MAY_NOT_RELEASE']);
  assert.equal(await knows('callum', 'marcus'), false);
  assert.deepEqual(await decide('anita', made, 'release'), [200, 'released']);
  assert.equal(await knows('callum', 'marcus'), true);
});

test('it is taken back within half a minute by whoever decided it, and not after', async t => {
  const {server, id, hide, decide, knows} = await stand(t);
  const [, made] = await hide('bronagh', id('marcus'), id('callum'));
  assert.deepEqual(await decide('bronagh', made, 'undo'), [200, 'undone']);
  assert.equal(await knows('callum', 'marcus'), true);
  const [, again] = await hide('bronagh', id('marcus'), id('callum'));
  server.pass(30_000);
  assert.deepEqual(await decide('bronagh', again, 'undo'), [409, 'TOO_LATE_TO_UNDO']);
  assert.equal(await knows('callum', 'marcus'), false);
});

test('opening one decision shows nobody whom another one hides', async t => {
  const {id, hide, decide, knows} = await stand(t);
  const [, first] = await hide('bronagh', id('marcus'), id('callum'));
  const [, second] = await hide('bronagh', id('marcus'), id('temi'));
  for (const made of [first, second]) await decide('anita', made, 'approve');
  for (const by of ['bronagh', 'anita']) await decide(by, first, 'release');
  assert.equal(await knows('callum', 'marcus'), true);
  assert.equal(await knows('temi', 'marcus'), false);
  assert.deepEqual(
    await hide('bronagh', id('marcus'), id('temi')).then(([, body]) => body.error?.code),
    'HIDDEN_BEFORE',
  );
});

test('whoever is hidden from somebody does not come to lead the plan', async t => {
  const {server, plan, id, hide} = await stand(t);
  const lead = async () => {
    const {headers} = await server.signIn(plan.planId, id('esme'));
    const url = `/api/plans/${plan.planId}/participants/${id('marcus')}`;
    const answer = await server.send({method: 'PATCH', url, headers: {...headers}, payload: {lead: true}});
    return answer.json<Body>().error?.code ?? answer.statusCode;
  };
  assert.equal(await lead(), 202);
  await hide('bronagh', id('marcus'), id('callum'));
  assert.equal(await lead(), 'HIDDEN_LEAD');
});

test('nobody is hidden from who must act, nor the child or the lead from anybody, nor together with items', async t => {
  const {id, hide} = await stand(t);
  const code = async (...asked: Parameters<typeof hide>) => (await hide(...asked))[1].error?.code;
  assert.equal(await code('anita', id('marcus'), id('bronagh')), 'MUST_ACT');
  assert.equal(await code('bronagh', id('jory'), id('callum')), 'STAYS_KNOWN');
  assert.equal(await code('bronagh', id('esme'), id('callum')), 'STAYS_KNOWN');
  assert.equal(await code('bronagh', id('marcus'), id('marcus')), 'NAMED_TWICE');
  assert.equal(await code('marcus', id('anita'), id('callum')), 'MAY_NOT_PROPOSE');
  const draft = {root: 'sos:working', type: 'note', text: 'A note.'};
  for (const more of [{draft}, {class: 'marked'}, {audience: [id('bronagh')]}, {itemIds: ['x']}])
    assert.equal(await code('bronagh', id('marcus'), id('callum'), more), 'BAD_REQUEST');
});

test('no value of the contact store stands in why a person is hidden, where somebody reads who may not know it', async t => {
  const {id, as, hide, knows} = await stand(t);
  const value = {kind: 'address', value: '4 Larch Close, Marlbury'};
  assert.equal((await as('bronagh', 'POST', '/contacts', value)).statusCode, 201);
  const told = {factBase: 'They moved to 4 Larch Close.'};
  const [, refused] = await hide('bronagh', id('marcus'), id('callum'), told);
  assert.equal(refused.error?.code, 'PROTECTED_VALUE');
  const open = {openReason: 'They help at 4 Larch Close.'};
  const [, openly] = await hide('bronagh', id('marcus'), id('callum'), open);
  assert.equal(openly.error?.code, 'PROTECTED_VALUE');
  assert.equal(await knows('callum', 'marcus'), true);
});

test('what may be said openly does not name the person', async t => {
  const {id, hide, knows} = await stand(t);
  const [, refused] = await hide('bronagh', id('marcus'), id('callum'), {
    openReason: 'Marcus helps at home.',
  });
  assert.equal(refused.error?.code, 'OPEN_REASON_TELLS');
  assert.equal(await knows('callum', 'marcus'), true);
});

test('whoever must not know of a person is answered as about nobody', async t => {
  const {id, hide, as} = await stand(t);
  await hide('bronagh', id('marcus'), id('esme'));
  const about = async (who: string) => {
    const [status, body] = await hide('esme', who, id('callum'));
    return [status, body];
  };
  assert.deepEqual(await about(id('marcus')), await about('A'.repeat(22)));
  const from = async (who: string) => await hide('esme', id('delphine'), who);
  assert.deepEqual(await from(id('marcus')), await from('A'.repeat(22)));
  assert.equal((await as('esme', 'GET', `/as/${id('marcus')}`)).statusCode, 404);
});

test('what the person decided before is told to the excluded as nobody’s', async t => {
  const {id, hide, as} = await stand(t);
  const made = await as('marcus', 'POST', '/withholdings', {
    draft: {root: 'sos:working', type: 'note', text: 'A word with dad.'},
    hiddenFrom: [{id: id('temi'), class: 'marked'}],
    audience: ['marcus', 'callum', 'esme'].map(id),
    reasonCode: 'third_party',
    legalGround: 'Confidence.',
  });
  assert.equal(made.statusCode, 201, made.body);
  await hide('bronagh', id('marcus'), id('callum'));
  const {body} = await as('callum', 'GET', '/withholdings');
  assert.match(body, /"proposedBy":null/);
  assert.equal(body.includes(id('marcus')), false);
  const {body: hers} = await as('esme', 'GET', '/withholdings');
  assert.match(hers, new RegExp(`"proposedBy":"${id('marcus')}"`));
});

test('a screen of the person’s own in a room where somebody must not know of them ends, others stay', async t => {
  const {server, plan, id, send, hide} = await stand(t);
  const marcus = await server.signIn(plan.planId, id('marcus'));
  const roomWith = async (key: string) => {
    const opened = await send(marcus.headers, 'POST', '/room', {present: [id(key)]});
    return {authorization: `Bearer ${opened.json<{sessionToken: string}>().sessionToken}`};
  };
  const [withDad, withMum] = [await roomWith('callum'), await roomWith('temi')];
  await hide('bronagh', id('marcus'), id('callum'));
  assert.equal((await send(withDad, 'GET', '')).statusCode, 401);
  assert.equal((await send(withMum, 'GET', '')).statusCode, 200);
  assert.equal((await send(marcus.headers, 'GET', '')).statusCode, 200);
});
