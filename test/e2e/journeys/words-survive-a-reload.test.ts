import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meeting} from '../support/meeting.ts';
import {until, wordsOf} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('words typed without a connection survive closing the page, and reach everyone later', async () => {
  const esme = await meeting.join('esme', {keepsPage: true});
  const temi = await meeting.join('temi', {keepsPage: true});
  const before = await wordsOf(await temi.item('B', 0));
  esme.cable.cut();
  await esme.typeAtEnd(await esme.item('B', 0), ' Offline one.');
  await esme.isKept();
  await esme.page.reload();
  const again = await esme.item('B', 0);
  await until(
    async () => (await wordsOf(again)).endsWith(' Offline one.'),
    'the words are there after the reload',
  );
  await esme.typeAtEnd(again, ' Offline two.');
  esme.cable.mend();
  await until(
    async () => (await wordsOf(await temi.item('B', 0))) === `${before} Offline one. Offline two.`,
    'the other has both',
  );
  await esme.isSaved();
});

test('a shared device keeps nothing of the plan', async () => {
  const priya = await meeting.join('priya', {device: 'shared', keepsPage: true});
  const kept = (): Promise<string[]> =>
    priya.page.evaluate(async () => (await indexedDB.databases()).flatMap(({name}) => name ?? []));
  assert.deepEqual(await kept(), []);
});
