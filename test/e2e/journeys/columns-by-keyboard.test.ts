import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {press, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('kez');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`a young person writes in a column, picks a picture, chooses who sees it and takes it back by keyboard alone, at ${screen.width} px`, async () => {
    const {page} = await meeting.join('kez', {screen, isChild: true});
    const words = `animal care on ${screen.width}`;
    await page.getByRole('heading', {name: 'Hello Kez. What do you want to say?'}).waitFor();
    assert.deepEqual(await breaches(page, 'the columns'), []);

    await press(page, /^button Open Going well/);
    await press(page, /^button Write/);
    await tabTo(page, /^textarea/);
    await page.keyboard.type(words);
    await keep(page);
    await press(page, /^button Pictures/);
    await page.locator('goldthread-pick .card').first().waitFor();
    const picture = (await page.locator('goldthread-pick .card').first().textContent())?.trim() ?? '';
    await press(page, new RegExp(`^button ${picture}$`));
    await keep(page);
    assert.deepEqual(await breaches(page, 'the column'), []);

    await press(page, /^button Look at each one/);
    for (let turns = 0; !(await page.getByText(words).isVisible()); turns += 1) {
      assert.ok(turns < 20, 'it is among them');
      await press(page, /^button Next/);
    }
    await page.getByText('You and Ruth Adair can see this.').waitFor();
    await press(page, /^button Show it to someone/);
    const card = page.getByRole('button', {name: 'Femi Ogunleye'});
    for (let turns = 0; !(await card.isVisible()); turns += 1) {
      assert.ok(turns < 10, 'the person is among them');
      await press(page, /^button More people/);
    }
    await press(page, /^button Femi Ogunleye/);
    assert.deepEqual(await breaches(page, 'who sees it'), []);
    await press(page, /^button Show it$/);
    await page.getByText(/You showed this to .*Femi Ogunleye/).waitFor();
    await press(page, /^button Show it to someone/);
    await press(page, /^button Only me/);
    await page.getByText('You show this to no one now.').waitFor();
    assert.deepEqual(await breaches(page, 'taken back'), []);
    assert.deepEqual(meeting.complaints, []);
  });
}

/** Goes to a button by Tab and presses it. */
async function keep(page: Page): Promise<void> {
  await press(page, /^button Keep it/);
  await press(page, /^button Yes/);
  await page.getByRole('button', {name: 'Look at each one'}).waitFor();
}
