import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {elementOf, itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {agreementStand} from '../testing/agreement-stand.ts';
import {TestServer} from '../testing/index.ts';

const server = await TestServer.start();
after(() => server.stop());

test('a party says what it thinks, and thinks otherwise later; both answers are kept', async () => {
  const {say, positionsOf, item} = await agreementStand(server);
  const first = await say('temi', 'F1', {stance: 'agree', expectedVersion: 0});
  assert.equal(first.status, 200, first.text);
  const second = await say('temi', 'F1', {stance: 'partly', words: ' Twice a week. ', expectedVersion: 1});
  assert.equal(second.status, 200, second.text);
  const [mine] = (await positionsOf('callum')).filter(one => one.item === item('F1'));
  assert.ok(mine);
  const {party, name, byName, stance, words, version, isBeforeLastChange} = mine;
  assert.deepEqual(
    [party, name, byName, stance, words, version, isBeforeLastChange],
    ['temi', 'Temi Adeyemi', 'Temi Adeyemi', 'partly', 'Twice a week.', 2, false],
  );
  assert.deepEqual(
    mine.earlier.map(one => [one.stance, one.words]),
    [['agree', '']],
  );
});

test('nobody answers for another party, and an agency’s people answer as one', async () => {
  const {id, say} = await agreementStand(server);
  const nobodys = await say('temi', 'F1', {stance: 'agree', expectedVersion: 0, party: 'nobody at all'});
  assert.equal(nobodys.status, 404);
  for (const party of ['callum', id('callum'), 'Marlshire social care', 'child', `person:${id('callum')}`]) {
    const other = await say('temi', 'F1', {stance: 'agree', expectedVersion: 0, party});
    assert.deepEqual([other.status, other.text], [404, nobodys.text], party);
  }
  const agency = 'Marlshire social care';
  assert.equal((await say('anita', 'F1', {stance: 'agree', expectedVersion: 0, party: agency})).status, 200);
  const again = {stance: 'partly', expectedVersion: 1, party: `agency:${agency}`};
  assert.equal((await say('bronagh', 'F1', again)).status, 200);
});

test('whoever didn’t know of their own side’s last answer is shown it, and nothing is changed', async () => {
  const {say, positionsOf} = await agreementStand(server);
  await say('anita', 'F1', {stance: 'disagree', words: 'Too little.', expectedVersion: 0});
  const late = await say('bronagh', 'F1', {stance: 'agree', expectedVersion: 0});
  assert.equal(late.status, 409);
  assert.equal(late.error?.code, 'POSITION_CHANGED');
  const {stance, words, byName, version} = late.error?.position ?? {};
  assert.deepEqual([stance, words, byName, version], ['disagree', 'Too little.', 'Anita Dray', 1]);
  const early = await say('temi', 'F1', {stance: 'agree', expectedVersion: 3});
  assert.deepEqual([early.status, early.error?.position], [409, null]);
  assert.equal(
    (await positionsOf('esme')).filter(one => one.stance === 'agree').length,
    1,
    'the imported one',
  );
});

test('only the party that decides says that nothing is decided yet', async () => {
  const {say} = await agreementStand(server);
  const notHers = await say('temi', 'F1', {stance: 'notDecided', expectedVersion: 0});
  assert.deepEqual([notHers.status, notHers.error?.code], [409, 'NOT_FOR_YOU_TO_DECIDE']);
  assert.equal((await say('marcus', 'F1', {stance: 'notDecided', expectedVersion: 0})).status, 200);
  const silent = await say('temi', 'F1', {stance: 'yes', expectedVersion: 0});
  assert.equal(silent.status, 400);
});

test('in a plan that has ceased nobody answers any more', async () => {
  const {say, moveOn} = await agreementStand(server);
  await moveOn('ceased');
  assert.equal((await say('temi', 'F1', {stance: 'agree', expectedVersion: 0})).status, 404);
});

test('somebody hidden from a reader of the item takes no position on it', async () => {
  const {say, positionsOf} = await agreementStand(server);
  assert.equal((await say('delphine', 'F1', {stance: 'agree', expectedVersion: 0})).status, 404);
  const names = (await positionsOf('callum')).map(one => one.name);
  assert.deepEqual(names, ['Callum Penhale'], 'nobody without a name stands there either');
  assert.ok((await positionsOf('temi')).some(one => one.name === 'refuge'));
});

test('what is said of a private note changes nothing for anybody else, and asking for it says nothing', async () => {
  const {say, get, item, positionsOf} = await agreementStand(server);
  const before = await get('callum', '/records');
  const said = await say('temi', 'B2', {stance: 'disagree', words: 'It was the alarm.', expectedVersion: 1});
  assert.equal(said.status, 200, said.text);
  const after = await get('callum', '/records');
  assert.deepEqual([after.body, after.headers['etag']], [before.body, before.headers['etag']]);
  assert.doesNotMatch((await get('callum', '')).body, /alarm/);
  const [real, none] = [
    await say('callum', 'B2', {stance: 'agree', expectedVersion: 0}),
    await say('callum', 'nowhere', {stance: 'agree', expectedVersion: 0}),
  ];
  assert.deepEqual([real.status, real.text], [none.status, none.text]);
  assert.ok((await positionsOf('bronagh')).some(one => one.item === item('B2')));
  assert.match((await get('temi', '')).body, /It was the alarm/);
});

test('an answer is before the last change once the words or facts of its item are others, and not for how they are set', async () => {
  const {say, positionsOf, item, shared} = await agreementStand(server);
  await say('temi', 'F1', {stance: 'agree', expectedVersion: 0});
  const before = async () =>
    (await positionsOf('callum')).find(one => one.item === item('F1'))?.isBeforeLastChange;
  const change = async (act: (element: Y.XmlElement) => void) => {
    const write = (doc: Y.Doc) => {
      const elements = doc.getXmlFragment('section:F').toArray();
      for (const one of elements) if (one instanceof Y.XmlElement && itemIdOf(one) === item('F1')) act(one);
    };
    await server.server.sync.writeAsServer([{id: shared, items: [], write}]);
  };
  const words = (element: Y.XmlElement) => {
    const paragraph = element.toArray().find(child => child instanceof Y.XmlElement);
    const found = (paragraph as Y.XmlElement).get(0);
    assert.ok(found instanceof Y.XmlText);
    return found;
  };
  assert.equal(await before(), false);
  await change(element => words(element).format(0, 4, {strong: {}}));
  assert.equal(await before(), false);
  await change(element => words(element).insert(0, 'Now '));
  assert.equal(await before(), true);
  await change(element => words(element).delete(0, 4));
  assert.equal(await before(), false, 'it says again what she agreed with');
  await change(element => element.setAttribute('frequency.n', 2 as unknown as string));
  assert.equal(await before(), true);
  await say('temi', 'F1', {stance: 'agree', expectedVersion: 1});
  assert.equal(await before(), false);
  await change(element => element.push([elementOf({type: 'link', attrs: {rel: 'need', to: item('B1')}})]));
  assert.equal(await before(), true);
});

test('imported answers are kept with their items, those of private notes for the note’s readers alone', async () => {
  const {positionsOf, item} = await agreementStand(server);
  const hers = await positionsOf('temi');
  assert.deepEqual(
    hers.map(one => [one.item, one.party, one.stance, one.version, one.isBeforeLastChange]),
    [
      [item('B1'), 'callum', 'disagree', 1, false],
      [item('B1'), 'refuge', 'agree', 1, false],
      [item('B2'), 'temi', 'agree', 1, false],
    ],
  );
  assert.deepEqual(
    (await positionsOf('marcus')).map(one => one.party),
    ['callum', 'refuge'],
  );
});

test('answers move with an item that is withheld, and back with it when that is undone or opened', async () => {
  const {say, as, id, item, positionsOf, get, storage, planId} = await agreementStand(server);
  await say('temi', 'B1', {stance: 'partly', words: 'Four, with cards.', expectedVersion: 0});
  const outside = async () =>
    JSON.stringify((await positionsOf('callum')).map(one => [one.party, one.words]));
  const before = await outside();
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('B1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('B1')]: null},
  });
  assert.equal(withheld.statusCode, 201, withheld.body);
  const made = withheld.json<{withholdingId: string; compartmentId: string; itemIds: string[]}>();
  assert.equal(await outside(), '[]');
  assert.doesNotMatch((await get('callum', '')).body, /with cards/);
  const mine = (await positionsOf('bronagh')).filter(one => one.item === made.itemIds[0]);
  assert.deepEqual(mine.map(one => one.name).sort(), ['Callum Penhale', 'Temi Adeyemi', 'refuge']);
  assert.ok(!mine.some(one => one.isBeforeLastChange), 'the words are the same in their new place');
  const rows = (await storage.positions(planId)).filter(one => one.words === 'Four, with cards.');
  assert.deepEqual(
    rows.map(one => [one.compartmentId, one.itemId]),
    [[made.compartmentId, made.itemIds[0]]],
  );
  const undone = await as('bronagh', 'POST', `/withholdings/${made.withholdingId}/undo`);
  assert.equal(undone.statusCode, 200, undone.body);
  assert.equal(await outside(), before);
});

test('exactly those who read an item are told of an answer, and of one that left with its item only those who read it now', async () => {
  const {say, as, id, item} = await agreementStand(server);
  const {sync} = server.server;
  const told: string[][] = [];
  const original = sync.tellRecords.bind(sync);
  sync.tellRecords = (planId, readers, kinds) => {
    if (kinds.includes('positions')) told.push([...readers]);
    return original(planId, readers, kinds);
  };
  await say('temi', 'F1', {stance: 'agree', expectedVersion: 0});
  await say('temi', 'B2', {stance: 'partly', expectedVersion: 1});
  const [open, narrow] = told.splice(0);
  assert.ok(open?.includes(id('callum')) && open.includes(id('delphine')));
  assert.deepEqual(narrow?.toSorted(), [id('temi'), id('bronagh')].toSorted());
  await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('B1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('B1')]: null},
  });
  sync.tellRecords = original;
  assert.ok(told.flat().includes(id('bronagh')));
  assert.ok(!told.flat().includes(id('callum')), 'of an item that somebody deletes nobody is told either');
});
