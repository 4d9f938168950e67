import assert from 'node:assert/strict';
import test from 'node:test';
import {planStand} from '../testing/index.ts';

const UNSAFE = {how: 'unsafe', words: 'His father would make him say who told.'};
const TOLD = {how: 'told', on: '2026-11-28', words: 'That Marcus will read it, and why.'};
const WORDS = 'blue room quiet';

/** A plan on which the child kept what it said to its keyworker, a social worker and her manager. */
async function stand(t: test.TestContext, by = 'jory') {
  const {id, as} = await planStand(t);
  const things = async () => (await as('jory', 'GET', '/houses')).body['things'] as Record<string, unknown>[];
  const seenByChild = async () => {
    const thing = (await things()).find(one => one['text'] === WORDS) ?? {};
    const {id: now, readers, decided, decidedBy, isOpened} = thing;
    return {id: String(now), readers, decided, decidedBy, isOpened};
  };
  const kept = await as(by, 'POST', '/withholdings', {
    ...{itemIds: [(await seenByChild()).id], hiddenFrom: [id('callum')], legalGround: 'His wish.'},
    ...{audience: ['jory', 'esme', 'bronagh', 'anita'].map(id)},
    ...(by === 'jory' ? {reasonCode: 'child_confidence'} : {reasonCode: 'risk_harm'}),
  });
  assert.equal(kept.status, 201, JSON.stringify(kept.body));
  const path = `/withholdings/${String(kept.body['withholdingId'])}`;
  const add = (key: string, more: object = {}) =>
    as(key, 'POST', `${path}/readers`, {readerId: id('marcus'), ...more});
  const release = (key: string, more: object = {}) => as(key, 'POST', `${path}/release`, more);
  const reads = async (key: string) => JSON.stringify((await as(key, 'GET', '')).body).includes(WORDS);
  const decision = async (key: string) => {
    const all = (await as(key, 'GET', '/withholdings')).body['withholdings'] as Record<string, unknown>[];
    return all.find(one => one['id'] === kept.body['withholdingId']) ?? {};
  };
  return {id, as, add, release, reads, decision, seenByChild};
}

test('nobody asks that one more reads what the child keeps, or that it be opened, before it is written down what the child was told', async t => {
  const {add, release, decision} = await stand(t);
  const asks = await decision('bronagh');
  assert.deepEqual([asks['releaseNeedsTold'], asks['readerNeedsTold']], [true, true]);
  for (const told of [undefined, {how: 'told', words: 'Who.'}, {how: 'delayed', words: ' '}]) {
    assert.equal((await add('bronagh', {told})).code, 'CHILD_NOT_TOLD');
    assert.equal((await release('bronagh', {told})).code, 'CHILD_NOT_TOLD');
  }
  const same = await decision('anita');
  assert.deepEqual([same['readerAsked'], same['status']], [null, 'approved']);
});

test('who agrees reads what the child was told and writes it down no second time, and the family reads none of it', async t => {
  const {add, release, decision, reads} = await stand(t);
  assert.equal((await add('bronagh', {told: UNSAFE})).status, 200);
  assert.equal((await release('bronagh', {told: UNSAFE})).status, 200);
  const asked = await decision('anita');
  const told = {...UNSAFE, on: ''};
  assert.deepEqual([asked['releaseTold'], asked['readerTold']], [told, told]);
  assert.deepEqual([asked['releaseNeedsTold'], asked['readerNeedsTold']], [false, false]);
  const childs = await decision('jory');
  assert.deepEqual(
    ['status', 'readerAsked', 'releaseTold', 'readerTold'].map(name => childs[name]),
    ['approved', null, null, null],
  );
  assert.equal((await add('anita')).status, 200);
  assert.equal(await reads('marcus'), true);
});

test('the child sees whom the child chose until somebody told the child, and then who reads it by decision', async t => {
  const {add, as, decision, seenByChild, id} = await stand(t);
  await add('bronagh', {told: UNSAFE});
  await add('anita');
  const chosen = ['esme', 'bronagh', 'anita'].map(id).toSorted();
  const untold = await seenByChild();
  assert.deepEqual([(untold.readers as string[]).toSorted(), untold.decided], [chosen, []]);
  assert.deepEqual((await decision('jory'))['audience'], [], 'no list that lacks somebody');
  assert.doesNotMatch(
    JSON.stringify((await as('jory', 'GET', '/compartments')).body),
    new RegExp(id('marcus')),
  );
  const [one] = (await as('bronagh', 'GET', '/overrides')).body['overrides'] as Record<string, unknown>[];
  assert.deepEqual([one?.['reader'], one?.['second'], one?.['mayTell']], [id('marcus'), id('anita'), true]);
  await as('bronagh', 'POST', `/overrides/${String(one?.['id'])}/told`, {told: TOLD});
  const now = await seenByChild();
  assert.deepEqual([now.decided, now.isOpened], [[id('marcus')], false]);
  assert.equal((now.decidedBy as string[]).length, 2);
  assert.ok(((await decision('jory'))['audience'] as string[]).includes(id('marcus')));
});

test('what adults open stays, for the child, shown to whom the child chose until somebody told the child that everybody reads it', async t => {
  const {release, as, reads, seenByChild, id} = await stand(t);
  await release('bronagh', {told: UNSAFE});
  assert.equal((await release('anita')).body['status'], 'released');
  assert.equal(await reads('temi'), true);
  const chosen = ['esme', 'bronagh', 'anita'].map(id).toSorted();
  const untold = await seenByChild();
  assert.deepEqual([(untold.readers as string[]).toSorted(), untold.decided], [chosen, []]);
  assert.deepEqual([untold.decidedBy, untold.isOpened], [[], false]);
  const fewer = await as('jory', 'PUT', `/items/${untold.id}/audience`, {shareWith: [id('esme')]});
  assert.deepEqual([fewer.status, fewer.body['seenBy']], [200, []], 'and no answer tells it');
  assert.equal(await reads('temi'), true, 'what two adults decided stands');
  const overrides = async (key: string) =>
    (await as(key, 'GET', '/overrides')).body['overrides'] as Record<string, unknown>[];
  const [one] = await overrides('anita');
  assert.equal(one?.['reader'], null);
  assert.deepEqual(await overrides('marcus'), [], 'why the child isn’t told is for those who decided');
  await as('anita', 'POST', `/overrides/${String(one['id'])}/told`, {told: TOLD});
  const told = await seenByChild();
  assert.deepEqual(told.readers, [id('esme')]);
  assert.deepEqual(
    [(told.decidedBy as string[]).toSorted(), told.isOpened],
    [['bronagh', 'anita'].map(id).toSorted(), true],
    'the child reads who decided it',
  );
  assert.deepEqual(
    (told.decided as string[]).toSorted(),
    ['temi', 'callum', 'bronagh', 'anita', 'marcus', 'delphine'].map(id).toSorted(),
  );
  assert.equal((await as('jory', 'PUT', `/items/${told.id}/audience`, {shareWith: 'everyone'})).status, 200);
  const ended = await seenByChild();
  assert.deepEqual([ended.readers, ended.decided, ended.isOpened], [null, [], false]);
});

test('what adults opened and take out of sight again is nothing that is decided against the child’s choice', async t => {
  const {release, as, seenByChild, id} = await stand(t);
  await release('bronagh', {told: UNSAFE});
  await release('anita');
  const again = await as('bronagh', 'POST', '/withholdings', {
    ...{itemIds: [(await seenByChild()).id], hiddenFrom: [id('callum')], legalGround: 'Serious harm.'},
    ...{audience: ['jory', 'bronagh', 'anita'].map(id), reasonCode: 'risk_harm'},
  });
  assert.equal(again.status, 201, JSON.stringify(again.body));
  assert.deepEqual((await as('bronagh', 'GET', '/overrides')).body['overrides'], []);
  const {readers, decided} = await seenByChild();
  assert.deepEqual(
    [(readers as string[]).toSorted(), decided],
    [['bronagh', 'anita'].map(id).toSorted(), []],
  );
});

test('the child needs to be told nothing of what the child decides with somebody', async t => {
  const {add, release, as, seenByChild, id} = await stand(t);
  assert.equal((await add('jory')).status, 200);
  assert.equal((await add('anita')).status, 200);
  const {readers, decided} = await seenByChild();
  assert.deepEqual([(readers as string[]).includes(id('marcus')), decided], [true, []]);
  assert.equal((await release('bronagh', {told: UNSAFE})).status, 200);
  assert.equal((await release('jory')).body['status'], 'released');
  assert.deepEqual((await seenByChild()).readers, null);
  assert.deepEqual((await as('bronagh', 'GET', '/overrides')).body['overrides'], []);
});

test('what adults took out of sight goes back to where the child let everybody read it, and asks for no record', async t => {
  const {add, release, decision} = await stand(t, 'bronagh');
  assert.equal((await decision('bronagh'))['releaseNeedsTold'], false);
  assert.equal((await add('bronagh')).status, 200);
  assert.equal((await release('bronagh')).status, 200);
});
