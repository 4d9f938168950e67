import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {sideways, smallTargets} from '../support/looks.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, caretAtEnd, until} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

const WHY = 'He forgets in two weeks.';
const HERS = ' It is every week.';
const HIS = ' It is every two weeks.';

test('the mother suggests other words for a provision on her phone, the officer suggests others back, and both sides stand there', async () => {
  await meeting.served.ask('PATCH', `/api/plans/${meeting.served.planId}`, {stage: 'draftServed'});
  const temi = await meeting.join('temi', {screen: PHONE});
  const marcus = await meeting.join('marcus');
  await temi.page.getByRole('button', {name: /\(F\)$/}).click();
  await temi.page.getByRole('button', {name: 'Change the words: F1', exact: true}).click();
  await temi.page.getByLabel('Why? You can leave this empty.').fill(WHY);
  await temi.page.getByRole('button', {name: 'Write other words'}).click();
  const hers = temi.page.getByRole('textbox', {name: 'What it should say'});
  await until(() => hasFocus(hers), 'she can type at once');
  await caretAtEnd(hers);
  await temi.page.keyboard.type(HERS, {delay: 5});
  await changes(temi.page, 'goldthread-suggestion ins', HERS);
  await temi.isSaved();
  assert.deepEqual(await breaches(temi.page, 'suggesting on a phone'), []);
  assert.deepEqual(await smallTargets(temi.page), []);
  assert.equal(await sideways(temi.page), 0);

  await marcus.section('F');
  await marcus.page.getByText('Temi Adeyemi suggests other words').waitFor();
  await marcus.page.getByText(`Why: “${WHY}”`).waitFor();
  await marcus.page.getByRole('button', {name: 'Suggest others back: Temi Adeyemi'}).click();
  const his = marcus.page.getByRole('textbox', {name: 'What it should say'});
  await until(() => hasFocus(his), 'he can type at once');
  await caretAtEnd(his);
  for (let left = HERS.length; left > 0; left -= 1) await marcus.page.keyboard.press('Backspace');
  await marcus.page.keyboard.type(HIS, {delay: 5});
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
  await temi.page.getByRole('button', {name: /^Yes, use these words: Marlshire/}).click();
  await until(
    async () => (await first(marcus.page)).includes(HIS.trim()),
    'her yes puts his words into the plan',
  );
  assert.ok(!(await first(temi.page)).includes(HERS.trim()));
  await temi.page.getByRole('button', {name: '2 earlier suggestions: F1', exact: true}).click();
  await temi.page.getByText('Agreed, with the words that came back.').waitFor();
  assert.deepEqual([...temi.complaints, ...marcus.complaints], []);
  await temi.close();
  await marcus.close();
});

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
  await page.getByRole('button', {name: /^(You agree|Your side agrees in part)(, [^.]*)?\. F1$/}).click();
  await page.getByRole('button', {name: answer, exact: true}).click();
  await page.getByText('Everyone who reads this can see your answer.').waitFor();
  await page.getByRole('button', {name: 'Close', exact: true}).click();
}
