import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meeting} from '../support/meeting.ts';
import {caretAtEnd, PHONE, until, wordsOf} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('a cable pulled out in mid-sentence loses nothing: both keep typing, both have everything', async () => {
  const esme = await meeting.join('esme');
  const temi = await meeting.join('temi', {screen: PHONE, keepsPage: true});
  const [hers, theirs] = await Promise.all([esme.item('B', 1), temi.item('B', 1)]);
  await temi.typeAtEnd(theirs, ' When we go to the shop');
  await until(async () => (await wordsOf(hers)).includes('go to the shop'), 'the first half arrives');
  temi.cable.cut();
  await temi.page.keyboard.type(' he counts the trains out loud.');
  await temi.saveLine().getByText('Only on this device').waitFor();
  await esme.typeAtEnd(hers, ' In class he whispers.');
  await esme.isSaved();
  assert.ok(!(await wordsOf(hers)).includes('counts the trains'));
  temi.cable.mend();
  await temi.isSaved();
  await until(async () => (await wordsOf(hers)) === (await wordsOf(theirs)), 'both read the same');
  const text = await wordsOf(hers);
  for (const part of ['When we go to the shop', ' he counts the trains out loud.', 'In class he whispers.']) {
    assert.ok(text.includes(part), text);
  }
  assert.deepEqual(meeting.complaints, []);
});

test('on her own phone the words that she typed offline are there after a reload, and reach the others later', async () => {
  const bronagh = await meeting.join('bronagh');
  const temi = await meeting.join('temi', {screen: PHONE, keepsPage: true});
  const theirs = await temi.item('B', 2);
  await temi.typeAtEnd(theirs, ' He');
  await temi.isSaved();
  await temi.page.evaluate(() => navigator.serviceWorker.ready);
  temi.cable.cut();
  await temi.page.getByText('You are offline.').first().waitFor();
  await temi.page.keyboard.type(' settles when Gran sings.');
  await until(
    async () => (await wordsOf(theirs)).includes('when Gran sings.'),
    'the words are on her screen',
  );
  await temi.isKept();
  await temi.page.reload();
  await temi.saveLine().getByText('Only on this device').waitFor();
  const again = await temi.item('B', 2);
  await until(
    async () => (await wordsOf(again)).includes('He settles when Gran sings.'),
    'her words are still there',
  );
  await caretAtEnd(again);
  await temi.page.keyboard.type(' Every night.');
  temi.cable.mend();
  await temi.isSaved();
  const hers = await bronagh.item('B', 2);
  await until(
    async () => (await wordsOf(hers)).includes('He settles when Gran sings. Every night.'),
    'the social worker reads them',
  );
  assert.deepEqual(meeting.complaints, []);
});

test('a shared computer keeps no word of the plan, and says so', async () => {
  const priya = await meeting.join('priya', {device: 'shared', keepsPage: true});
  await priya.typeAtEnd(await priya.item('F', 0), ' Also on Fridays.');
  await priya.isSaved();
  const kept = await priya.page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(one => one.name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    local: Object.entries(localStorage).filter(([, value]) => /Friday|Jory/.test(value)),
  }));
  assert.deepEqual(kept, {databases: [], caches: [], workers: 0, local: []});
  priya.cable.cut();
  await priya.page.keyboard.type(' And');
  await priya.saveLine().getByText('Only on this page').waitFor();
});
