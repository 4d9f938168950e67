import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CommitGate} from '../harness/commit-gate.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem} from '../harness/writing.ts';

async function start(t: {after(run: () => Promise<void>): void}) {
  const gate = new CommitGate();
  const fixture = await SyncFixture.start({wrapStorage: storage => gate.wrap(storage)});
  t.after(async () => {
    gate.release();
    await fixture.stop();
  });
  const wrote = async () =>
    (await fixture.storage.audit(fixture.plan.plan.id))
      .filter(({action}) => action === 'wrote')
      .map(({actor, compartmentId}) => [
        fixture.plan.participants.find(({id}) => id === actor)?.key,
        fixture.plan.compartments.find(({id}) => id === compartmentId)?.kind,
      ]);
  return {gate, fixture, wrote};
}

test('that somebody writes in a document is noted once for each session, and reading notes nothing', async t => {
  const {fixture, wrote} = await start(t);
  const session = await fixture.signIn('esme');
  const jory = await fixture.join('jory', fixture.voice);
  await fixture.join('temi');
  for (let opened = 0; opened < 2; opened += 1) {
    const client = fixture.client(await fixture.ticket(session));
    await client.synced();
    for (const words of ['one', 'two']) {
      addItem(client.doc, fixture.random, 'section:E', 'outcome', words);
      await client.saved();
    }
    client.destroy();
  }
  addItem(jory.doc, fixture.random, 'house:good', 'statement', 'red train');
  await jory.saved();
  assert.deepEqual(await wrote(), [
    ['jory', 'voice'],
    ['esme', 'shared'],
  ]);
});

test('the note is in the commit of the words: where that fails neither is there, and both are after the next', async t => {
  const {gate, fixture, wrote} = await start(t);
  const session = await fixture.signIn('esme');
  const first = fixture.client(await fixture.ticket(session));
  await first.synced();
  gate.failNext();
  addItem(first.doc, fixture.random, 'section:E', 'outcome', 'lost');
  await waitFor('a closed socket', () => first.closeCode !== null);
  assert.deepEqual(await wrote(), []);
  const second = fixture.client(await fixture.ticket(session));
  await second.synced();
  addItem(second.doc, fixture.random, 'section:E', 'outcome', 'kept');
  await second.saved();
  assert.deepEqual(await wrote(), [['esme', 'shared']]);
});

test('a refused update notes nothing', async t => {
  const {fixture, wrote} = await start(t);
  const callum = await fixture.join('callum');
  addItem(callum.doc, fixture.random, 'section:K', 'advice', 'not his to write');
  await waitFor('a refusal', () => callum.closeCode !== null);
  assert.deepEqual(await wrote(), []);
});
