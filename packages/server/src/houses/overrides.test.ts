import assert from 'node:assert/strict';
import test from 'node:test';
import {planStand} from '../testing/index.ts';

const UNSAFE = {how: 'unsafe', words: 'His father would make him say who told.'};
const TOLD = {how: 'told', on: '2026-11-28', words: 'That Marcus will read it, and why.'};

async function stand(t: test.TestContext) {
  const {server, id, as} = await planStand(t);
  const added = await as('jory', 'POST', '/items', {root: 'house:worries', text: 'Bell too loud'});
  const itemId = String(added.body['itemId']);
  const ask = (key: string, more: object) =>
    as(key, 'POST', `/items/${itemId}/readers`, {
      ...{readerId: id('marcus'), secondId: id('anita'), reason: 'The school must look after him at dinner.'},
      ...more,
    });
  const reads = async (key: string) =>
    JSON.stringify((await as(key, 'GET', '')).body).includes('Bell too loud');
  const seenByChild = async () => {
    const things = (await as('jory', 'GET', '/houses')).body['things'] as Record<string, unknown>[];
    const {id: now, readers, decided, notWith} = things.find(one => one['text'] === 'Bell too loud') ?? {};
    return {id: String(now), readers, decided, notWith};
  };
  return {server, id, as, itemId, ask, reads, seenByChild};
}

test('without a record of what the child was told nobody can even be asked to agree', async t => {
  const {ask, as} = await stand(t);
  for (const told of [undefined, {how: 'told', words: 'Who.'}, {how: 'delayed', words: ' '}])
    assert.equal((await ask('esme', {told})).code, 'CHILD_NOT_TOLD');
  assert.deepEqual((await as('anita', 'GET', '/overrides')).body['overrides'], []);
});

test('one person asks and a second one agrees, and only then it is read by one person more', async t => {
  const {ask, as, reads, id} = await stand(t);
  const [about] = (await as('esme', 'GET', '/overrides')).body['items'] as Record<string, unknown>[];
  assert.equal(about?.['words'], 'Bell too loud', 'what was said, and not how it was written down');
  const asked = await ask('esme', {told: TOLD});
  assert.deepEqual([asked.status, asked.body['agreedAt'], asked.body['mayAgree']], [200, null, false]);
  const path = `/overrides/${String(asked.body['id'])}/agree`;
  const [forAnita] = (await as('anita', 'GET', '/overrides')).body['overrides'] as Record<string, unknown>[];
  assert.deepEqual([forAnita?.['reader'], forAnita?.['mayAgree']], [id('marcus'), true]);
  assert.equal(await reads('anita'), false, 'who agrees is told why, and none of the words');
  for (const key of ['esme', 'marcus', 'bronagh', 'jory', 'temi'])
    assert.equal((await as(key, 'POST', path)).status, 404, key);
  assert.equal(await reads('marcus'), false);
  assert.equal((await as('anita', 'POST', path)).status, 200);
  assert.deepEqual(await Promise.all(['jory', 'esme', 'marcus'].map(reads)), [true, true, true]);
  assert.deepEqual(
    await Promise.all(['anita', 'temi', 'callum', 'bronagh'].map(reads)),
    Array(4).fill(false),
  );
  assert.equal((await as('anita', 'POST', path)).status, 404, 'it is done once');
});

test('it takes two people who decide about safety, neither of whom is to read it, and one who reads it', async t => {
  const {ask, id} = await stand(t);
  assert.equal((await ask('bronagh', {told: TOLD})).status, 404, 'she doesn’t read it');
  assert.equal((await ask('jory', {told: TOLD})).code, 'MAY_NOT_OVERRIDE');
  for (const second of ['esme', 'marcus', 'temi'])
    assert.equal((await ask('esme', {told: TOLD, secondId: id(second)})).code, 'MAY_NOT_OVERRIDE', second);
  assert.equal((await ask('esme', {told: TOLD, readerId: id('jory')})).code, 'NAMED_TWICE');
  assert.equal((await ask('esme', {told: TOLD, readerId: 'x'.repeat(22)})).code, 'NOT_ON_PLAN');
});

test('what the child sees is what the child chose, until somebody told the child who else reads it', async t => {
  const {ask, as, id, itemId, seenByChild} = await stand(t);
  const asked = await ask('esme', {told: UNSAFE});
  const path = `/overrides/${String(asked.body['id'])}`;
  await as('anita', 'POST', `${path}/agree`);
  await as('marcus', 'GET', '');
  const untold = await seenByChild();
  assert.notEqual(untold.id, itemId);
  assert.deepEqual(untold.readers, [id('esme')]);
  assert.deepEqual(untold.decided, []);
  const named = async (list: string) =>
    JSON.stringify((await as('jory', 'GET', list)).body).split(id('marcus')).length - 1;
  assert.equal(await named('/compartments'), 0);
  const looks = await named('/audit');
  assert.equal((await as('marcus', 'POST', `${path}/told`, {told: TOLD})).status, 404, 'not by the reader');
  assert.equal((await as('esme', 'POST', `${path}/told`, {told: TOLD})).body['mayTell'], false);
  assert.deepEqual((await seenByChild()).decided, [id('marcus')]);
  assert.equal(await named('/compartments'), 1);
  assert.ok((await named('/audit')) > looks, 'then nothing hides it');
});

test('the child goes on choosing, those who read it by decision go on reading it, and whom the child lets read it needs none', async t => {
  const {ask, as, id, reads, seenByChild} = await stand(t);
  const asked = await ask('esme', {told: TOLD});
  await as('anita', 'POST', `/overrides/${String(asked.body['id'])}/agree`);
  const choose = async (shareWith: string[], notWith: string[]) =>
    as('jory', 'PUT', `/items/${(await seenByChild()).id}/audience`, {shareWith, notWith});
  assert.equal((await choose([], [id('marcus')])).status, 200);
  assert.deepEqual(await Promise.all(['esme', 'marcus'].map(reads)), [false, true]);
  const now = await seenByChild();
  assert.deepEqual([now.readers, now.decided, now.notWith], [[], [id('marcus')], [id('marcus')]]);
  assert.equal((await choose([id('marcus')], [])).status, 200);
  assert.deepEqual((await seenByChild()).decided, []);
  assert.equal((await choose([], [])).status, 200);
  assert.equal(await reads('marcus'), false);
});
