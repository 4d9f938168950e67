import assert from 'node:assert/strict';
import {test} from 'node:test';
import {StockClient} from '../harness/stock-client.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, wordsOf} from '../harness/writing.ts';

test('stock y-websocket clients join, write, see each other and come back after a cut', async t => {
  // A stock client says on the console that it doesn't know messages of type 100.
  t.mock.method(console, 'error', () => undefined);
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const esme = await StockClient.join(t, fixture, 'esme');
  const temi = await StockClient.join(t, fixture, 'temi');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'He hears the bell.');
  await waitFor('her copy', () => wordsOf(temi.doc, 'section:B').includes('bell'));
  temi.provider.awareness.setLocalStateField('cursor', null);
  temi.provider.awareness.setLocalStateField('user', {name: 'somebody else'});
  await waitFor('her presence', () => esme.provider.awareness.getStates().has(temi.doc.clientID));
  const seen = esme.provider.awareness.getStates().get(temi.doc.clientID);
  assert.deepEqual((seen?.['user'] as {name: string}).name, 'Temi Adeyemi');

  temi.provider.disconnect();
  await waitFor('her leaving', () => !esme.provider.awareness.getStates().has(temi.doc.clientID));
  addItem(temi.doc, fixture.random, 'section:A', 'history', 'typed without a connection');
  addItem(esme.doc, fixture.random, 'section:B', 'need', 'typed meanwhile');
  temi.provider.connect();
  await waitFor('both texts', () =>
    [esme, temi].every(
      ({doc}) =>
        wordsOf(doc, 'section:A').includes('without a connection') &&
        wordsOf(doc, 'section:B').includes('meanwhile'),
    ),
  );
  assert.equal(JSON.stringify(esme.doc), JSON.stringify(temi.doc));
});

test('a stock client that may not write in a section is stopped for good, and the others never see it', async t => {
  t.mock.method(console, 'error', () => undefined);
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const temi = await StockClient.join(t, fixture, 'temi');
  const esme = await fixture.join('esme');
  addItem(temi.doc, fixture.random, 'section:I', 'institution', 'forbidden');
  await waitFor('the refusal', () => temi.closeCode === 4409);
  assert.ok(!temi.provider.shouldConnect);
  assert.ok(!wordsOf(esme.doc, 'section:I').includes('forbidden'));
});
