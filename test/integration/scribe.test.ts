import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId, type HouseSessionId, type ItemId} from '@goldthread/schema';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import {node} from '@goldthread/schema/testing';
import {writeItems} from '@goldthread/schema/ydoc';
import {NEW_HOUSE_SESSION, type HouseSessionRecord} from '../../packages/server/src/storage/index.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {addItem, textOf} from '../harness/writing.ts';
import type {WireClient} from '../harness/wire-client.ts';

/** A document of the child and whoever writes for the child, and a session of theirs, which nobody has begun yet. */
async function start(t: {after(end: () => Promise<void>): void}) {
  const fixture = await SyncFixture.start();
  t.after(() => fixture.stop());
  const planId = fixture.plan.plan.id;
  const id = newId<CompartmentId>(fixture.random);
  const [jory, esme] = [fixture.person('jory').id, fixture.person('esme').id];
  const put = {
    ...{id, planId, kind: 'withheld' as const, audience: [jory, esme], epoch: 1},
    ...{schemaVersion: SCHEMA_VERSION, createdAt: fixture.clock.now()},
  } as const;
  await fixture.storage.record([{kind: 'compartment', put}]);
  const said = {place: 'The blue room', present: ['Jory', 'Esme Farrow'], prompts: [], limitsTold: 'Told.'};
  const session: HouseSessionRecord = {
    ...NEW_HOUSE_SESSION,
    ...said,
    ...{id: newId<HouseSessionId>(fixture.random), planId, compartmentId: id},
    ...{speaker: jory, scribe: esme, sessionId: (await fixture.signIn('esme')).id},
    ...{beganAt: fixture.clock.now(), readBackAt: null, endedAt: null},
  };
  const tell = async (more: Partial<HouseSessionRecord> = {}) => {
    await fixture.storage.record([{kind: 'houseSession', put: {...session, ...more}}]);
    await fixture.changed();
  };
  const write = ({doc}: WireClient, words: string): ItemId => {
    const item = newId<ItemId>(fixture.random);
    const anchor = {'anchor.root': 'house:worries', 'anchor.item': '', 'anchor.at': '', 'anchor.quote': ''};
    const {content, ...made} = node('statement', item, words);
    writeItems(doc, 'items', [{...made, content: content ?? [], attrs: {...made.attrs, ...anchor}}], 'test');
    return item;
  };
  return {fixture, id, jory, esme, tell, write};
}

const refusal = async (client: WireClient): Promise<unknown> => {
  assert.equal(await client.closed(), 4409);
  return client.last('refused')?.code;
};

test('no adult writes in a house while no session is open', async t => {
  const {fixture, id, write} = await start(t);
  const esme = await fixture.join('esme', id);
  write(esme, 'bell too loud');
  assert.equal(await refusal(esme), 'OWNER');
});

test('what somebody writes in an open session is the child’s, until it was read back; then only the child changes it', async t => {
  const {fixture, id, jory, esme, tell, write} = await start(t);
  await tell();
  const scribe = await fixture.join('esme', id);
  const item = write(scribe, 'bell loud');
  await scribe.saved();
  const record = (await fixture.storage.items(fixture.plan.plan.id)).find(one => one.id === item);
  assert.deepEqual([record?.owner, record?.typedBy, record?.verbatim], [jory, esme, true]);
  textOf(scribe.doc, 'items', item).insert(5, 'too ');
  await scribe.saved();
  await fixture.storage.record([{kind: 'readBack', in: id, itemIds: [item]}]);
  await tell({readBackAt: fixture.clock.now()});
  textOf(scribe.doc, 'items', item).insert(0, 'The ');
  assert.equal(await refusal(scribe), 'OWNER');
  const child = await fixture.join('jory', id);
  textOf(child.doc, 'items', item).insert(0, 'My ');
  await child.saved();
  const again = await fixture.join('esme', id);
  write(again, 'one thing more');
  assert.equal(await refusal(again), 'OWNER');
});

test('a session opens no document that the child does not read alone with others, and nobody else writes in it', async t => {
  const {fixture, id, tell} = await start(t);
  await tell();
  const esme = await fixture.join('esme', fixture.voice);
  addItem(esme.doc, fixture.random, 'house:worries', 'statement', 'for everybody at once');
  assert.notEqual(await refusal(esme), undefined);
  await tell({endedAt: fixture.clock.now()});
  const late = await fixture.join('esme', id);
  assert.deepEqual(late.last('hello')?.writableRoots, ['items']);
});
