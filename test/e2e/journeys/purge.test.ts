import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Locator} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

const ADDRESS = 'Top Flat, Quay Row 14';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('an address that a mother typed by mistake is taken out for good while everybody has the plan open', async () => {
  const temi = await meeting.join('temi', {screen: PHONE});
  const callum = await meeting.join('callum');
  const esme = await meeting.join('esme');
  const ofCallum = await callum.item('B', 0);
  await temi.typeAtEnd(await temi.item('B', 0), ` We live at ${ADDRESS}.`);
  await callum.page.getByText(ADDRESS).first().waitFor();
  await temi.isSaved();

  await esme.page.getByRole('button', {name: 'Take words out for good'}).click();
  const screen = esme.page.locator('goldthread-purge');
  await screen.getByLabel('Which words?').fill(ADDRESS.toLowerCase());
  assert.deepEqual(await breaches(esme.page, 'which words'), []);
  await screen.getByRole('button', {name: 'Find them'}).click();
  await screen.getByText('Now in B').waitFor();
  assert.deepEqual(await breaches(esme.page, 'where they stand'), []);
  const takeOut = screen.getByRole('button', {name: 'Take out for good'});
  await esme.page.emulateMedia({forcedColors: 'active'});
  assert.ok(!(await isOnItsOwnColour(takeOut)), 'its words can be read in forced colours');
  await esme.page.emulateMedia({forcedColors: 'none'});
  await takeOut.click();
  await screen.getByRole('heading', {name: 'They are gone'}).waitFor();
  const report = await screen.getByRole('listitem').allInnerTexts();
  assert.ok(
    report.some(line => line.startsWith('Callum Penhale, from ')),
    report.join('\n'),
  );
  assert.deepEqual(await breaches(esme.page, 'the report'), []);
  await screen.getByRole('button', {name: 'Close'}).click();

  for (const {page} of [temi, callum, esme])
    await until(async () => !(await allWords(page)).includes('Quay Row'), 'the words are gone');
  await temi.page.keyboard.press('Control+z');
  await callum.typeAtEnd(ofCallum, ' He likes the pond.');
  for (const person of [temi, esme]) await person.page.getByText('He likes the pond.').first().waitFor();
  await callum.isSaved();
  for (const {page} of [temi, callum, esme])
    assert.ok(!(await allWords(page)).includes('Quay Row'), 'no undo brings them back');
  assert.deepEqual(meeting.complaints, []);
});

/** Whether words have the colour of the page, which forced colours put behind all words. */
async function isOnItsOwnColour(control: Locator): Promise<boolean> {
  return control.evaluate(element => {
    const plate = document.createElement('span');
    plate.style.color = 'Canvas';
    element.append(plate);
    const is = getComputedStyle(element).color === getComputedStyle(plate).color;
    plate.remove();
    return is;
  });
}
