import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
interface Choice {
  readonly itemId: string;
  readonly compartmentId: string;
  readonly seenBy: readonly {readonly id: string; readonly name: string}[];
}
type Method = 'GET' | 'POST' | 'PUT';

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as = async (key: string, method: Method, path: string, payload?: object): Promise<[number, Body]> => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()];
  };
  const add = async (text: string, more: object = {}): Promise<Choice> => {
    const [status, body] = await as('jory', 'POST', '/items', {root: 'house:worries', text, ...more});
    assert.equal(status, 201, JSON.stringify(body));
    return body as unknown as Choice;
  };
  const choose = (itemId: string, shareWith: unknown, more: object = {}) =>
    as('jory', 'PUT', `/items/${itemId}/audience`, {shareWith, ...more});
  /** Everybody in whose view of the plan the words stand. */
  const readers = async (words: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita', 'delphine']) {
      const [, view] = await as(key, 'GET', '');
      if (JSON.stringify(view).includes(words)) found.push(key);
    }
    return found;
  };
  return {server, plan, id, as, add, choose, readers};
}

test('what a child writes is read by the child and the lead until the child says otherwise', async t => {
  const {add, readers} = await stand(t);
  await add('Bell too loud');
  assert.deepEqual(await readers('Bell too loud'), ['jory', 'esme']);
});

test('the child chooses exactly who reads an item, and everybody else gets nothing of it', async t => {
  const {add, choose, readers, id, as} = await stand(t);
  const {itemId} = await add('Bell too loud', {shareWith: [id('bronagh')]});
  assert.deepEqual(await readers('Bell too loud'), ['jory', 'bronagh']);
  const before = await as('callum', 'GET', '/compartments');
  const [status, body] = await choose(itemId, [id('temi')]);
  assert.equal(status, 200);
  assert.deepEqual(await readers('Bell too loud'), ['jory', 'temi']);
  assert.deepEqual(await as('callum', 'GET', '/compartments'), before);
  assert.notEqual(body['itemId'], itemId, 'the old id leads nowhere');
  assert.equal((await choose(itemId, []))[0], 409);
});

test('an item goes to everybody and back, and the child is told who has seen it', async t => {
  const {add, as, choose, readers} = await stand(t);
  const {itemId} = await add('Bell too loud');
  const [, open] = await choose(itemId, 'everyone');
  await as('temi', 'GET', '');
  const [, back] = await choose(String(open['itemId']), []);
  assert.deepEqual(
    (back as unknown as Choice).seenBy.map(({name}) => name),
    ['Temi Adeyemi'],
  );
  assert.deepEqual(await readers('Bell too loud'), ['jory']);
  const [, again] = await choose(String(back['itemId']), 'everyone');
  assert.equal((await readers('Bell too loud')).length, 8);
  assert.equal(again['compartmentId'], open['compartmentId']);
});

test('only the child chooses, and only for words of the child', async t => {
  const {add, as, choose, plan} = await stand(t);
  const {itemId} = await add('Bell too loud');
  for (const key of ['esme', 'temi', 'callum', 'bronagh']) {
    assert.equal((await as(key, 'PUT', `/items/${itemId}/audience`, {shareWith: 'everyone'}))[0], 404, key);
    assert.equal((await as(key, 'POST', '/items', {root: 'house:good', text: 'x'}))[0], 404, key);
  }
  const need = plan.items.find(one => one.ref === 'B1')?.id ?? '';
  assert.equal((await choose(need, []))[0], 404);
  assert.equal((await as('jory', 'POST', '/items', {root: 'section:A', text: 'x'}))[0], 404);
});

test('nobody is named who is not on the plan for the child', async t => {
  const {add, choose} = await stand(t);
  const {itemId} = await add('Bell too loud');
  const [status, body] = await choose(itemId, ['AAAAAAAAAAAAAAAAAAAAAA']);
  assert.deepEqual([status, body.error?.code], [409, 'NOT_ON_PLAN']);
});

test('an address is shown to nobody more unless it is cleared by name', async t => {
  const {add, choose, readers} = await stand(t);
  const {itemId} = await add('We live at 14 Harbour Street, AB1 2CD');
  const [status, body] = await choose(itemId, 'everyone');
  assert.deepEqual([status, body.error?.code], [409, 'DISCLOSURE']);
  assert.deepEqual(await readers('Harbour'), ['jory', 'esme']);
  const found = (body.error as unknown as {findings: readonly {key: string}[]}).findings;
  const cleared = found.map(({key}) => key);
  assert.equal((await choose(itemId, 'everyone', {cleared}))[0], 200);
});

test('what a decision keeps safe stays where it is until that is decided otherwise', async t => {
  const {add, choose, as, id, readers} = await stand(t);
  const {itemId} = await add('Bell too loud', {shareWith: 'everyone'});
  const [status, made] = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [itemId],
    hiddenFrom: [{id: id('callum'), class: 'sealed'}],
    audience: ['jory', 'bronagh', 'anita'].map(id),
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  assert.equal(status, 201, JSON.stringify(made));
  const [held] = made['itemIds'] as string[];
  const [refused, body] = await choose(String(held), 'everyone');
  assert.deepEqual([refused, body.error?.code], [409, 'HELD_BY_DECISION']);
  assert.deepEqual(await readers('Bell too loud'), ['jory', 'bronagh', 'anita']);
});

test('a child’s own item is no part of a decision that withholds something from others for the same readers', async t => {
  const {add, as, id} = await stand(t);
  const audience = ['jory', 'bronagh', 'anita'].map(id);
  await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'note', text: 'Keep an eye on this.'},
    hiddenFrom: [{id: id('callum'), class: 'sealed'}],
    audience,
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const {itemId} = await add('Bell too loud', {shareWith: ['bronagh', 'anita'].map(id)});
  const [, list] = await as('anita', 'GET', '/withholdings');
  assert.equal(JSON.stringify(list).includes(itemId), false);
});

test('what was said of an item comes along to fewer people, and to nobody more', async t => {
  const {add, as, choose, id} = await stand(t);
  const {itemId} = await add('Bell too loud', {shareWith: ['esme', 'temi'].map(id)});
  const words = 'I heard it too.';
  const said = {party: id('temi'), stance: 'agree', words, expectedVersion: 0};
  const [status, answer] = await as('temi', 'PUT', `/positions/${itemId}`, said);
  assert.equal(status, 200, JSON.stringify(answer));
  const hears = async (key: string) =>
    JSON.stringify((await as(key, 'GET', '/records?kinds=positions'))[1]).includes(words);
  const [, fewer] = await choose(itemId, [id('esme')]);
  assert.deepEqual([await hears('esme'), await hears('temi'), await hears('marcus')], [true, false, false]);
  await choose(String(fewer['itemId']), 'everyone');
  assert.deepEqual([await hears('esme'), await hears('marcus')], [false, false]);
});

test('what a child draws and picks is kept with its words and with how the child said it', async t => {
  const {add, as} = await stand(t);
  const points = Buffer.from(new Int16Array([10, 10, 5, 0]).buffer).toString('base64');
  const stroke = {tool: 'pen', colour: 'red', size: 8, points};
  await add('', {drawing: {alt: 'red train', strokes: [stroke], stamps: []}});
  await add('', {symbols: [{symbol: 'happy', alt: 'happy'}]});
  const [status, houses] = await as('jory', 'GET', '/houses');
  assert.equal(status, 200, JSON.stringify(houses));
  const {things, child} = houses as unknown as {
    things: readonly {drawing: unknown; symbols: readonly unknown[]; isMine: boolean}[];
    child: object;
  };
  const own = things.filter(one => one.drawing !== null || one.symbols.length > 0);
  assert.deepEqual(
    own.map(({drawing, symbols}) => ({drawing, symbols})),
    [
      {drawing: {alt: 'red train', strokes: [stroke], stamps: []}, symbols: []},
      {drawing: null, symbols: [{symbol: 'happy', alt: 'happy'}]},
    ],
  );
  assert.ok(own.every(({isMine}) => isMine));
  assert.deepEqual(child, {calledName: 'Jory', band: 'young'});
  const [, view] = await as('jory', 'GET', '');
  assert.match(JSON.stringify(view), /"mode":"drawn".*"mode":"symbol"/s);
});

test('an item with nothing in it, or with something that no plan holds, is refused and changes nothing', async t => {
  const {as} = await stand(t);
  const before = await as('jory', 'GET', '/compartments');
  const refused = {
    root: 'house:good',
    drawing: {alt: 'x', strokes: [{tool: 'saw', colour: 'red', size: 1, points: ''}]},
  };
  for (const body of [
    {root: 'house:good', text: ''},
    refused,
    {root: 'house:good', symbols: [{symbol: 'x', alt: 'y'.repeat(600)}]},
  ])
    assert.equal((await as('jory', 'POST', '/items', body))[0], 400);
  assert.deepEqual(await as('jory', 'GET', '/compartments'), before);
});

test('the houses are the child’s alone, and say of each thing who reads it', async t => {
  const {add, as, id} = await stand(t);
  await add('Bell too loud', {shareWith: [id('temi')]});
  for (const key of ['esme', 'temi', 'callum']) assert.equal((await as(key, 'GET', '/houses'))[0], 404, key);
  const [, houses] = await as('jory', 'GET', '/houses');
  const {things} = houses as unknown as {things: readonly {text: string; readers: string[] | null}[]};
  const readersOf = (text: string) => things.find(one => one.text === text)?.readers;
  assert.deepEqual(readersOf('Bell too loud'), [id('temi')]);
  assert.equal(readersOf('blue room quiet'), null);
});

test('a drawing that took an afternoon is kept with every line', async t => {
  const {add, as} = await stand(t);
  const points = Buffer.alloc(1500, 1).toString('base64');
  const strokes = Array.from({length: 200}, () => ({tool: 'pen', colour: 'blue', size: 5, points}));
  await add('', {drawing: {alt: 'the sea', strokes, stamps: []}});
  const [, houses] = await as('jory', 'GET', '/houses');
  const {things} = houses as unknown as {things: readonly {drawing: {strokes: unknown[]} | null}[]};
  assert.equal(things.find(one => one.drawing !== null)?.drawing?.strokes.length, 200);
});
