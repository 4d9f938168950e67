import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {filesHolding} from '../../packages/server/src/testing/files-holding.ts';
import {TestServer, smallPlan} from '../../packages/server/src/testing/index.ts';
import {ADDRESS, LETTERS, SECRET, stand, standOn} from '../harness/purge-stand.ts';
import {addItem, textOf} from '../harness/writing.ts';

test('records that repeat the words lose them too, and those that say something else keep it', async t => {
  const file = smallPlan();
  const positions = file['positions'] as {item?: string; words?: string}[];
  positions.push({...positions[0], item: 'F1', words: `she is at ${ADDRESS}, I know`});
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {storage, as, compartment, purge, plan, id} = standOn(server, await server.importPlan(file));
  const planId = plan.planId as PlanId;
  const b1 = plan.items.find(one => one.ref === 'B1')?.id ?? '';
  const shared = await compartment('shared');
  await as('bronagh', 'POST', '/withholdings', {
    itemIds: [b1],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    factBase: `He came to ${ADDRESS}.`,
    safeWording: {[b1]: null},
  });
  const decision = async () => (await storage.withholdings(planId)).find(({personId}) => personId === null);
  const made = await decision();
  assert.ok(made);
  const words = [...'Flat 3, Har|bour Court, Saltmere'.split('|')].map(part => ({type: 'text', text: part}));
  const formerNode = {type: 'need', attrs: {id: b1}, content: [{type: 'paragraph', content: words}]};
  const movedFrom = made.movedFrom.map(former => ({...former, formerNode}));
  await storage.record([{kind: 'withholding', put: {...made, openReason: `Not at ${ADDRESS}.`, movedFrom}}]);
  const person = (await storage.participants(planId)).find(({key}) => key === 'marcus');
  assert.ok(person);
  await storage.putParticipant({...person, relationship: `officer, ${ADDRESS}`});
  const [, report] = await purge(shared, 'flat 3 harbour court saltmere');
  assert.equal(report['places'], 0);
  const everything = JSON.stringify([
    await storage.plan(planId),
    await storage.positions(planId),
    await storage.participants(planId),
    (await storage.withholdings(planId)).map(({factBase: _own, ...rest}) => rest),
  ]);
  assert.doesNotMatch(everything, /Har|bour/);
  assert.match(everything, /she is at , I know/);
  assert.match(everything, /talks fine with me/);
  const record = await decision();
  // What only its readers read stays: it is no copy of what everybody reads.
  assert.match(record?.factBase ?? '', /Harbour/);
  assert.equal((await purge(record?.compartmentId ?? '', ADDRESS))[0], 202);
  assert.equal((await decision())?.factBase, 'He came to .');
});

test('first words of an item, which a private note beside it keeps, are purged with the item', async t => {
  const {server, as, compartment, purge, storage, id, plan} = await stand(t);
  t.after(() => server.stop());
  const b1 = plan.items.find(one => one.ref === 'B1')?.id ?? '';
  const shared = await compartment('shared');
  await server.server.sync.writeAsServer([
    {id: shared, items: [], write: doc => textOf(doc, 'section:B', b1).insert(0, SECRET)},
  ]);
  const draft = {root: 'section:B', afterItemId: b1, type: 'note', text: 'Keep an eye on this.'};
  const [, made] = await as('bronagh', 'POST', '/withholdings', {
    draft,
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const withheld = String(made['compartmentId']) as CompartmentId;
  const quote = () =>
    server.server.sync.withDocument(withheld, doc => JSON.stringify(doc.getXmlFragment('items').toJSON()));
  assert.match((await quote()) ?? '', /\u{109A0}/u);
  const before = (await storage.compartment(withheld))?.epoch ?? 0;
  const [, report] = await purge(shared, SECRET);
  assert.equal(report['places'], 1);
  assert.doesNotMatch((await quote()) ?? '', /\u{109A0}/u);
  assert.match((await quote()) ?? '', /Keep an eye on this/);
  assert.equal((await storage.compartment(withheld))?.epoch, before + 1);
  assert.deepEqual(filesHolding(server.folder, LETTERS), []);
});

test('the report names who had it open since it stood there, and nobody of whom the reader may not know', async t => {
  const file = smallPlan();
  const people = file['participants'] as {key: string; hiddenFrom?: unknown}[];
  for (const one of people) {
    if (one.key === 'delphine') one.hiddenFrom = [{key: 'bronagh', class: 'sealed'}];
  }
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {as, compartment, purge} = standOn(server, await server.importPlan(file));
  await as('marcus', 'GET', '');
  await as('temi', 'GET', '');
  const shared = await compartment('shared');
  server.pass(3_600_000);
  const since = server.server.http.clock.now();
  await server.server.sync.writeAsServer([
    {
      id: shared,
      items: [],
      write: doc => {
        addItem(doc, server.server.http.random, 'section:B', 'need', ADDRESS);
      },
    },
  ]);
  server.pass(60_000);
  await as('temi', 'GET', '/export?format=json');
  await as('delphine', 'GET', '');
  await as('callum', 'GET', '');
  const [, report] = await purge(shared, ADDRESS);
  const seen = report['couldHaveSeen'] as {name: string; firstAt: string}[];
  assert.deepEqual(seen.map(({name}) => name).sort(), ['Callum Penhale', 'Temi Adeyemi']);
  assert.ok(seen.every(({firstAt}) => Date.parse(firstAt) >= since));
  assert.doesNotMatch(JSON.stringify(report), /Harbour/);
});

test('only those who may purge, and only from what they receive', async t => {
  const {server, as, compartment, purge, id} = await stand(t);
  t.after(() => server.stop());
  const shared = await compartment('shared');
  for (const key of ['temi', 'callum', 'jory', 'marcus', 'delphine'])
    assert.equal((await purge(shared, 'red train', key))[0], 404, key);
  for (const key of ['esme', 'bronagh', 'anita'])
    assert.equal((await purge(shared, 'nothing of the kind', key))[0], 202, key);
  const [, made] = await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: 'A man came.'},
    hiddenFrom: [id('esme')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const there = await purge(String(made['compartmentId']), 'A man came', 'esme');
  assert.deepEqual(there, await purge('W'.repeat(22), 'A man came', 'esme'));
  assert.equal(there[0], 404);
  assert.equal((await purge(shared, ' a '))[0], 400);
});
