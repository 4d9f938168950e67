import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {sideways, smallTargets} from '../support/looks.ts';
import {focused, press, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

const WHY = 'He forgets in two weeks.';
const HERS = ' It is every week.';
const HIS = ' It is every two weeks.';

test('by keys alone the mother types on a provision that she may not change, on her phone, where a finger does too, the officer suggests other words back, and both sides stand there', async () => {
  await meeting.served.ask('PATCH', `/api/plans/${meeting.served.planId}`, {stage: 'draftServed'});
  const temi = await meeting.join('temi', {screen: PHONE, isTouched: true});
  const marcus = await meeting.join('marcus');
  await press(temi.page, /^button .*\(F\)/);
  await until(async () => /^h1 Help in school/.test(await focused(temi.page)), 'she is in F');
  await tabTo(temi.page, /^textbox F\. /);
  await temi.page.keyboard.type(HERS.trim());
  await temi.page.keyboard.press('Tab');
  await temi.page.keyboard.type(WHY);
  await press(temi.page, /^button Write other words/);
  const hers = temi.page.getByRole('textbox', {name: 'What it should say'});
  await until(() => hasFocus(hers), 'she can go on at once');
  await changes(temi.page, 'goldthread-suggestion ins', HERS);
  await press(temi.page, /^button Change who, when or how often/);
  await tabTo(temi.page, /How many times/);
  await temi.page.keyboard.press('Control+A');
  await temi.page.keyboard.type('2');
  await temi.page.keyboard.press('Tab');
  await changes(temi.page, 'goldthread-suggestion dd ins', '2 times a week');
  await temi.isSaved();
  assert.deepEqual(await breaches(temi.page, 'suggesting on a phone'), []);
  assert.deepEqual(await smallTargets(temi.page), []);
  assert.equal(await sideways(temi.page), 0);
  assert.equal(await temi.page.getByText('Your access has changed').count(), 0);

  await press(marcus.page, /^button F ?Help in school/);
  await marcus.page.getByText('Temi Adeyemi suggests other words').waitFor();
  await marcus.page.getByText(`Why: “${WHY}”`).waitFor();
  await changes(marcus.page, 'goldthread-suggestion dd ins', '2 times a week');
  await press(marcus.page, /^button Suggest others back: Temi Adeyemi/);
  const his = marcus.page.getByRole('textbox', {name: 'What it should say'});
  await until(() => hasFocus(his), 'he can type at once');
  for (let left = HERS.length; left > 0; left -= 1) await marcus.page.keyboard.press('Backspace');
  await marcus.page.keyboard.type(HIS);
  await marcus.isSaved();
  assert.deepEqual(await breaches(marcus.page, 'suggesting back'), []);

  for (const {page} of [temi, marcus]) {
    await page.getByText(/suggests other words back to Temi Adeyemi/).waitFor();
    await changes(page, 'goldthread-suggestion ins', HERS);
    await changes(page, 'goldthread-suggestion ins', HIS);
    await page.getByText('Other words came back. Both can still be used.').waitFor();
  }
  await takePosition(temi.page, 'I do not agree');
  await takePosition(marcus.page, 'We agree');
  for (const {page} of [temi, marcus])
    await until(async () => {
      const words = await allWords(page);
      return words.includes('Temi Adeyemi does not agree') && /Marlshire[^.]* agrees/.test(words);
    }, 'both positions stand beside the provision');
  await press(temi.page, /^button Yes, use these words: Marlshire/);
  await until(
    async () => (await first(marcus.page)).includes(HIS.trim()),
    'her yes puts his words into the plan',
  );
  assert.ok(!(await first(temi.page)).includes(HERS.trim()));
  await marcus.page.getByText('How often 2 times a week').first().waitFor();
  await press(temi.page, /^button 2 earlier suggestions: F1/, 'Shift+Tab');
  await temi.page.getByText('Agreed, with the words that came back.').waitFor();
  await touchesWords(temi.page);
  assert.deepEqual([...temi.complaints, ...marcus.complaints], []);
  await temi.close();
  await marcus.close();
});

/** With a finger she comes to the same box, and a second touch elsewhere lets go of what it offered. */
async function touchesWords(page: Page): Promise<void> {
  const second = page.locator('.goldthread-words[data-letter="F"] article').nth(1);
  await second.locator('p').first().tap();
  const offer = page.locator('button.offer');
  await offer.waitFor();
  assert.deepEqual(await smallTargets(page), []);
  await page.getByRole('heading', {level: 1}).tap();
  await offer.waitFor({state: 'detached'});
  await second.locator('p').first().tap();
  await offer.tap();
  await until(async () => (await focused(page)).startsWith('input Your words.'), 'she can type');
}

async function hasFocus(box: Locator): Promise<boolean> {
  return (await box.count()) === 1 && (await box.evaluate(one => one === document.activeElement));
}

async function changes(page: Page, selector: string, words: string): Promise<void> {
  await page.locator(selector).filter({hasText: words.trim()}).first().waitFor();
}

async function first(page: Page): Promise<string> {
  return (await page.locator('.goldthread-words[data-letter="F"] article p').first().textContent()) ?? '';
}

async function takePosition(page: Page, answer: string): Promise<void> {
  await press(page, /^button (You agree|Your side agrees in part)(, [^.]*)?\. F1$/, 'Shift+Tab');
  await press(page, new RegExp(`^button ${answer}$`));
  await page.getByText('Everyone who reads this can see your answer.').waitFor();
  await press(page, /^button Close$/);
}
