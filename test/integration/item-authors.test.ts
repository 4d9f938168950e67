import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import type {CompartmentId} from '@goldthread/schema';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {waitFor} from '../harness/wait-for.ts';
import {stand} from '../harness/purge-stand.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem, itemIn, textOf, wordsOf} from '../harness/writing.ts';

interface Authors {
  readonly owner: {readonly name: string} | null;
  readonly typedBy: {readonly name: string} | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly blocks: readonly (readonly {
    readonly words: string;
    readonly by: {readonly name: string; readonly relationship: string} | null;
    readonly typedFor: {readonly name: string} | null;
    readonly at: string | null;
  }[])[];
  readonly wrote: {readonly by: {readonly name: string}} | null;
  readonly tookOut: {readonly by: {readonly name: string}} | null;
}

async function written(t: TestContext) {
  const one = await stand(t);
  t.after(() => one.server.stop());
  await one.server.server.listen();
  const shared = await one.compartment('shared');
  const ask = async (key: string, id: string) => {
    const [status, body] = await one.as(key, 'GET', `/items/${id}/authors`);
    return {status, body: JSON.stringify(body), authors: body as unknown as Authors};
  };
  const [esme, temi] = [await one.open('esme', shared), await one.open('temi', shared)];
  const id = addItem(esme.doc, one.server.server.http.random, 'section:B', 'need', 'He hears the bell.');
  await esme.saved();
  const knows = (client: WireClient, words: string) =>
    waitFor(words, () => wordsOf(client.doc, 'section:B').includes(words));
  await knows(temi, 'the bell');
  const ref = (name: string) => one.plan.items.find(item => item.ref === name)?.id ?? '';
  return {...one, personId: one.id, shared, ask, esme, temi, id, knows, ref};
}

test('each passage says who first wrote it, with relationship and time, also after it was split by somebody else', async t => {
  const {ask, temi, id} = await written(t);
  textOf(temi.doc, 'section:B', id).insert(3, 'always ');
  await temi.saved();
  // As a page does when somebody presses Enter in the middle.
  temi.doc.transact(() => {
    textOf(temi.doc, 'section:B', id).delete(15, 10);
    const paragraph = itemIn(temi.doc, 'section:B', id).get(0).clone();
    itemIn(temi.doc, 'section:B', id).insert(1, [paragraph]);
    const again = itemIn(temi.doc, 'section:B', id).get(1);
    const words = again instanceof Y.XmlElement ? again.get(0) : null;
    assert.ok(words instanceof Y.XmlText);
    words.delete(0, words.length);
    words.insert(0, ' the bell.');
  });
  await temi.saved();
  const {authors} = await ask('callum', id);
  assert.deepEqual(
    authors.blocks.map(block => block.map(({words, by}) => [words, by?.name, by?.relationship])),
    [
      [
        ['He ', 'Esme Farrow', 'keyworker'],
        ['always ', 'Temi Adeyemi', 'Jory’s mum'],
        ['hears', 'Esme Farrow', 'keyworker'],
      ],
      [[' the bell.', 'Esme Farrow', 'keyworker']],
    ],
  );
  assert.ok(authors.blocks.flat().every(({at}) => at !== null && !Number.isNaN(Date.parse(at))));
  assert.deepEqual([authors.owner?.name, authors.wrote?.by.name], ['Esme Farrow', 'Temi Adeyemi']);
  assert.equal(authors.tookOut, null, 'whoever pressed Enter took nothing out');
});

test('whoever took words out last is named, and what came with the plan is nobody’s here', async t => {
  const {ask, esme, temi, id, knows, ref} = await written(t);
  textOf(temi.doc, 'section:B', id).delete(0, 9);
  await temi.saved();
  await knows(esme, 'the bell');
  const {authors} = await ask('marcus', id);
  assert.deepEqual([authors.wrote?.by.name, authors.tookOut?.by.name], ['Esme Farrow', 'Temi Adeyemi']);
  const imported = (await ask('marcus', ref('A1'))).authors;
  assert.deepEqual(imported.blocks, [[{words: 'red train', by: null, typedFor: null, at: null}]]);
  assert.deepEqual(
    [imported.owner?.name, imported.typedBy?.name, imported.facts['mode']],
    ['Jory Penhale-Adeyemi', 'Esme Farrow', 'verbatim'],
  );
});

test('who may not read an item learns nothing, and somebody hidden from a reader is nobody', async t => {
  const {ask, as, personId, esme, knows, ref, open, shared, server} = await written(t);
  const [withheld, missing] = [await ask('callum', ref('B2')), await ask('callum', 'n'.repeat(22))];
  assert.deepEqual([withheld.status, withheld.body], [404, missing.body]);
  assert.equal((await ask('bronagh', ref('B2'))).status, 200);
  const marcus = await open('marcus', shared);
  const made = addItem(marcus.doc, server.server.http.random, 'section:B', 'need', 'He runs home.');
  await marcus.saved();
  await knows(esme, 'runs home');
  assert.equal((await ask('callum', made)).authors.wrote?.by.name, 'Marcus Ibsen');
  const hidden = await as('bronagh', 'POST', '/withholdings', hiding(personId));
  assert.equal(hidden[0], 201, JSON.stringify(hidden[1]));
  const after = await ask('callum', made);
  assert.doesNotMatch(after.body, /Marcus/);
  assert.deepEqual(after.authors.blocks, [[{words: 'He runs home.', by: null, typedFor: null, at: null}]]);
  assert.deepEqual([after.authors.owner, after.authors.wrote], [null, null]);
  assert.equal((await ask('temi', made)).authors.wrote?.by.name, 'Marcus Ibsen');
});

test('an item that is withheld and comes back keeps who wrote it, for each who may read it then', async t => {
  const {ask, as, personId, temi, esme, id, knows, open} = await written(t);
  textOf(temi.doc, 'section:B', id).insert(3, 'always ');
  await temi.saved();
  await knows(esme, 'always');
  const writers = async (key: string, item: string) =>
    (await ask(key, item)).authors.blocks.map(block => block.map(({words, by}) => [words, by?.name ?? null]));
  const before = [
    [
      ['He ', 'Esme Farrow'],
      ['always ', 'Temi Adeyemi'],
      ['hears the bell.', 'Esme Farrow'],
    ],
  ];
  assert.deepEqual(await writers('callum', id), before);
  const [status, made] = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [id],
    hiddenFrom: [personId('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[id]: null},
  });
  assert.equal(status, 201, JSON.stringify(made));
  const {withholdingId, compartmentId, itemIds} = made as unknown as {
    withholdingId: string;
    compartmentId: CompartmentId;
    itemIds: [string];
  };
  const [note] = itemIds;
  assert.deepEqual(await writers('bronagh', note), before);
  assert.equal((await ask('callum', note)).status, 404);
  const marcus = await open('marcus', compartmentId);
  const words = textOf(marcus.doc, 'items', note);
  words.insert(words.length, ' It is at night.');
  await marcus.saved();
  assert.deepEqual((await writers('bronagh', note))[0]?.at(-1), [' It is at night.', 'Marcus Ibsen']);
  for (const [who, step] of [
    ['anita', 'approve'],
    ['bronagh', 'release'],
    ['anita', 'release'],
  ] as const) {
    const [code, answer] = await as(who, 'POST', `/withholdings/${withholdingId}/${step}`, {cleared: []});
    assert.equal(code, 200, JSON.stringify(answer));
  }
  await knows(temi, 'at night');
  const stands = temi.doc.getXmlFragment('section:B').toArray();
  const found = stands.find(one => one instanceof Y.XmlElement && one.toJSON().includes('at night'));
  const back = (found instanceof Y.XmlElement ? itemIdOf(found) : null) ?? '';
  const opened = (by: string | null) => [[...(before[0] ?? []), [' It is at night.', by]]];
  assert.deepEqual(await writers('callum', back), opened('Marcus Ibsen'));
  const {blocks} = (await ask('callum', back)).authors;
  assert.equal(blocks[0]?.at(-1)?.at, null, 'when it was written in private isn’t told');
  const hidden = await as('bronagh', 'POST', '/withholdings', hiding(personId));
  assert.equal(hidden[0], 201, JSON.stringify(hidden[1]));
  assert.deepEqual(await writers('callum', back), opened(null), 'who is hidden from him is nobody');
  assert.deepEqual(await writers('temi', back), opened('Marcus Ibsen'));
});

/** That somebody is kept from the father. */
function hiding(personId: (key: string) => string): object {
  return {
    personId: personId('marcus'),
    hiddenFrom: [personId('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Working Together 2026',
  };
}
