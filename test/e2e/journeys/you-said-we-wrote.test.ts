import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE} from '../support/person-page.ts';
import {allWords, Received} from '../support/seen-by.ts';

const QUOTED = 'Gran sing';
const KEPT = 'Dad big voice';
const OF_THE_KEPT = 'Jory asked us to wait with this.';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('the keyworker quotes what Jory said and says why other words are not in the plan; Jory sees both, and his father nothing of what Jory keeps', async () => {
  const his = new Received();
  const esme = await meeting.join('esme', {screen: LAPTOP});
  await openScreen(esme.page);
  assert.deepEqual(await breaches(esme.page, 'you said, we wrote'), []);
  await esme.page.getByRole('button', {name: `Quote it in section A: ${QUOTED}`}).click();
  await esme.page.getByText('It stands in section A now, word for word.').waitFor();
  await esme.page.getByRole('button', {name: `Take the quote out: ${QUOTED}`}).waitFor();
  await sayWhy(esme.page, 'where Biscuit', 'Biscuit lives with Gran now.');
  await sayWhy(esme.page, KEPT, OF_THE_KEPT);
  await esme.page.getByText('Jory has not let everyone read this, so it cannot be quoted.').first().waitFor();

  for (const screen of [LAPTOP, PHONE]) {
    const {page} = await meeting.join('jory', {screen, isChild: true});
    await page.getByRole('button', {name: 'You said. We did.'}).click();
    await turnTo(page, QUOTED);
    await page.getByText('Your words are in your plan.').waitFor();
    await turnTo(page, 'Biscuit lives with Gran now.');
    await turnTo(page, OF_THE_KEPT);
    assert.deepEqual(await breaches(page, 'what came of it'), []);
  }

  const callum = await meeting.join('callum', {screen: PHONE, onPage: page => his.watch(page)});
  await openScreen(callum.page);
  await callum.page.getByText('Biscuit lives with Gran now.').waitFor();
  const shown = await allWords(callum.page);
  assert.match(shown, /9 things were said\. Of these, 4 have no place/);
  assert.doesNotMatch(shown, /Quote it|cannot be quoted/);
  assert.deepEqual(await his.anyOf([KEPT, OF_THE_KEPT]), [], 'nothing of it reached his father');
  assert.deepEqual(meeting.complaints, []);
});

async function openScreen(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'You said, we wrote'}).click();
  await page.getByText(/things were said/).waitFor();
}

async function sayWhy(page: Page, words: string, why: string): Promise<void> {
  await page.getByRole('button', {name: `Say why not: ${words}`}).click();
  await page.getByLabel('In your words').fill(why);
  await page.getByRole('button', {name: 'Keep the reason'}).click();
  await page.getByText(why).waitFor();
}

/** Goes through what Jory said, one thing at a time, to where these words stand. */
async function turnTo(page: Page, words: string): Promise<void> {
  await page.getByRole('button', {name: 'Next'}).waitFor();
  for (let turns = 0; !(await page.getByText(words).first().isVisible()); turns += 1) {
    assert.ok(turns < 20, 'it is among them');
    await page.getByRole('button', {name: 'Next'}).click();
  }
}
