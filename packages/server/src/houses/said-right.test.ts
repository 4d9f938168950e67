import assert from 'node:assert/strict';
import test from 'node:test';
import {planStand} from '../testing/index.ts';

const BEGIN = {
  ...{begins: true, parentAnswer: 'told', place: 'The blue room', present: ['Jory Penhale-Adeyemi']},
  limitsTold: 'If someone might get hurt I tell a safe grown-up.',
};

/** What the social worker wrote for the child in a session that ended before anything was read back. */
async function stand(t: test.TestContext) {
  const {server, plan, id, as} = await planStand(t);
  const session = `/sessions/${String((await as('bronagh', 'POST', '/sessions', BEGIN)).body['id'])}`;
  const said = {root: 'house:worries', text: 'bell too loud', mode: 'verbatim'};
  const item = String((await as('bronagh', 'POST', `${session}/items`, said)).body['itemId']);
  const right = (key: string, about = item) => as(key, 'POST', `/items/${about}/right`);
  const known = async (key: string) => (await as(key, 'GET', `/items/${item}/authors`)).body['isRight'];
  const asked = async () => {
    const things = (await as('jory', 'GET', '/houses')).body['things'] as {id: string; isRightOf: unknown}[];
    return things.find(one => one.id === item)?.isRightOf;
  };
  return {server, plan, id, as, session, item, right, known, asked};
}

test('it stands beside words that somebody wrote for the child whether the child said that they are right', async t => {
  const {id, as, session, right, known, asked} = await stand(t);
  await as('bronagh', 'PATCH', session, {isOver: true, endedBy: 'Jory, with the stop card.'});
  assert.deepEqual([await known('esme'), await known('jory'), await asked()], [false, false, id('bronagh')]);
  assert.equal((await right('jory')).status, 204);
  assert.deepEqual([await known('esme'), await known('jory'), await asked()], [true, true, null]);
  assert.equal((await right('jory')).status, 204, 'said twice, it is as right as before');
  const {entries} = (await as('jory', 'GET', '/audit')).body as unknown as {entries: {action: string}[]};
  assert.equal(entries.filter(({action}) => action === 'saidRight').length, 1);
});

test('what was read back in the session isn’t asked about again', async t => {
  const {as, session, known, asked} = await stand(t);
  await as('bronagh', 'PATCH', session, {readBack: 'With cards.', readBackAnswer: 'right'});
  assert.deepEqual([await known('esme'), await asked()], [true, null]);
});

test('nobody says it but whose words they are, and of nothing that they wrote themselves', async t => {
  const {as, right, known} = await stand(t);
  const missing = await right('jory', 'AAAAAAAAAAAAAAAAAAAAAA');
  assert.equal(missing.status, 404);
  for (const key of ['bronagh', 'esme', 'temi', 'callum', 'anita'])
    assert.deepEqual(await right(key), missing, key);
  assert.equal(await known('esme'), false);
  const own = await as('jory', 'POST', '/items', {root: 'house:good', text: 'the red train'});
  const itemId = String(own.body['itemId']);
  assert.deepEqual(await right('jory', itemId), missing);
  assert.equal((await as('jory', 'GET', `/items/${itemId}/authors`)).body['isRight'], null);
});

test('whoever wrote it down changes it no more once the child said that it is right', async t => {
  const {as, item, right} = await stand(t);
  const owns = async () => JSON.stringify((await as('bronagh', 'GET', '/my-items')).body).includes(item);
  assert.equal(await owns(), true);
  await right('jory');
  assert.equal(await owns(), false);
});

test('the file of a plan says of words whether they are right, and so does what is made of it', async t => {
  const {as, item, right} = await stand(t);
  const inFile = async () => {
    const {worries} = (await as('jory', 'GET', '')).body['threeHouses'] as {
      worries: {id: string; readBack?: true}[];
    };
    return worries.find(({id}) => id === item)?.readBack;
  };
  assert.equal(await inFile(), undefined);
  await right('jory');
  assert.equal(await inFile(), true);
});
