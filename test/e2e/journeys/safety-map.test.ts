import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
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

test('four people fill the map at once, one of them on a phone, and each places a number that nobody sees before all are shown', async () => {
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

  await temi.page.getByRole('button', {name: `I do not agree: ${DANGER}`}).click();
  await typeInNew(temi.page, AGAINST);
  await until(async () => (await allWords(bronagh.page)).includes(AGAINST), 'her words stand there');
  const goal = bronagh.page.getByRole('button', {name: `Write a safety goal: ${DANGER}`});
  await goal.click();
  await typeInNew(bronagh.page, 'For six months Dad asks before he comes.');
  await goal.waitFor({state: 'hidden'});

  await bronagh.page.getByRole('button', {name: `Start numbers from 0 to 10: ${DANGER}`}).click();
  await bronagh.page.getByLabel('What does 0 mean?').fill(ZERO);
  await bronagh.page.getByLabel('What does 10 mean?').fill('Everybody knows that he is safe.');
  await bronagh.page.getByRole('button', {name: 'Start it'}).click();
  for (const [at, page] of pages.entries()) await placeNumber(page, at + 3);
  for (const [at, page] of pages.entries()) {
    const words = (await numbers(page).textContent()) ?? '';
    assert.ok(words.includes(`You ${at + 3}. Only you see this so far.`), words);
    assert.ok(words.includes('In words: You'), 'nobody else’s number is there');
  }
  const found = [...(await breaches(wren.page, 'laptop')), ...(await breaches(temi.page, 'phone'))];
  assert.deepEqual(found, []);

  await numbers(bronagh.page)
    .getByRole('button', {name: /^Show everyone all the numbers/})
    .click();
  await numbers(bronagh.page).getByRole('button', {name: 'Show them now'}).click();
  const said = 'Bronagh Kell 3. Esme Farrow 4. Wren Castellan 5. Temi Adeyemi 6.';
  for (const page of pages)
    await until(async () => (await numbers(page).textContent())?.includes(said) === true, 'all see all four');
  assert.deepEqual(meeting.complaints, []);
});

async function openMap(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Safety map'}).click();
  await page.getByRole('heading', {name: 'Jory’s safety map'}).waitFor();
}

async function write(page: Page, adder: string, words: string): Promise<void> {
  const columns = page.locator('goldthread-map-column');
  await columns.getByRole('button', {name: adder, exact: true}).click();
  await typeInNew(page, words);
}

/** The new item has the caret as soon as it is there; keys pressed before go to the button that made it. */
async function typeInNew(page: Page, words: string): Promise<void> {
  await page.locator('.ProseMirror:focus').waitFor();
  await page.keyboard.type(words);
}

/** Three plain answers make the sentence. */
async function writeDanger(page: Page): Promise<void> {
  const columns = page.locator('goldthread-map-column');
  await columns.getByRole('button', {name: 'Add a danger statement', exact: true}).click();
  // That of a statement with words says which it is.
  await page.getByRole('button', {name: 'Help me write it', exact: true}).click();
  await page.getByLabel('Who is worried?').fill('Wren and Esme');
  await page.getByLabel(/^What might happen/).fill('Dad waits at the gate');
  await page.getByLabel('What could that do to Jory?').fill('be hurt');
  await page.getByRole('button', {name: 'Put this in'}).click();
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
