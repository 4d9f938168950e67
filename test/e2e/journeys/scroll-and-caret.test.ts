import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {Meeting} from '../support/meeting.ts';
import {until, wordsOf, type PersonPage} from '../support/person-page.ts';

/** Least time between two things said aloud, less the grain of the browser's timers. */
const APART_MS = 4900;

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('lines that others insert above move neither my paragraph, nor my caret, nor what I selected', async () => {
  const esme = await meeting.join('esme');
  const wren = await meeting.join('wren');
  const mine = await esme.item('F', 8);
  await mine.click();
  await esme.page.keyboard.press('Home');
  for (let at = 0; at < 3; at += 1) await esme.page.keyboard.press('Shift+ArrowRight');
  const before = await placeOf(esme, mine);
  assert.equal(before.selected.length, 3);
  await insertLines(wren, 0);
  await until(async () => (await esme.page.getByText('Line 6 from above').count()) > 0, 'the lines came');
  await settled(esme);
  const {y, ...after} = await placeOf(esme, await itemWith(esme, before.words));
  const {y: stood, ...rest} = before;
  assert.deepEqual(after, rest);
  // Half a pixel is drawn as this one or the next.
  assert.ok(Math.abs(y - stood) <= 1, `${stood} ${y}`);
});

test('lines inserted in a part above move nothing for somebody who only reads', async () => {
  const stan = await meeting.join('stan');
  const hollis = await meeting.join('hollis');
  await stan.page.getByRole('navigation').getByRole('button', {name: /^F\b/}).click();
  const paragraph = stan.page.getByText('Wren Castellan, speech and language therapist').first();
  await paragraph.waitFor();
  await settled(stan);
  const before = (await paragraph.boundingBox())?.y;
  await hollis.typeAtEnd(await hollis.item('B', 0), ' Beginning');
  for (let at = 0; at < 5; at += 1) {
    await hollis.page.keyboard.press('Enter');
    await hollis.page.keyboard.type(`New need ${at} that was not here before.`);
  }
  await until(async () => (await stan.page.getByText('New need 4').count()) > 0, 'the needs came');
  await settled(stan);
  const after = (await paragraph.boundingBox())?.y;
  assert.ok(
    before !== undefined && after !== undefined && Math.abs(after - before) <= 1,
    `${before} ${after}`,
  );
});

test('what others type is said at most once in five seconds, and says who and where but not what', async () => {
  const marcus = await meeting.join('marcus');
  const priya = await meeting.join('priya');
  await (await marcus.item('B', 0)).click();
  await marcus.page.evaluate(() => {
    const said: {text: string; at: number}[] = [];
    Object.assign(globalThis, {said});
    const line = document.querySelector('goldthread-plan')?.shadowRoot?.querySelector('#said');
    if (!line) throw new Error('There is no status line.');
    const note = (): void => void said.push({text: line.textContent, at: performance.now()});
    new MutationObserver(note).observe(line, {childList: true, characterData: true, subtree: true});
  });
  const heard = async (): Promise<{text: string; at: number}[]> =>
    marcus.page.evaluate(() => (globalThis as unknown as {said: {text: string; at: number}[]}).said);
  const theirs = await priya.item('B', 1);
  await priya.typeAtEnd(theirs, ' ');
  await until(async () => {
    await priya.page.keyboard.type('word ');
    return (await heard()).filter(one => one.text !== '').length >= 3;
  }, 'three things were said');
  const sentences = (await heard()).filter(one => one.text !== '');
  for (const [at, {text, at: time}] of sentences.entries()) {
    assert.match(text, /^Priya changed B\.$/);
    const last = sentences[at - 1];
    if (last !== undefined) assert.ok(time - last.at >= APART_MS, `${time - last.at} ms apart`);
  }
  assert.deepEqual(meeting.complaints, []);
});

interface Place {
  readonly words: string;
  readonly y: number;
  readonly selected: string;
  readonly anchor: number;
  readonly focus: number;
}

/** Where an item stands on the screen, and what is selected in it. */
async function placeOf(person: PersonPage, item: Locator): Promise<Place> {
  const y = Math.round((await item.boundingBox())?.y ?? Number.NaN);
  const selection = await person.page.evaluate(() => {
    const now = document.getSelection();
    return {
      selected: now?.toString() ?? '',
      anchor: now?.anchorOffset ?? -1,
      focus: now?.focusOffset ?? -1,
    };
  });
  return {words: await wordsOf(item), y, ...selection};
}

async function itemWith(person: PersonPage, words: string): Promise<Locator> {
  const items = person.page.getByRole('textbox', {name: /^F\. /}).locator('.goldthread-item-words');
  for (const item of await items.all()) if ((await wordsOf(item)) === words) return item;
  throw new Error('The item is gone.');
}

async function insertLines(person: PersonPage, item: number): Promise<void> {
  await person.typeAtEnd(await person.item('F', item), ' And');
  for (let at = 1; at <= 6; at += 1) {
    await person.page.keyboard.press('Enter');
    await person.page.keyboard.type(`Line ${at} from above`);
  }
}

/** Until the page has drawn what came and stands still. */
async function settled(person: PersonPage): Promise<void> {
  await person.isSaved();
  await person.page.evaluate(
    () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}
