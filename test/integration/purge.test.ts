import assert from 'node:assert/strict';
import {copyFileSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {test} from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import * as Y from 'yjs';
import {openWith} from '../../packages/server/src/open-storage.ts';
import {filesHolding} from '../../packages/server/src/testing/files-holding.ts';
import {TestServer, smallPlan} from '../../packages/server/src/testing/index.ts';
import {TEST_MASTER_KEY} from '../../packages/server/src/testing/test-server.ts';
import {Cable} from '../e2e/support/cable.ts';
import {EditorFixture} from '../harness/editor-fixture.ts';
import {ADDRESS, LETTERS, SECRET, stand, standOn, type} from '../harness/purge-stand.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, textOf, wordsOf} from '../harness/writing.ts';

test('purged words are in no file and in nothing that a new client is sent, however they were typed', async t => {
  const {server, plan, storage, compartment, open, purge} = await stand(t);
  t.after(() => server.stop());
  await server.server.listen();
  const shared = await compartment('shared');
  const esme = await open('esme', shared);
  const random = server.server.http.random;
  const one = addItem(esme.doc, random, 'section:B', 'need', 'They are at ');
  await type(esme, one, SECRET);
  const two = addItem(esme.doc, random, 'section:B', 'need', `Go to ${LETTERS.slice(0, 5).join('')}`);
  await type(esme, two, LETTERS.slice(5).join(''));
  textOf(esme.doc, 'section:B', two).format(8, 4, {bold: {}});
  // Typed and taken back, so that it stands only in the log.
  const three = addItem(esme.doc, random, 'section:B', 'need', 'He hears the bell.');
  await type(esme, three, SECRET);
  const text = textOf(esme.doc, 'section:B', three);
  text.delete(text.length - SECRET.length, SECRET.length);
  await esme.saved();
  assert.equal(filesHolding(server.folder, LETTERS).length > 0, true);
  const [status, report] = await purge(shared, SECRET);
  assert.equal(status, 202);
  assert.equal(report['places'], 2);
  assert.deepEqual(filesHolding(server.folder, LETTERS), []);
  const marcus = await open('marcus', shared);
  const received = Buffer.concat(marcus.received);
  for (const letter of LETTERS) assert.ok(!received.includes(letter));
  assert.match(wordsOf(marcus.doc, 'section:B'), /They are at .*Go to .*He hears the bell\./);
  const [record] = await storage.purges();
  assert.deepEqual([record?.state, record?.words, record?.found], ['done', null, 0]);
  const log = await storage.updateLog(shared, 0, 1000);
  assert.ok(log.every(row => row.bytes === null));
  const deeds = (await storage.audit(plan.planId as PlanId)).filter(({action}) => action === 'purged');
  assert.deepEqual(
    deeds.map(({detail}) => detail),
    [{places: '2'}],
  );
  assert.doesNotMatch(server.log.join('\n'), /\u{109A0}/u);
});

test('whoever has the document open drops it, and nobody who has another one open notices', async t => {
  const {server, compartment, open, purge} = await stand(t);
  t.after(() => server.stop());
  await server.server.listen();
  const [shared, voice] = [await compartment('shared'), await compartment('voice')];
  const [esme, callum] = [await open('esme', shared), await open('callum', shared)];
  const others = [await open('jory', voice), await open('callum', voice)];
  const heard = others.map(one => one.received.length);
  const id = addItem(esme.doc, server.server.http.random, 'section:B', 'need', SECRET);
  await esme.saved();
  await purge(shared, SECRET);
  for (const client of [esme, callum]) {
    assert.equal(await client.closed(), 4410);
    assert.deepEqual(client.last('reset'), {kind: 'reset', reason: 'purge'});
  }
  assert.ok(others.every((one, index) => one.isOpen && one.received.length === heard[index]));
  addItem(others[0]?.doc ?? new Y.Doc(), server.server.http.random, 'house:good', 'statement', 'red train');
  await others[0]?.saved();
  assert.ok(id);
});

test('an offline copy of the old document brings nothing back, and an old ticket opens nothing', async t => {
  const {server, compartment, open, purge} = await stand(t);
  t.after(() => server.stop());
  await server.server.listen();
  const shared = await compartment('shared');
  const esme = await open('esme', shared);
  addItem(esme.doc, server.server.http.random, 'section:B', 'need', SECRET);
  await esme.saved();
  const offline = new Y.Doc();
  Y.applyUpdate(offline, Y.encodeStateAsUpdate(esme.doc));
  const undo = new Y.UndoManager(esme.doc.getXmlFragment('section:B'));
  await purge(shared, SECRET);
  await esme.closed();
  // The stale page goes on by itself: what it does now reaches nobody.
  undo.undo();
  const back = await open('callum', shared, offline);
  assert.doesNotMatch(wordsOf(back.doc, 'section:B'), /\u{109A0}/u);
  const fresh = await open('marcus', shared);
  assert.doesNotMatch(wordsOf(fresh.doc, 'section:B'), /\u{109A0}/u);
  assert.deepEqual(filesHolding(server.folder, LETTERS), []);
});

test('a purge in a private document leaves everybody else’s document as it is', async t => {
  const {server, as, compartment, open, purge, storage, id} = await stand(t);
  t.after(() => server.stop());
  await server.server.listen();
  const shared = await compartment('shared');
  const callum = await open('callum', shared);
  const [, made] = await as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'harm', text: `A man came to ${SECRET}.`},
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  const withheld = String(made['compartmentId']);
  const anita = await open('anita', withheld as CompartmentId);
  const before = [callum.received.length, JSON.stringify(await storage.loadDocument(shared))];
  const [, report] = await purge(withheld, SECRET);
  assert.equal(report['places'], 1);
  assert.equal(await anita.closed(), 4410);
  assert.ok(callum.isOpen);
  assert.deepEqual([callum.received.length, JSON.stringify(await storage.loadDocument(shared))], before);
  assert.deepEqual(filesHolding(server.folder, LETTERS), []);
  const audit = JSON.stringify((await as('callum', 'GET', '/audit'))[1]);
  assert.doesNotMatch(audit, /purged/);
});

test('an undo in a page that was cut off brings nothing back: the page fetches the document anew when it returns', async t => {
  const house = await EditorFixture.start();
  t.after(() => house.stop());
  const cable = await Cable.to(Number(new URL(house.origin).port));
  t.after(() => cable.remove());
  const {plan, shared} = await house.live('temi', 'section:B', cable.origin);
  const {shared: other} = await house.live('bronagh', 'section:B');
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  const stale = shared.doc;
  const text = textOf(stale, 'section:B', house.item('B1'));
  text.insert(0, SECRET);
  const undo = new Y.UndoManager(stale.getXmlFragment('section:B'));
  text.delete(0, SECRET.length);
  await waitFor('everything is saved', () => plan.save.kind === 'saved');
  cable.cut();
  await waitFor('the page knows', () => shared.state.kind === 'offline');
  const documents = await house.server.server.http.storage.compartments(house.planId);
  const compartmentId = documents.find(({kind}) => kind === 'shared')?.id;
  const purges = `/api/plans/${house.planId}/purges`;
  assert.equal(await house.as('bronagh', 'POST', purges, {compartmentId, text: SECRET}), 202);
  undo.undo();
  assert.match(wordsOf(stale, 'section:B'), /\u{109A0}/u);
  cable.mend();
  await waitFor('the page has a fresh document', () => shared.doc !== stale && shared.state.kind === 'live');
  await waitFor('so has the other', () => other.state.kind === 'live');
  for (const page of [shared, other]) assert.doesNotMatch(wordsOf(page.doc, 'section:B'), /\u{109A0}/u);
  // They are in front of whoever made them anew, and nowhere else.
  assert.deepEqual(
    plan.unsent.map(unsent => unsent.text),
    [SECRET],
  );
  assert.equal(plan.save.kind, 'saved');
});

test('a backup from before is of no use with the keys of today, and the words are looked for in what is read', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {storage, compartment, purge} = standOn(server, await server.importPlan(smallPlan()));
  const shared = await compartment('shared');
  await server.server.sync.writeAsServer([
    {
      id: shared,
      items: [],
      write: doc => {
        addItem(doc, server.server.http.random, 'section:B', 'need', ADDRESS);
      },
    },
  ]);
  const copy = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => {
    rmSync(copy, {recursive: true, force: true});
  });
  const before = await storage.loadDocument(shared);
  assert.ok(before !== null && before.tail.length > 0);
  for (const name of ['goldthread.db', 'goldthread.db-wal'])
    copyFileSync(join(server.folder, name), join(copy, name));
  await purge(shared, ADDRESS);
  copyFileSync(join(server.folder, 'keys.db'), join(copy, 'keys.db'));
  const old = openWith(copy, TEST_MASTER_KEY);
  await assert.rejects(old.loadDocument(shared), {code: 'KEY_GONE'});
  await old.close();
});

test('while somebody reads from a file the purge waits with the last of it, and says what is done', async t => {
  const {server, compartment, purge, storage} = await stand(t);
  t.after(() => server.stop());
  const shared = await compartment('shared');
  const reader = new DatabaseSync(join(server.folder, 'goldthread.db'), {readOnly: true});
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM plan').get();
  const add = (doc: Y.Doc) => {
    addItem(doc, server.server.http.random, 'section:B', 'need', SECRET);
  };
  await server.server.sync.writeAsServer([{id: shared, items: [], write: add}]);
  const [status, report] = await purge(shared, SECRET);
  assert.deepEqual([status, report['places']], [202, 1]);
  assert.equal((await storage.purges())[0]?.state, 'rekeyed');
  reader.close();
  await server.server.http.purges.finishAll();
  assert.equal((await storage.purges())[0]?.state, 'done');
  assert.deepEqual(filesHolding(server.folder, LETTERS), []);
});
