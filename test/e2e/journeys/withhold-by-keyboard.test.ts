import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {focused, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`a social worker withholds an item by keys alone, looks as the father does, and a manager approves, at ${screen.width} px`, async () => {
    const found: string[] = [];
    const callum = await meeting.join('callum');
    const {page} = await meeting.join('bronagh', {screen});
    const look = async (name: string) => void found.push(...(await breaches(page, name)));
    const words = await openFirstItem(page);
    await until(async () => (await allWords(callum.page)).includes(words), 'the father has it');

    await page.keyboard.press('Enter');
    await answerAll(page, look);
    await page.getByText('Hidden from Callum Penhale.').waitFor();
    await until(async () => !(await allWords(callum.page)).includes(words), 'the father has it no more');

    await openMore(page, /^button See the plan as/);
    await tabTo(page, /^button Callum Penhale/);
    await page.keyboard.press('Enter');
    const view = page.locator('goldthread-view-as');
    await view.getByRole('heading', {name: 'Jory’s plan, as Callum Penhale gets it'}).waitFor();
    await look('as the father');
    const shown = (await view.locator('article').allInnerTexts()).join('\n');
    assert.ok(!shown.includes(words), 'the father’s view has none of it');
    await tabTo(page, /^summary What you get and Callum does not/);
    await page.keyboard.press('Enter');
    assert.ok(
      await view.getByText(words).first().isVisible(),
      'the social worker sees that he doesn’t get it',
    );
    await look('what he doesn’t get');
    await tabTo(page, /^button Back to my own view/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await until(async () => /^button See the plan as/.test(await focused(page)), 'back where she was');

    const anita = await meeting.join('anita', {screen});
    await openMore(anita.page, /^button What is kept private/);
    const entry = anita.page.locator('goldthread-private-entry').filter({hasText: words});
    await entry.waitFor();
    found.push(...(await breaches(anita.page, 'what waits for the manager')));
    await tabTo(anita.page, new RegExp(`^button Approve: ${words.slice(0, 20)}`));
    await anita.page.keyboard.press('Enter');
    await entry.getByText('Approved.').waitFor();
    found.push(...(await breaches(anita.page, 'approved')));
    assert.ok(!(await allWords(callum.page)).includes(words), 'it stays from the father');
    assert.deepEqual(found, []);
    assert.deepEqual(meeting.complaints, []);
    for (const person of [anita, callum]) await person.close();
    await page.context().close();
  });
}

/** Goes to a part by keys, and to the question who can see its first item; answers with that item's words. */
async function openFirstItem(page: Page): Promise<string> {
  await openParts(page);
  await tabTo(page, /^button D ?Care needs/);
  await page.keyboard.press('Enter');
  await until(async () => /^h[12] D\. Care needs/.test(await focused(page)), 'the heading has the focus');
  await tabTo(page, /^button Who can see this: /);
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const host = active?.getRootNode();
    const article = host instanceof ShadowRoot ? host.host.closest('article') : null;
    const said = article?.querySelector('.goldthread-item-words p')?.cloneNode(true);
    if (!(said instanceof Element)) return '';
    for (const label of said.querySelectorAll('[class*="cursor"]')) label.remove();
    return said.textContent;
  });
}

/** Answers one question after the other and hides the item, by keys. */
async function answerAll(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const {keyboard} = page;
  const dialog = page.getByRole('dialog');
  const asks = async (title: string | RegExp) => {
    await dialog.getByRole('heading', {name: title, level: 1}).waitFor();
    await until(async () => (await focused(page)).startsWith('h1'), 'the question has the focus');
  };
  const goOn = async () => {
    await tabTo(page, /^button Continue/);
    await keyboard.press('Enter');
  };
  await asks('Who should not see this?');
  await look('the first question');
  await tabTo(page, /^input Callum Penhale/);
  await keyboard.press('Space');
  await goOn();
  await asks('Who needs to see it?');
  await goOn();
  await asks('Why should they not see it?');
  await tabTo(page, /^input It could put someone in danger/);
  await keyboard.press('Space');
  await tabTo(page, /^input Someone could be hurt/);
  await keyboard.press('Space');
  await goOn();
  await asks('What do you know?');
  await tabTo(page, /^textarea/);
  await keyboard.type('Gran told me on 20 November that he asked where it is.');
  await goOn();
  await asks(/.*/);
  await goOn();
  await asks('What else did you try?');
  await tabTo(page, /^textarea/);
  await keyboard.type('Other words. None would do.');
  await goOn();
  await asks('What has Jory been told?');
  await tabTo(page, /^input Jory has not been told yet|^input Jory knows that it is private, and why/);
  await keyboard.press('Space');
  await goOn();
  await asks('Should they know that something is hidden?');
  await goOn();
  await asks(/^What should stay in/);
  await tabTo(page, /^input These words stay/);
  await keyboard.press('ArrowDown');
  assert.match(await focused(page), /^input Nothing stays/);
  await goOn();
  await asks('What can be said openly?');
  await goOn();
  await asks('When should someone check this again?');
  await goOn();
  await asks('Look before you finish');
  await look('the last page');
  assert.ok(await page.getByText('As Callum Penhale will see it').isVisible());
  await tabTo(page, /^button Hide it/);
  await keyboard.press('Enter');
}

/** Opens one of the ways to who sees what, by keys. */
async function openMore(page: Page, which: RegExp): Promise<void> {
  await openParts(page);
  await tabTo(page, which);
  await page.keyboard.press('Enter');
}

/** A phone has the list of parts on a page of its own. */
async function openParts(page: Page): Promise<void> {
  if (page.viewportSize()?.width !== PHONE.width) return;
  await tabTo(page, /^button Parts/, 'Shift+Tab');
  await page.keyboard.press('Enter');
}
