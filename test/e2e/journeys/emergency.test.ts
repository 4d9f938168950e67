import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE} from '../support/person-page.ts';
import {allWords} from '../support/seen-by.ts';

const WHY = 'He did not come home from school and nobody answers.';
/** A private item of the example that the safeguarding lead is no reader of. */
const PRIVATE = /Private note\. Hidden from/;

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('when a child is missing, the safeguarding lead proves who she is, reads for an hour, and a manager says that it was right', async () => {
  const priya = await meeting.join('priya', {screen: PHONE});
  const esme = await meeting.join('esme');
  const anita = await meeting.join('anita');
  const before = await allWords(priya.page);

  const show = async () => {
    await priya.page.getByRole('button', {name: 'Parts'}).click();
    await priya.page.getByRole('button', {name: 'Emergency access'}).click();
  };
  await show();
  const screen = priya.page.locator('goldthread-glass');
  await screen.getByRole('radio', {name: 'A child is missing'}).check();
  await screen.getByLabel('Say more').fill(WHY);
  assert.deepEqual(await breaches(priya.page, 'the questions'), []);
  await screen.getByRole('button', {name: 'Open for one hour'}).click();
  await screen.getByRole('button', {name: 'Show that it is you'}).click();

  await esme.page.getByRole('button', {name: 'Give someone a code'}).click();
  await esme.page
    .locator('goldthread-codes')
    .getByRole('button', {name: /Priya Mistry-Lowe/})
    .click();
  const code = (await esme.page.locator('goldthread-codes .code').innerText()).replace(/\s/g, '');
  await priya.page.getByLabel('Code').fill(code);
  assert.deepEqual(await breaches(priya.page, 'the proof'), []);
  await priya.page.getByRole('button', {name: 'Show that it is me'}).click();
  await screen.getByRole('button', {name: 'Open for one hour'}).click();
  await screen.getByRole('heading', {name: /^You can read until \d\d:\d\d/}).waitFor();
  await screen.getByRole('button', {name: 'See the plan'}).click();
  await priya.page.getByRole('button', {name: 'Parts'}).click();
  await priya.page.getByRole('button', {name: 'What are we worried about?'}).click();
  await priya.page.getByRole('textbox', {name: PRIVATE}).or(priya.page.getByText(PRIVATE)).first().waitFor();
  assert.ok((await allWords(priya.page)).length > before.length, 'more is there to read');

  await anita.page.getByRole('button', {name: 'Emergency access'}).click();
  const check = anita.page.locator('goldthread-glass');
  await check.getByRole('button', {name: 'Check it: Priya Mistry-Lowe'}).click();
  await check.getByText(WHY).waitFor();
  await check.getByRole('radio', {name: 'It was right'}).check();
  await check.getByLabel('Why do you say so?').fill('He was found at the station.');
  assert.deepEqual(await breaches(anita.page, 'the check'), []);
  await check.getByRole('button', {name: 'Save'}).click();
  await check.getByText('You checked it on').waitFor();
  assert.deepEqual(meeting.complaints, []);
});
