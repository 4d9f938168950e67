import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until} from '../support/person-page.ts';
import {allWords, Received} from '../support/seen-by.ts';

/** What the mother, the keyworker and the social worker receive, and the father doesn't. */
const KEPT_FROM_HIM = 'If Dad comes to school, Priya takes Jory';
/** What everybody on the plan receives. */
const OPEN = 'He cannot wash, dress or settle at night';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`a meeting goes into room mode, and the father comes late: the screen narrows first, at ${screen.width} px`, async () => {
    const found: string[] = [];
    const esme = await meeting.join('esme', {screen});
    const {page} = esme;
    const look = async (name: string) => void found.push(...(await breaches(page, name)));
    await stepsShow(page);
    await until(async () => (await allWords(page)).includes(KEPT_FROM_HIM), 'her own view has it');

    await openMeetingView(page);
    await page.getByRole('heading', {name: 'Who is in the room?'}).waitFor();
    assert.ok(!(await allWords(page)).includes(KEPT_FROM_HIM), 'her own view is gone before it asks');
    await look('who is in the room');
    for (const name of [/^Temi Adeyemi/, /^Bronagh Kell/]) await page.getByRole('checkbox', {name}).check();
    await page.getByRole('button', {name: 'Show the plan'}).click();
    await page.getByText('This shows only what everyone here may see.').waitFor();
    await stepsShow(page);
    await until(async () => (await allWords(page)).includes(KEPT_FROM_HIM), 'the three of them receive it');
    const note = page.locator('goldthread-island').filter({hasText: KEPT_FROM_HIM});
    await note.getByText('can read this').waitFor();
    await look('shown to the room');
    assert.ok(!(await page.getByRole('button', {name: 'Who has looked'}).isVisible()), 'nothing of her own');

    const late = new Received();
    late.watch(page);
    await page.getByRole('button', {name: 'Someone else came in'}).click();
    await page.getByRole('heading', {name: 'Who came in?'}).waitFor();
    const meanwhile = await allWords(page);
    assert.ok(!meanwhile.includes(OPEN) && !meanwhile.includes(KEPT_FROM_HIM), 'the plan is off the screen');
    await look('who came in');
    await page.getByRole('checkbox', {name: /^Callum Penhale/}).check();
    await page.getByText('The plan now shows only what Callum Penhale may see too.').waitFor();
    await look('narrowed');
    await page.getByRole('button', {name: 'Show the plan again'}).click();
    await until(async () => (await allWords(page)).includes(OPEN), 'the plan is back');
    await stepsShow(page);
    assert.ok(!(await allWords(page)).includes(KEPT_FROM_HIM), 'not on the page');
    assert.ok(!(await late.holds(KEPT_FROM_HIM)), 'not in anything that came since');
    await look('shown to the father too');

    await page.reload();
    await page.getByText('This shows only what everyone here may see.').waitFor();
    await until(async () => (await allWords(page)).includes(OPEN), 'the same room after a reload');
    assert.ok(!(await allWords(page)).includes(KEPT_FROM_HIM), 'a reload doesn’t bring her own view up');

    await page.getByRole('button', {name: 'Leave this view'}).click();
    await page.getByRole('button', {name: 'Show my own view'}).click();
    await page.getByText('Tick the box first').waitFor();
    await look('leaving');
    await page.getByRole('checkbox', {name: 'Nobody else can see this screen now'}).check();
    await page.getByRole('button', {name: 'Show my own view'}).click();
    await page
      .getByText(/aved (at )?\d\d:\d\d/)
      .first()
      .waitFor();
    await stepsShow(page);
    await until(async () => (await allWords(page)).includes(KEPT_FROM_HIM), 'her own view is back');
    assert.deepEqual(found, []);
    assert.deepEqual(meeting.complaints, []);
    await esme.close();
  });
}

async function openMeetingView(page: Page): Promise<void> {
  if (page.viewportSize()?.width === PHONE.width)
    await page.getByRole('navigation', {name: 'Places'}).getByRole('button', {name: 'Parts'}).click();
  await page.getByRole('button', {name: 'Meeting view'}).click();
}

/** Brings the part on the screen in which the words would stand, with its editor and all that is drawn beside it. */
async function stepsShow(page: Page): Promise<void> {
  if (page.viewportSize()?.width === PHONE.width)
    await page.getByRole('navigation', {name: 'Places'}).getByRole('button', {name: 'Parts'}).click();
  const parts = page.getByRole('navigation', {name: 'Parts of the plan'});
  await parts.getByRole('button', {name: 'What needs to happen?'}).click();
  const part = page.locator('goldthread-section').filter({hasText: 'What needs to happen?'});
  await part.locator('.ProseMirror').first().waitFor();
}
