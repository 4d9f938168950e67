import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {focused, press, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

const DANGER = 'Wren and Esme are worried that if Dad waits at the gate, Jory could be hurt.';
const SAFE = 'Gran came and took Jory home.';
const STEP = 'Wren makes a card for the door.';
const STRENGTH = 'He tells Mum when he is scared.';
const AGAINST = 'I would never wait there.';
/** What 0 means on the scale of this meeting, which tells it from the one that the plan has already. */
const ZERO = 'Jory is not safe this week.';

test('by keys alone four people fill the map at once, one of them on a phone, and each places a number that nobody sees before all are shown', async () => {
  const [bronagh, esme, wren, temi] = await Promise.all([
    meeting.join('bronagh'),
    meeting.join('esme'),
    meeting.join('wren'),
    meeting.join('temi', {screen: PHONE}),
  ]);
  const people = [bronagh, esme, wren, temi];
  const pages = people.map(({page}) => page);
  await Promise.all(pages.map(openMap));

  await Promise.all([
    writeDanger(bronagh.page),
    write(esme.page, 'Add what has kept the child safe', SAFE),
    write(wren.page, 'Add a next step', STEP),
    write(temi.page, 'Add a strength', STRENGTH),
  ]);
  for (const page of pages)
    await until(async () => {
      const words = await allWords(page);
      return [DANGER, SAFE, STEP, STRENGTH].every(one => words.includes(one));
    }, 'everybody reads what all four wrote');

  await press(temi.page, button(`I do not agree: ${DANGER}`));
  await typeInNew(temi.page, AGAINST);
  await until(async () => (await allWords(bronagh.page)).includes(AGAINST), 'her words stand there');
  await press(bronagh.page, button(`Write a safety goal: ${DANGER}`), 'Shift+Tab');
  await typeInNew(bronagh.page, 'For six months Dad asks before he comes.');
  await bronagh.page.getByRole('button', {name: `Write a safety goal: ${DANGER}`}).waitFor({state: 'hidden'});

  await press(bronagh.page, button(`Start numbers from 0 to 10: ${DANGER}`), 'Shift+Tab');
  await asks(bronagh.page, /^textarea What does 0 mean\?/);
  await bronagh.page.keyboard.type(ZERO);
  await answer(bronagh.page, 'What does 10 mean?', 'Everybody knows that he is safe.');
  await press(bronagh.page, /^button Start it/);
  for (const [at, page] of pages.entries()) await placeNumber(page, at + 3);
  for (const [at, page] of pages.entries()) {
    const words = (await numbers(page).textContent()) ?? '';
    assert.ok(words.includes(`You ${at + 3}. Only you see this so far.`), words);
    assert.ok(words.includes('In words: You'), 'nobody else’s number is there');
  }
  const found = [...(await breaches(wren.page, 'laptop')), ...(await breaches(temi.page, 'phone'))];
  assert.deepEqual(found, []);

  await press(bronagh.page, /^button Show everyone all the numbers/);
  await press(bronagh.page, /^button Show them now/);
  const said = 'Bronagh Kell 3. Esme Farrow 4. Wren Castellan 5. Temi Adeyemi 6.';
  for (const page of pages)
    await until(async () => (await numbers(page).textContent())?.includes(said) === true, 'all see all four');
  assert.deepEqual(meeting.complaints, []);
});

async function openMap(page: Page): Promise<void> {
  await press(page, /^button Safety map/);
  await page.getByRole('heading', {name: 'Jory’s safety map'}).waitFor();
}

async function write(page: Page, adder: string, words: string): Promise<void> {
  await press(page, button(adder));
  await typeInNew(page, words);
}

/** The new item has the caret as soon as it is there; keys pressed before go to the button that made it. */
async function typeInNew(page: Page, words: string): Promise<void> {
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.type(words);
}

/** Three plain answers make the sentence. */
async function writeDanger(page: Page): Promise<void> {
  await press(page, /^button Add a danger statement$/);
  await page.locator('.ProseMirror:focus').waitFor();
  // That of a statement with words says which it is.
  await press(page, /^button Help me write it$/);
  await asks(page, /^textarea Who is worried\?/);
  await page.keyboard.type('Wren and Esme');
  await answer(page, 'What might happen', 'Dad waits at the gate');
  await answer(page, 'What could that do to Jory?', 'be hurt');
  await press(page, /^button Put this in/);
}

/** The first question of a form has the focus as soon as it is there. */
async function asks(page: Page, question: RegExp): Promise<void> {
  await until(async () => question.test(await focused(page)), `${question.source} has the focus`);
}

async function answer(page: Page, question: string, words: string): Promise<void> {
  await tabTo(page, new RegExp(`^(input|textarea) ${escaped(question)}`));
  await page.keyboard.type(words);
}

function numbers(page: Page): Locator {
  return page.locator('goldthread-scales section').filter({hasText: ZERO});
}

async function placeNumber(page: Page, value: number): Promise<void> {
  const scale = numbers(page);
  // Where somebody still types, what they leave makes room first; a key doesn't miss what has moved.
  await scale.getByText('My number', {exact: true}).focus();
  await page.keyboard.press('Enter');
  await scale.getByText(String(value), {exact: true}).last().click();
  await scale.getByRole('button', {name: 'Keep my number'}).click();
  await scale.getByText(`You ${value}. Only you see this so far.`).waitFor();
}

/** A button as a screen reader names it, which says no more than the first eighty characters. */
function button(name: string): RegExp {
  return new RegExp(`^${escaped(`button ${name}`.slice(0, 80))}$`);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
