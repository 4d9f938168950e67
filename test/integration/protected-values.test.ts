import assert from 'node:assert/strict';
import {test, type TestContext} from 'node:test';
import {stand, type as typeLetters, type PurgeStand} from '../harness/purge-stand.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';
import {addItem, itemIn, textOf, wordsOf} from '../harness/writing.ts';

const REFUGE = 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB';

interface Sighting {
  readonly by: string;
  readonly compartmentId: string;
  readonly itemId: string;
}

/** A plan whose store holds an address that Temi and social care may read. */
async function withRefuge(t: TestContext): Promise<PurgeStand> {
  const one = await stand(t);
  t.after(() => one.server.stop());
  await one.server.server.listen();
  const [status] = await one.as('temi', 'POST', '/contacts', {kind: 'address', value: REFUGE});
  assert.equal(status, 201);
  return one;
}

/** Types letter by letter until the server says no more; gives how many letters went through. */
async function typeUntilStopped(client: WireClient, item: string, words: string): Promise<void> {
  const text = textOf(client.doc, 'section:B', item);
  for (const letter of words) text.insert(text.length, letter);
  await client.closed();
}

/** Asks again until something that the server does by itself has come to be. */
async function come(isThere: () => Promise<boolean>): Promise<void> {
  while (!(await isThere())) await new Promise(resolve => setImmediate(resolve));
}

const need = (one: PurgeStand, client: WireClient, words: string) =>
  addItem(client.doc, one.server.server.http.random, 'section:B', 'need', words);

test('E07: whoever may read a value and pastes it where others read is refused, and nobody gets a letter of it', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const [temi, callum] = [await one.open('temi', shared), await one.open('callum', shared)];
  need(one, temi, 'Go to flat 3 harbour ct.');
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'PROTECTED');
  const again = await one.open('temi', shared);
  need(one, again, 'Go home.');
  await again.saved();
  await waitFor('the other words', () => wordsOf(callum.doc, 'section:B').includes('Go home.'));
  assert.ok(callum.isOpen, 'nothing of it was typed before, so nothing is purged');
  assert.ok(!Buffer.concat(callum.received).toString('latin1').includes('harbour'));
});

test('E07: typed letter by letter it is stopped at the last one, and what was typed before is purged', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const [temi, callum] = [await one.open('temi', shared), await one.open('callum', shared)];
  const item = need(one, temi, 'They are at the house. ');
  await temi.saved();
  await typeUntilStopped(temi, item, 'Harbour Court');
  assert.equal(temi.last('refused')?.code, 'PROTECTED');
  assert.equal(await callum.closed(), 4410);
  await come(async () => (await one.storage.purges())[0]?.state === 'done');
  const fresh = await one.open('callum', shared);
  assert.match(wordsOf(fresh.doc, 'section:B'), /They are at the house\. /);
  assert.doesNotMatch(wordsOf(fresh.doc, 'section:B'), /Harb|Cour/);
  assert.deepEqual(
    (await one.storage.purges()).map(({by, words}) => [by, words]),
    [[one.id('temi'), null]],
  );
  const log = await one.storage.updateLog(shared, 0, 1000);
  assert.ok(log.every(row => row.bytes === null));
});

test('E07: what somebody else wrote of it is left standing, and so are such words elsewhere', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const [temi, callum] = [await one.open('temi', shared), await one.open('callum', shared)];
  const elsewhere = need(one, callum, 'We walk by Harbour Cour every day.');
  const item = need(one, callum, 'Har');
  await callum.saved();
  await waitFor('the words', () => wordsOf(temi.doc, 'section:B').includes('"Har"'));
  await typeUntilStopped(temi, item, 'bour Court');
  await callum.closed();
  await come(async () => (await one.storage.purges())[0]?.state === 'done');
  const fresh = await one.open('callum', shared);
  assert.equal(textOf(fresh.doc, 'section:B', item).toString(), 'Har');
  assert.equal(textOf(fresh.doc, 'section:B', elsewhere).toString(), 'We walk by Harbour Cour every day.');
});

test('E07: a value that comes into the store while people write counts from then on', async t => {
  const one = await stand(t);
  t.after(() => one.server.stop());
  await one.server.server.listen();
  const temi = await one.open('temi', await one.compartment('shared'));
  need(one, temi, 'At the old boathouse.');
  await temi.saved();
  await one.as('temi', 'POST', '/contacts', {kind: 'other', value: 'The new boathouse'});
  need(one, temi, 'At the new boathouse.');
  assert.equal(await temi.closed(), 4409);
  assert.equal(temi.last('refused')?.code, 'PROTECTED');
});

test('E07: in a detail and in the address of a link it is stopped as well', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const first = await one.open('temi', shared);
  const item = need(one, first, 'Somewhere.');
  await first.saved();
  itemIn(first.doc, 'section:B', item).setAttribute('howOften', 'at ZZ99 3AB');
  assert.equal(await first.closed(), 4409);
  assert.equal(first.last('refused')?.code, 'PROTECTED');
  const second = await one.open('temi', shared);
  textOf(second.doc, 'section:B', item).format(0, 4, {
    webLink: {href: 'https://maps.example/?q=Harbour%20Court'},
  });
  assert.equal(await second.closed(), 4409);
  assert.equal(second.last('refused')?.code, 'PROTECTED');
});

test('E07: where a value stands already, whoever may read it goes on writing beside it and moves it', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const callum = await one.open('callum', shared);
  const item = need(one, callum, 'I think they are at Harbour Court now.');
  await callum.saved();
  const temi = await one.open('temi', shared);
  await typeLetters(temi, item, ' He said so.');
  textOf(temi.doc, 'section:B', item).insert(20, 'x');
  await temi.saved();
  assert.ok(temi.isOpen);
});

test('E07: where everybody who reads may know it, it may be written', async t => {
  const one = await withRefuge(t);
  const audience = [one.id('temi'), one.id('bronagh'), one.id('anita')];
  const draft = {root: 'sos:worries', type: 'harm', text: `They are at ${REFUGE}.`};
  const request = {
    draft,
    reasonCode: 'location',
    legalGround: 'Harm.',
    hiddenFrom: [one.id('callum')],
    audience,
  };
  const [, made] = await one.as('bronagh', 'POST', '/withholdings', request);
  assert.ok(made['compartmentId'], JSON.stringify(made));
  const anita = await one.open('anita', made['compartmentId'] as never);
  addItem(anita.doc, one.server.server.http.random, 'items', 'note', `Again: ${REFUGE}`);
  await anita.saved();
  const wide = await one.as('bronagh', 'POST', '/withholdings', {
    ...request,
    audience: [...audience, one.id('esme')],
  });
  assert.deepEqual([wide[0], wide[1].error?.code], [409, 'PROTECTED_VALUE']);
  for (const words of [{legalGround: REFUGE}, {openReason: REFUGE}]) {
    const told = await one.as('bronagh', 'POST', '/withholdings', {
      ...request,
      draft: {...draft, text: 'A man asked.'},
      audience: 'openReason' in words ? audience : [...audience, one.id('esme')],
      ...words,
    });
    assert.equal(told[1].error?.code, 'PROTECTED_VALUE', JSON.stringify(words));
  }
  // Esme may not know it: to her it is text like any other.
  const [status] = await one.as('esme', 'POST', '/withholdings', {
    ...request,
    audience: [...audience, one.id('esme')],
  });
  assert.equal(status, 201);
});

test('E07: whoever may not know a value writes it as any other words; those who keep it are told, and nobody else', async t => {
  const one = await withRefuge(t);
  const shared = await one.compartment('shared');
  const watching = new Map<string, WireClient>();
  for (const key of ['bronagh', 'anita', 'temi', 'esme']) watching.set(key, await one.open(key, shared));
  const callum = await one.open('callum', shared);
  const item = need(one, callum, REFUGE);
  await callum.saved();
  assert.ok(callum.isOpen);
  const told = (key: string) => watching.get(key)?.last('records')?.kinds;
  await waitFor('those who keep it', () => told('bronagh') !== undefined && told('anita') !== undefined);
  assert.deepEqual([told('temi'), told('esme'), callum.last('records')], [undefined, undefined, undefined]);
  const sightings = async (key: string) => {
    const [, {contacts}] = await one.as(key, 'GET', '/contacts');
    return (contacts as {sightings: Sighting[]}[]).flatMap(contact => contact.sightings);
  };
  const [seen] = await sightings('bronagh');
  assert.deepEqual([seen?.by, seen?.compartmentId, seen?.itemId], [one.id('callum'), shared, item]);
  assert.deepEqual(await sightings('temi'), []);
});

test('E07: a sighting in a private document is told only to those who read it', async t => {
  const one = await withRefuge(t);
  const [, made] = await one.as('esme', 'POST', '/withholdings', {
    draft: {root: 'sos:worries', type: 'note', text: 'Beside it.'},
    hiddenFrom: [one.id('callum')],
    audience: [one.id('esme'), one.id('bronagh')],
    reasonCode: 'third_party',
    legalGround: 'Another’s.',
    class: 'marked',
  });
  const esme = await one.open('esme', made['compartmentId'] as never);
  const before = await one.as('anita', 'GET', '/contacts');
  addItem(esme.doc, one.server.server.http.random, 'items', 'note', REFUGE);
  await esme.saved();
  const sightings = async (key: string) => {
    const [, {contacts}] = await one.as(key, 'GET', '/contacts');
    return (contacts as {sightings: Sighting[]}[])[0]?.sightings.length;
  };
  await come(async () => (await sightings('bronagh')) === 1);
  assert.deepEqual(await one.as('anita', 'GET', '/contacts'), before);
});
