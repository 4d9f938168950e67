import assert from 'node:assert/strict';
import test from 'node:test';
import type {PlanId} from '@goldthread/schema';
import {sealedFactsOf} from '../storage/index.ts';
import {planStand} from '../testing/index.ts';

async function stand(t: test.TestContext) {
  const {server, plan, id, as} = await planStand(t);
  const add = async (text: string): Promise<string> => {
    const {status, body} = await as('jory', 'POST', '/items', {root: 'house:worries', text});
    assert.equal(status, 201, JSON.stringify(body));
    return String(body['itemId']);
  };
  /** The child chooses; gives what the item is called from then on. */
  const choose = async (itemId: string, shareWith: unknown, more: object = {}) => {
    const {status, body} = await as('jory', 'PUT', `/items/${itemId}/audience`, {shareWith, ...more});
    return {status, code: body.error?.code, itemId: String(body['itemId'])};
  };
  const readers = async (words: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita', 'delphine'])
      if (JSON.stringify((await as(key, 'GET', '')).body).includes(words)) found.push(key);
    return found;
  };
  const chosen = async (itemId: string) => {
    const things = (await as('jory', 'GET', '/houses')).body['things'] as {id: string; notWith: string[]}[];
    return things.find(one => one.id === itemId)?.notWith;
  };
  return {server, plan, id, as, add, choose, readers, chosen};
}

test('whom the child names as who should not see it never does, whatever is chosen later, until the child says otherwise', async t => {
  const {add, choose, readers, chosen, id, as} = await stand(t);
  const before = await as('callum', 'GET', '/compartments');
  const all = await choose(await add('Bell too loud'), 'everyone', {notWith: [id('callum')]});
  assert.equal(all.status, 200);
  const others = ['jory', 'temi', 'esme', 'bronagh', 'marcus', 'anita', 'delphine'];
  assert.deepEqual(await readers('Bell too loud'), others);
  assert.deepEqual(await chosen(all.itemId), [id('callum')]);
  const few = await choose(all.itemId, [id('temi')]);
  assert.deepEqual(await readers('Bell too loud'), ['jory', 'temi']);
  assert.equal((await choose(few.itemId, [id('temi'), id('callum')])).code, 'NAMED_TWICE');
  const again = await choose(few.itemId, 'everyone');
  assert.ok(!(await readers('Bell too loud')).includes('callum'), 'it was never taken back');
  assert.deepEqual(await as('callum', 'GET', '/compartments'), before, 'and he gets no sign of it');
  await choose(again.itemId, 'everyone', {notWith: []});
  assert.ok((await readers('Bell too loud')).includes('callum'));
});

test('the child says who should not see it and leaves the readers as they are', async t => {
  const {add, choose, chosen, id} = await stand(t);
  const itemId = await add('Bell too loud');
  const said = await choose(itemId, [id('esme')], {notWith: [id('callum')]});
  assert.equal(said.itemId, itemId, 'it stays where it is');
  assert.deepEqual(await chosen(itemId), [id('callum')]);
});

test('nobody is named whom the child can’t know, nor the child, and nobody else chooses', async t => {
  const {add, choose, id, as} = await stand(t);
  const itemId = await add('Bell too loud');
  for (const one of ['x'.repeat(22), id('jory')])
    assert.equal((await choose(itemId, [], {notWith: [one]})).code, 'NOT_ON_PLAN');
  const path = `/items/${itemId}/audience`;
  for (const key of ['esme', 'temi'])
    assert.equal((await as(key, 'PUT', path, {shareWith: [], notWith: [id('callum')]})).status, 404);
});

test('a child who asks for help is told who will see it, and those do', async t => {
  const {add, choose, readers, chosen, id, as} = await stand(t);
  const {itemId} = await choose(await add('Bell too loud'), [], {notWith: [id('callum'), id('bronagh')]});
  const {body} = await as('jory', 'POST', `/items/${itemId}/help`);
  assert.ok((await readers('Bell too loud')).includes('bronagh'));
  const now = String(body['itemId']);
  assert.deepEqual(await chosen(now), [id('callum')]);
  assert.equal((await choose(now, [], {notWith: [id('bronagh')]})).code, 'HELP_FIRST');
});

test('what the child keeps from somebody by name doesn’t open to them in an emergency either', async t => {
  const {add, choose, server, plan, id} = await stand(t);
  await choose(await add('Bell too loud'), [], {notWith: [id('marcus')]});
  const {storage} = server.server.http;
  const planId = plan.planId as PlanId;
  const [compartments, choices] = [
    await storage.compartments(planId),
    await storage.houses.choices.of(planId),
  ];
  const kept = compartments.flatMap(one => sealedFactsOf(one, [], choices).keptFrom);
  assert.deepEqual(kept, [id('marcus')]);
});
