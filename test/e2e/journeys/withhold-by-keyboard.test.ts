import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {focused, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until} from '../support/person-page.ts';
import {Questions} from '../support/questions.ts';
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
    if (screen === LAPTOP) await hidePerson(page, callum.page);

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
  const questions = new Questions(page);
  await questions.asks('Who should not see this?');
  await look('the first question');
  await questions.choose(/^input Callum Penhale/);
  await questions.goOn();
  await questions.asks('Who needs to see it?');
  await questions.goOn();
  await questions.asks('Why should they not see it?');
  await answerWhy(questions, 'Gran told me on 20 November that he asked where it is.');
  await questions.asks('Should they know that something is hidden?');
  await questions.goOn();
  await questions.asks(/^What should stay in/);
  await tabTo(page, /^input These words stay/);
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(page), /^input Nothing stays/);
  await questions.goOn();
  await questions.asks('What can be said openly?');
  await questions.goOn();
  await questions.asks('When should someone check this again?');
  await questions.goOn();
  await questions.asks('Look before you finish');
  await look('the last page');
  assert.ok(await page.getByText('As Callum Penhale will see it').isVisible());
  await questions.press(/^button Hide it/);
}

/** From the reason to what the child was told. */
async function answerWhy(questions: Questions, known: string): Promise<void> {
  await questions.choose(/^input It could put someone in danger/);
  await questions.choose(/^input Someone could be hurt/);
  await questions.goOn();
  await questions.asks('What do you know?');
  await questions.write(known);
  await questions.goOn();
  await questions.asks('What lets you keep it private?');
  await questions.goOn();
  await questions.asks('What else did you try?');
  await questions.write('Other words. None would do.');
  await questions.goOn();
  await questions.asks('What has Jory been told?');
  await questions.choose(/^input Jory has not been told yet|^input Jory knows that it is private, and why/);
  await questions.goOn();
}

/** Keeps the therapist private from the father and takes it back, by keys. */
async function hidePerson(page: Page, father: Page): Promise<void> {
  const questions = new Questions(page);
  const knowsWren = async () =>
    /Wren Castellan/.test(
      await father.locator('goldthread-people').evaluate(({shadowRoot}) => shadowRoot?.textContent ?? ''),
    );
  await tabTo(page, /^button What is kept private/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await questions.press(/^button Keep a person private from someone/);
  await questions.asks('Who should be kept private?');
  await questions.pick(/^input Wren Castellan/);
  await questions.goOn();
  await questions.asks('Who should not know about Wren Castellan?');
  await questions.choose(/^input Callum Penhale/);
  await questions.goOn();
  await questions.asks('Why should they not know?');
  await answerWhy(questions, 'He waited for her outside the clinic.');
  await questions.asks('What can be said if someone asks?');
  await questions.goOn();
  await questions.asks('When should someone check this again?');
  await questions.goOn();
  await questions.asks('Look before you finish');
  assert.equal(await knowsWren(), true, 'the father knows her until then');
  await questions.press(/^button Hide this person/);
  await until(async () => !(await knowsWren()), 'the father knows of her no more');
  await until(async () => /^button Undo/.test(await focused(page)), 'it can be taken back');
  await page.keyboard.press('Enter');
  await until(knowsWren, 'the father knows of her again');
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
