import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {PHONE, until} from '../support/person-page.ts';
import {allWords, Received} from '../support/seen-by.ts';

const NUMBER = '07700 900123';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('a mother keeps a number outside the plan: her social worker reads it, and nothing of it reaches the father', async () => {
  const received = new Received();
  const callum = await meeting.join('callum', {onPage: page => received.watch(page)});
  const bronagh = await meeting.join('bronagh');
  const temi = await meeting.join('temi', {screen: PHONE});
  await temi.page.getByRole('button', {name: 'Addresses and numbers'}).click();
  const mine = temi.page.locator('goldthread-contacts');
  await mine.getByRole('heading', {name: /ADDR-7Q/}).waitFor();
  assert.deepEqual(await breaches(temi.page, 'her list'), []);
  await mine.getByRole('button', {name: 'Keep a new one'}).click();
  await mine.getByRole('radio', {name: 'Phone number'}).check();
  await mine.getByLabel('Write it here').fill(NUMBER);
  assert.deepEqual(await breaches(temi.page, 'a new number'), []);
  await mine.getByRole('button', {name: 'Keep it'}).click();
  await mine.getByText(/In the plan, write TEL-\w+ instead\./).waitFor();

  await bronagh.page.getByRole('button', {name: 'Addresses and numbers'}).click();
  const hers = bronagh.page.locator('goldthread-contacts');
  await hers.getByRole('button', {name: 'Show the phone number'}).click();
  await hers.getByText(NUMBER).waitFor();
  assert.deepEqual(await breaches(bronagh.page, 'the social worker’s list'), []);

  await bronagh.page.getByRole('button', {name: 'Close'}).click();
  await callum.section('D');
  await bronagh.typeAtEnd(await bronagh.item('D', 0), ' Seen by all.');
  await callum.page.getByText('Seen by all.').first().waitFor();
  assert.equal(await callum.page.getByRole('button', {name: 'Addresses and numbers'}).count(), 1);
  for (const trace of [NUMBER, 'TEL-', 'Harbour Court'])
    assert.ok(!(await received.holds(trace)), `the network brought ${trace}`);
  await callum.page.getByRole('button', {name: 'Addresses and numbers'}).click();
  await callum.page.getByText('There is nothing here for you.').waitFor();
  await until(async () => !(await allWords(callum.page)).includes('Harbour'), 'his list is empty');
  assert.ok(!(await received.holds(NUMBER)));
  assert.deepEqual(meeting.complaints, []);
});
