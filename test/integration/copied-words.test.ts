import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {SqliteStorage} from '../../packages/server/src/storage/index.ts';
import {TestServer} from '../../packages/server/src/testing/index.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {EIGHT, MAN, refusedWith, withNote} from '../harness/note-stand.ts';
import {standOn, type as typeLetters} from '../harness/purge-stand.ts';
import {addItem, itemIn, removeItem, textOf} from '../harness/writing.ts';

test('E08: eight words in a row of a private note are stopped where more people read, pasted or retyped', async t => {
  const one = await withNote(t);
  const pasting = await one.open('temi', one.shared);
  one.need(pasting, `I heard that ${EIGHT.toUpperCase()}, he did.`);
  assert.equal(await refusedWith(pasting), 'COPIED');
  const typing = await one.open('temi', one.shared);
  const item = one.need(typing, 'I heard that ');
  await typeLetters(typing, item, EIGHT.slice(0, -1));
  assert.ok(typing.isOpen, 'seven words and a part of the eighth');
  textOf(typing.doc, 'section:B', item).insert(13 + EIGHT.length - 1, 'e');
  assert.equal(await refusedWith(typing), 'COPIED');
  const detail = await one.open('temi', one.shared);
  itemIn(detail.doc, 'section:B', item).setAttribute('howOften', `when ${EIGHT}`);
  assert.equal(await refusedWith(detail), 'COPIED');
});

test('E08: once somebody decided that the words may stand there, they do, which is noted for the note’s readers', async t => {
  const one = await withNote(t);
  const first = await one.open('temi', one.shared);
  one.need(first, MAN);
  await first.closed();
  const watching = await one.open('esme', one.shared);
  assert.deepEqual(await one.copy('temi', MAN), [201, '']);
  const second = await one.open('temi', one.shared);
  const item = one.need(second, MAN);
  await second.saved();
  await typeLetters(second, item, ' He did.');
  // Somebody else didn't decide, but it stands there now, also where it is moved to.
  textOf(watching.doc, 'section:B', item).insert(2, 'tall ');
  await watching.saved();
  assert.ok(second.isOpen && watching.isOpen);
  const audit = await one.storage.audit(one.plan.planId as PlanId);
  const [entry] = audit.filter(({action}) => action === 'copied');
  assert.deepEqual(
    [entry?.actor, entry?.compartmentId, entry?.detail],
    [one.id('temi'), one.note, {root: 'section:B', reason: 'agreed', words: '12'}],
  );
});

test('E08: a decision is its writer’s, for these words and this document', async t => {
  const one = await withNote(t);
  const esme = await one.open('esme', one.shared);
  assert.deepEqual(await one.copy('temi', EIGHT), [201, '']);
  one.need(esme, EIGHT);
  assert.equal(await refusedWith(esme), 'COPIED');
  const temi = await one.open('temi', one.shared);
  one.need(temi, MAN);
  assert.equal(await refusedWith(temi), 'COPIED', 'four words more than she asked for');
});

test('E08: what the copied words could tell is cleared first, and a protected value never is', async t => {
  const one = await withNote(t);
  const bronagh = await one.open('bronagh', one.note);
  const random = one.server.server.http.random;
  const ty = 'his cousin Ty told me about it on the way home';
  const home = 'they all live together in Harbour Court with the blue door now';
  addItem(bronagh.doc, random, 'items', 'note', ty);
  addItem(bronagh.doc, random, 'items', 'note', home);
  await bronagh.saved();
  const [, body] = await one.as('temi', 'POST', '/copies', {text: ty, root: 'section:B', reason: 'known'});
  const {findings} = (body as unknown as {error: {findings: {key: string; words: string}[]}}).error;
  assert.deepEqual(
    findings.map(({words}) => words),
    ['Ty'],
  );
  assert.deepEqual(await one.copy('temi', ty, {cleared: findings.map(({key}) => key)}), [201, '']);
  await one.as('temi', 'POST', '/contacts', {kind: 'address', value: 'Flat 3, Harbour Court'});
  assert.deepEqual(await one.copy('temi', home), [409, 'PROTECTED_VALUE']);
});

test('E08: words that everybody could read before, and those of a note that has no narrower readers, are free', async t => {
  const one = await withNote(t);
  const open = 'Everybody knows that he likes the red train and the blue room best.';
  const temi = await one.open('temi', one.shared);
  const item = one.need(temi, open);
  await temi.saved();
  const bronagh = await one.open('bronagh', one.note);
  addItem(bronagh.doc, one.server.server.http.random, 'items', 'note', open);
  await bronagh.saved();
  one.need(temi, open);
  textOf(temi.doc, 'section:B', item).insert(5, 'x');
  await temi.saved();
  assert.ok(temi.isOpen);
  // In the note itself, whoever reads it reads the words already.
  addItem(bronagh.doc, one.server.server.http.random, 'items', 'note', MAN);
  await bronagh.saved();
  assert.ok(bronagh.isOpen);
  // And so does everybody who reads one that is for fewer of them.
  const [, made] = await one.as('bronagh', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'note', text: 'Beside it.'},
    hiddenFrom: [one.id('callum')],
    audience: [one.id('bronagh'), one.id('anita')],
    reasonCode: 'risk_harm',
    legalGround: 'Harm.',
  });
  const anita = await one.open('anita', made['compartmentId'] as CompartmentId);
  addItem(anita.doc, one.server.server.http.random, 'items', 'note', MAN);
  await anita.saved();
  assert.ok(anita.isOpen);
});

test('E08: a server that starts anew knows the words of every note from the first letter on', async t => {
  const one = await withNote(t);
  await one.server.stop();
  const openStorage = (folder: string) => new SqliteStorage(folder);
  const server = await TestServer.start({folder: one.server.folder, openStorage});
  t.after(() => server.stop());
  await server.server.listen();
  const temi = await standOn(server, one.plan).open('temi', one.shared);
  addItem(temi.doc, server.server.http.random, 'section:B', 'need', MAN);
  assert.equal(await refusedWith(temi), 'COPIED');
});

test('E08: words that were purged from a note are forgotten here too', async t => {
  const one = await withNote(t);
  const watching = await one.open('esme', one.shared);
  assert.equal((await one.purge(one.note, MAN))[0], 202);
  one.need(watching, MAN);
  await watching.saved();
  assert.ok(watching.isOpen);
});

test('E08: what stands in a note is followed as it changes, moves and goes', async t => {
  const one = await withNote(t);
  const random = one.server.server.http.random;
  const temi = await one.open('temi', one.shared);
  const bronagh = await one.open('bronagh', one.note);
  const later = 'later on the neighbour saw two grey cars behind the house';
  const added = addItem(bronagh.doc, random, 'items', 'note', later.slice(0, 30));
  await typeIn(bronagh, added, later.slice(30));
  one.need(temi, later);
  assert.equal(await refusedWith(temi), 'COPIED');
  removeItem(bronagh.doc, 'items', added);
  await bronagh.saved();
  const again = await one.open('temi', one.shared);
  one.need(again, later);
  await again.saved();
  assert.ok(again.isOpen);
  const moved = one.plan.items.find(({ref}) => ref === 'B1')?.id ?? '';
  const words = 'Jory understands sentences of up to three key words.';
  const request = {
    itemIds: [moved],
    safeWording: {[moved]: null},
    hiddenFrom: [one.id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Harm.',
  };
  assert.equal((await one.as('bronagh', 'POST', '/withholdings', request))[0], 201);
  one.need(again, words);
  assert.equal(await refusedWith(again), 'COPIED');
});

test('E08: whoever doesn’t receive the note writes the same words as any others', async t => {
  const one = await withNote(t);
  const callum = await one.open('callum', one.shared);
  one.need(callum, MAN);
  await callum.saved();
  assert.ok(callum.isOpen);
  const random = 'A dog asked the school office what time Year 3 goes home.';
  assert.deepEqual(await one.copy('callum', MAN), await one.copy('callum', random));
  const before = await one.storage.audit(one.plan.planId as PlanId);
  assert.deepEqual(
    before.filter(({action}) => action === 'copied'),
    [],
  );
});

/** Types at the end of a note. */
async function typeIn(client: WireClient, item: string, words: string): Promise<void> {
  const text = textOf(client.doc, 'items', item);
  for (const letter of words) text.insert(text.length, letter);
  await client.saved();
}
