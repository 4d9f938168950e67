import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import type {TraceView} from './trace-view.ts';
import {agreementStand} from '../testing/agreement-stand.ts';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

async function stand() {
  const on = await agreementStand(server);
  const {as, id} = on;
  const say = async (text: string, shareWith: unknown, more: object = {}): Promise<string> => {
    const answer = await as('jory', 'POST', '/items', {root: 'house:good', text, shareWith, ...more});
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json<{itemId: string}>().itemId;
  };
  const leave = (key: string, itemId: string, what: object) => as(key, 'POST', '/traces', {itemId, ...what});
  const tracesOf = async (key: string) =>
    (await as(key, 'GET', '/records?kinds=traces')).json<{traces: TraceView[]}>().traces;
  const statement = async (key: string) =>
    (await as(key, 'GET', '')).json<{sections: {A: Record<string, unknown>[]}}>().sections.A;
  const codeOf = (answer: {body: string}) =>
    (JSON.parse(answer.body) as {error?: {code: string}}).error?.code ?? '';
  return {...on, say, leave, tracesOf, statement, codeOf, only: [id('esme'), id('bronagh')]};
}

test('what the child lets everybody read is quoted in section A word for word, once, after the child’s other words', async () => {
  const {as, say, statement, id} = await stand();
  const said = await say('Gran sing', 'everyone');
  const quoted = await as('esme', 'POST', `/items/${said}/quote`, {});
  assert.equal(quoted.statusCode, 201, quoted.body);
  assert.equal((await as('esme', 'POST', `/items/${said}/quote`, {})).body, quoted.body);
  const inA = await statement('callum');
  assert.deepEqual(
    inA.map(one => one['text']),
    ['red train', 'Gran sing'],
  );
  const {speaker, mode, links, ownedBy, typedBy} = inA[1] ?? {};
  assert.deepEqual(
    [speaker, mode, links, ownedBy, typedBy],
    ['Jory', 'written', [{rel: 'quotes', to: said}], 'jory', 'esme'],
  );
  assert.ok(id('jory'));
  assert.equal((await as('bronagh', 'POST', `/items/${said}/unquote`)).statusCode, 404);
  assert.equal((await as('esme', 'POST', `/items/${said}/unquote`)).statusCode, 204);
  assert.equal((await as('esme', 'POST', `/items/${said}/unquote`)).statusCode, 404);
  assert.equal((await statement('callum')).length, 1);
});

test('what the child keeps from anybody is never quoted, and whoever may not know it hears nothing of it', async () => {
  const {as, say, codeOf, only} = await stand();
  const kept = await say('Dad big voice', only);
  assert.equal(codeOf(await as('esme', 'POST', `/items/${kept}/quote`, {})), 'CHILD_KEEPS_IT');
  const missing = await as('callum', 'POST', '/items/nowhere/quote', {});
  const hidden = await as('callum', 'POST', `/items/${kept}/quote`, {});
  assert.deepEqual([hidden.statusCode, hidden.body], [404, missing.body]);
  const open = await say('Gran sing', 'everyone');
  for (const key of ['callum', 'temi', 'bronagh'])
    assert.equal((await as(key, 'POST', `/items/${open}/quote`, {})).statusCode, 404, key);
});

test('what others put into words for the child, and what has none, is no quotation', async () => {
  const {as, codeOf, item, say} = await stand();
  assert.equal(codeOf(await as('esme', 'POST', `/items/${item('T1')}/quote`, {})), 'NOT_OWN_WORDS');
  const stamps = [{symbol: 'x', x: 1, y: 1, scale: 1}];
  const drawn = await say('', 'everyone', {drawing: {alt: '', strokes: [], stamps}});
  assert.equal(codeOf(await as('esme', 'POST', `/items/${drawn}/quote`, {})), 'NO_WORDS');
});

test('a place that could tell too much is looked at before it stands in the plan', async () => {
  const {as, say} = await stand();
  const said = await say('We live at 12 Harbour Court, ZZ99 3AB', 'everyone');
  const asked = await as('esme', 'POST', `/items/${said}/quote`, {});
  const {error} = asked.json<{error: {code: string; findings: {key: string}[]}}>();
  assert.equal(error.code, 'DISCLOSURE');
  const cleared = error.findings.map(({key}) => key);
  assert.equal((await as('esme', 'POST', `/items/${said}/quote`, {cleared})).statusCode, 201);
});

test('when the child takes words back, or somebody withholds them, what was quoted of them goes in the same moment', async () => {
  const {as, say, statement, id} = await stand();
  for (const take of ['child', 'worker']) {
    const said = await say(`Gran sing ${take}`, 'everyone');
    await as('esme', 'POST', `/items/${said}/quote`, {});
    assert.match(JSON.stringify(await statement('callum')), new RegExp(`sing ${take}`));
    const answer =
      take === 'child'
        ? await as('jory', 'PUT', `/items/${said}/audience`, {shareWith: [id('esme')]})
        : await as('bronagh', 'POST', '/withholdings', {
            itemIds: [said],
            hiddenFrom: [{id: id('callum'), class: 'sealed'}],
            reasonCode: 'risk_harm',
            legalGround: 'Children Act 1989, section 47',
            factBase: 'It could tell where he is.',
          });
    assert.match(String(answer.statusCode), /^20/, answer.body);
    assert.doesNotMatch(JSON.stringify(await statement('callum')), new RegExp(`sing ${take}`));
    assert.doesNotMatch(JSON.stringify(await statement('esme')), new RegExp(`quotes`));
  }
});

test('a worker says why something is not in the plan and what was done, and its readers know who said so and when', async () => {
  const {say, leave, tracesOf, as} = await stand();
  const said = await say('where Biscuit', 'everyone');
  const why = await leave('esme', said, {act: 'reason', words: ' Gran looks after Biscuit. '});
  assert.equal(why.statusCode, 201, why.body);
  const done = {act: 'done', words: 'We brought a photo.', on: '2026-11-12'};
  assert.equal((await leave('bronagh', said, done)).statusCode, 201);
  assert.deepEqual(
    (await tracesOf('callum')).map(({act, words, on, byName, item}) => [act, words, on, byName, item]),
    [
      ['reason', 'Gran looks after Biscuit.', null, 'Esme Farrow', said],
      ['done', 'We brought a photo.', '2026-11-12', 'Bronagh Kell', said],
    ],
  );
  assert.equal((await leave('esme', said, {...done, on: '2099-01-01'})).statusCode, 400);
  for (const key of ['jory', 'temi', 'callum'])
    assert.equal((await leave(key, said, done)).statusCode, 404, key);
  const {id} = why.json<TraceView>();
  assert.equal((await as('bronagh', 'POST', `/traces/${id}/take-back`)).statusCode, 404);
  assert.equal((await as('esme', 'POST', `/traces/${id}/take-back`)).statusCode, 200);
  const [first] = await tracesOf('temi');
  assert.deepEqual([first?.words, first?.takenBackAt !== null], ['', true]);
});

test('what came of words that few read is sealed for exactly those, and leads from there to the plan and never back', async () => {
  const {say, leave, tracesOf, item, only, as, id} = await stand();
  const kept = await say('Dad big voice', only);
  assert.equal((await leave('esme', kept, {act: 'reason', words: 'Jory asked us to wait.'})).statusCode, 201);
  const tie = {act: 'linked', to: item('B1')};
  assert.equal((await leave('bronagh', kept, tie)).statusCode, 201);
  const open = await say('Gran sing', 'everyone');
  assert.equal((await leave('esme', open, tie)).statusCode, 404);
  assert.equal((await leave('esme', kept, {act: 'linked', to: item('A1')})).statusCode, 404);
  assert.deepEqual(filesHolding(server.folder, ['Jory asked us to wait']), []);
  for (const key of ['jory', 'esme', 'bronagh']) assert.equal((await tracesOf(key)).length, 2, key);
  for (const key of ['callum', 'temi', 'marcus', 'anita']) assert.deepEqual(await tracesOf(key), [], key);
  // Opened to everybody it keeps what was said of it with those for whom that was said.
  await as('jory', 'PUT', `/items/${kept}/audience`, {shareWith: 'everyone'});
  assert.deepEqual(await tracesOf('callum'), []);
  assert.equal((await tracesOf('bronagh')).length, 2);
  // A narrower choice takes along what everybody was told.
  await leave('esme', open, {act: 'reason', words: 'It stands in section E.'});
  assert.equal((await tracesOf('callum')).length, 1);
  await as('jory', 'PUT', `/items/${open}/audience`, {shareWith: [id('esme')]});
  assert.deepEqual(await tracesOf('callum'), []);
  assert.equal((await tracesOf('esme')).at(-1)?.words, 'It stands in section E.');
});

test('the child is told what became of each thing, private ones too, with what grown-ups answer, and nobody else is', async () => {
  const {say, leave, as, item, only} = await stand();
  const open = await say('Gran sing', 'everyone');
  const kept = await say('Dad big voice', only);
  await as('esme', 'POST', `/items/${open}/quote`, {});
  await as('esme', 'POST', '/comments', {itemId: open, text: 'I like it too.'});
  await leave('esme', open, {act: 'done', words: 'We asked Gran to come.', on: '2026-11-12'});
  await leave('bronagh', kept, {act: 'reason', words: 'You asked us not to.'});
  await leave('bronagh', kept, {act: 'linked', to: item('B1')});
  const {said} = (await as('jory', 'GET', '/you-said')).json<{said: {words: string}[]}>();
  const [dad, gran] = ['Dad big voice', 'Gran sing'].map(words => said.find(one => one.words === words));
  assert.deepEqual(gran, {
    ...{id: open, words: 'Gran sing', isQuoted: true, mayQuote: true, wrote: [], reason: null},
    done: [{words: 'We asked Gran to come.', byName: 'Esme Farrow', on: '2026-11-12'}],
    answers: [{words: 'I like it too.', byName: 'Esme Farrow'}],
  });
  assert.deepEqual(dad, {
    ...{id: kept, words: 'Dad big voice', isQuoted: false, mayQuote: false, done: [], answers: []},
    wrote: ['Jory understands sentences of up to three key words.'],
    reason: {words: 'You asked us not to.', byName: 'Bronagh Kell'},
  });
  for (const key of ['esme', 'callum'])
    assert.equal((await as(key, 'GET', '/you-said')).statusCode, 404, key);
});

test('the child puts what everybody reads into the plan as it was said, and takes it out again', async () => {
  const {say, as} = await stand();
  const open = await say('Gran sing', 'everyone');
  const told = async () => {
    type Said = {id: string; isQuoted: boolean; mayQuote: boolean};
    const {said} = (await as('jory', 'GET', '/you-said')).json<{said: Said[]}>();
    const one = said.find(({id}) => id === open);
    return [one?.isQuoted, one?.mayQuote];
  };
  const inA = async () =>
    JSON.stringify((await as('callum', 'GET', '')).json<{sections: {A: object}}>().sections.A);
  assert.deepEqual(await told(), [false, true]);
  assert.equal((await as('jory', 'POST', `/items/${open}/quote`, {})).statusCode, 201);
  assert.deepEqual([await told(), (await inA()).includes('Gran sing')], [[true, true], true]);
  assert.equal((await as('jory', 'POST', `/items/${open}/unquote`, {})).statusCode, 204);
  assert.deepEqual([await told(), (await inA()).includes('Gran sing')], [[false, true], false]);
});
