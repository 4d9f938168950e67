import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {keptByBrowser} from '../support/kept-by-browser.ts';
import {Meeting} from '../support/meeting.ts';
import type {PersonPage} from '../support/person-page.ts';
import {allWords, Received} from '../support/seen-by.ts';
import {wordsKeptFrom} from '../support/withheld-words.ts';

/** An item that the father doesn't get, and the mother and the social worker do. */
const HERS = 'On 14 May 2026 Dad pushed Mum against the kitchen door';
const NEW_WORDS = ' Told to the school on Monday.';
const NAMES = ['Delphine', 'Harbour Court', 'ZZ99 3AB', 'refuge children'];

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('what is withheld from the father of plan A shows live to the mother and the social worker, and nowhere to him', async t => {
  const [his, hers] = [new Received(), new Received()];
  const callum = await meeting.join('callum', {keepsPage: true, onPage: page => his.watch(page)});
  const temi = await meeting.join('temi', {onPage: page => hers.watch(page)});
  const bronagh = await meeting.join('bronagh');
  for (const person of [callum, temi, bronagh]) await person.showAll();

  const island = islandOf(bronagh, HERS);
  await island.waitFor();
  await islandOf(temi, HERS).waitFor();
  await bronagh.typeAtEnd(island.locator('.ProseMirror'), NEW_WORDS);
  await islandOf(temi, NEW_WORDS).waitFor();
  // What he gets afterwards comes after whatever he would have been sent of it.
  await bronagh.typeAtEnd(await bronagh.item('E', 0), ' For all.');
  await callum.page.getByText('For all.').first().waitFor();

  const kept = [...wordsKeptFrom('jory', 'callum'), NEW_WORDS.trim(), ...NAMES];
  const readable = wordsKeptFrom('jory', 'callum', 'temi');
  t.diagnostic(`${kept.length} rows of words, of which the mother reads ${readable.length}`);
  const found = (text: string, words: readonly string[]) => words.filter(one => text.includes(one));
  assert.deepEqual(await hers.anyOf(readable), readable, 'what reaches a page was looked through');
  assert.deepEqual(
    found(await allWords(temi.page), readable),
    readable,
    'what a page holds was looked through',
  );

  assert.deepEqual(await his.anyOf(kept), [], 'the network brought him words');
  assert.deepEqual(found(await allWords(callum.page), kept), [], 'his page holds words');
  const onDevice = await keptByBrowser(callum.page);
  assert.ok(onDevice.length > 1000 && onDevice.includes('plan'), 'what a browser keeps was looked through');
  assert.deepEqual(found(onDevice, kept), [], 'his browser keeps words');
  assert.deepEqual(found(await printed(callum), kept), [], 'his print holds words');
  assert.ok((await printed(callum)).includes('For all.'));
  await callum.page.reload();
  await callum.isSaved();
  assert.deepEqual(await his.anyOf(kept), [], 'nor did the network after a reload');
  assert.deepEqual(found(await allWords(callum.page), kept), []);
  assert.deepEqual(meeting.complaints, []);
});

/** Brings up every part of the plan, as a person can by a setting. */
function islandOf({page}: PersonPage, words: string): Locator {
  return page.locator('goldthread-island').filter({hasText: words}).first();
}

/** The page as it is printed, in words. */
async function printed(person: PersonPage): Promise<string> {
  const {page} = person;
  await page.emulateMedia({media: 'print'});
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const words = await allWords(page);
  await page.emulateMedia({media: 'screen'});
  return words;
}
