import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until, wordsOf} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('keyworker and mother type in the same item at once and read the same text', async () => {
  const esme = await meeting.join('esme');
  const temi = await meeting.join('temi', {screen: PHONE});
  const [hers, theirs] = await Promise.all([esme.item('B', 0), temi.item('B', 0)]);
  const begun = await wordsOf(hers);
  const keyworker = ' He watches faces while he listens.';
  const mother = ' At home he points to what he means.';
  await Promise.all([esme.typeAtEnd(hers, keyworker), temi.typeAtEnd(theirs, mother)]);
  await Promise.all([esme.isSaved(), temi.isSaved()]);
  await until(async () => (await wordsOf(hers)) === (await wordsOf(theirs)), 'both read the same');
  const letters = (words: string): string => [...words].sort().join('');
  assert.equal(letters(await wordsOf(hers)), letters(begun + keyworker + mother));
  assert.deepEqual(meeting.complaints, []);
});

test('two people side by side see each other named, with what they are to the child', async () => {
  const bronagh = await meeting.join('bronagh');
  const wren = await meeting.join('wren');
  await wren.typeAtEnd(await wren.item('F', 0), ' ');
  const here = bronagh.page.locator('goldthread-people');
  await here.getByText('Wren Castellan').first().waitFor();
  await here
    .getByText(/speech and language therapist/i)
    .first()
    .waitFor();
  const flag = (await bronagh.section('F')).getByText('Wren', {exact: false}).first();
  await flag.waitFor({state: 'attached'});
  assert.deepEqual(meeting.complaints, []);
});
