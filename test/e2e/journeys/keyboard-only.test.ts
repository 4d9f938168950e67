import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {focused, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('a keyworker joins, goes round the page and writes help in F without a mouse', async () => {
  const page = await joinByKeys('esme', LAPTOP);
  await skipLinksLead(page);
  await regionsInTurn(page);
  await writeHelp(page);
  await undoOnlyMyOwn(page);
  await useTheTools(page);
  await page.keyboard.press('Alt+Digit0');
  await page.getByRole('dialog', {name: 'Help'}).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', {name: 'Help'}).waitFor({state: 'hidden'});
  assert.match(await focused(page), /^textbox F\. /, 'the caret is back in the words');
  await tabTo(page, /^(aside|summary|complementary)/);
  await page.context().close();
});

test('a mother on a phone with a keyboard reads, writes in B and comes back to the first page', async () => {
  const page = await joinByKeys('temi', PHONE);
  await tabTo(page, /^button What Jory finds hard/);
  await page.keyboard.press('Enter');
  await until(
    async () => /^h1 What Jory finds hard \(B\)/.test(await focused(page)),
    'the heading has the focus',
  );
  await tabTo(page, /^textbox B\. /);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('End');
  await page.keyboard.type(' He told me so.');
  await page.getByText('He told me so.').waitFor();
  await page.keyboard.press('Alt+F10');
  assert.equal(await focused(page), 'button Undo');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(page), 'button Done');
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^textbox B\. /);
  await tabTo(page, /^button Next part/);
  await page.keyboard.press('Enter');
  await until(async () => /^h1 Health needs/.test(await focused(page)), 'the next part has the focus');
  await tabTo(page, /^button Back/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await until(async () => /^h1 Hello Temi/.test(await focused(page)), 'the first page has the focus');
  await page.context().close();
});

async function joinByKeys(key: string, screen: {width: number; height: number}): Promise<Page> {
  const context = await meeting.browser.newContext({viewport: screen, reducedMotion: 'reduce'});
  const page = await context.newPage();
  await page.goto(await meeting.served.linkFor(key));
  await page.getByRole('button', {name: /This is my own/}).waitFor();
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /^button Yes, open the plan/, 'the first stop opens the plan');
  await page.keyboard.press('Enter');
  await page.getByText(/aved (at )?\d\d:\d\d/).waitFor();
  return page;
}

async function skipLinksLead(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'button Skip to the plan');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'button Skip to the parts of the plan');
  await page.keyboard.press('Enter');
  assert.match(await focused(page), /^button A ?Jory and family/);
  await page.keyboard.press('Shift+F6');
}

async function regionsInTurn(page: Page): Promise<void> {
  const stops: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    stops.push(await focused(page));
    await page.keyboard.press('F6');
  }
  const [header, parts, plan, people, again] = stops;
  assert.equal(header, 'button Meeting view');
  assert.match(parts ?? '', /^button A ?Jory and family/);
  assert.match(plan ?? '', /^(textbox A\.|h2 A\. Jory)/);
  assert.match(people ?? '', /^(button Keep a person private|aside|summary|complementary)/);
  assert.equal(again, header, 'F6 comes round');
}

/** To F by the list of parts; then an item with who, how often, and the outcome that it is for. */
async function writeHelp(page: Page): Promise<void> {
  await tabTo(page, /^button F ?Help in school/);
  await page.keyboard.press('Enter');
  await until(
    async () => /^h2 F\. Help in school/.test(await focused(page)),
    'the heading of F has the focus',
  );
  await tabTo(page, /^textbox F\. /);
  const items = page.getByRole('textbox', {name: /^F\. /}).getByRole('article');
  const before = await items.count();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A quiet place to read on Friday.');
  assert.equal(await items.count(), before + 1, 'Enter made the next item');
  const mine = items.filter({hasText: 'A quiet place to read on Friday.'});
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'button Add facts', 'Tab goes to the facts of the item with the caret');
  await page.keyboard.press('Enter');
  await until(
    async () => /^select What kind of help/.test(await focused(page)),
    'the first fact has the focus',
  );
  await tabTo(page, /^input Who will do it/);
  await page.keyboard.type('Esme Farrow');
  await tabTo(page, /^input How many times/);
  await page.keyboard.type('2');
  await tabTo(page, /^select In each/);
  await page.keyboard.type('week');
  await tabTo(page, /^select Link to/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.equal(await mine.getByRole('listitem').count(), 0, 'going through the choices links nothing');
  await tabTo(page, /^button Add the link/);
  await page.keyboard.press('Enter');
  await mine.getByRole('group', {name: 'Linked to'}).getByRole('listitem').waitFor();
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^button Change facts/, 'Esc closes the facts and stays at the item');
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^textbox F\. /, 'Esc again leads back to the words');
  await mine.getByText('2 times a week').waitFor();
  await mine.getByText('Esme Farrow').waitFor();
}

async function undoOnlyMyOwn(page: Page): Promise<void> {
  const wren = await meeting.join('wren');
  const hers = await wren.item('F', 0);
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' mistake');
  await wren.typeAtEnd(hers, ' Wren was here.');
  await page.getByText('Wren was here.').first().waitFor();
  await page.keyboard.press('Control+z');
  await until(async () => (await page.getByText(' mistake').count()) === 0, 'my own words are undone');
  assert.ok(await page.getByText('Wren was here.').first().isVisible(), 'her words stay');
}

async function useTheTools(page: Page): Promise<void> {
  await page.keyboard.type(' loud');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Alt+F10');
  assert.equal(await focused(page), 'button Bold');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'button Italic');
  await page.keyboard.press('End');
  assert.equal(await focused(page), 'button Redo');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.locator('strong', {hasText: 'loud'}).waitFor();
  await page.keyboard.press('Alt+F10');
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^textbox F\. /, 'Esc leads back to the words');
}
