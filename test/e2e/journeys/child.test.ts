import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until} from '../support/person-page.ts';
import {allWords, Received} from '../support/seen-by.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`the child draws, picks a picture, speaks and writes, chooses who sees it and takes one back, at ${screen.width} px`, async () => {
    const his = new Received();
    const callum = await meeting.join('callum', {onPage: page => his.watch(page)});
    const temi = await meeting.join('temi');
    await temi.showAll();
    const {page} = await meeting.join('jory', {screen, isChild: true});
    const words = `Bell too loud for me on ${screen.width}`;
    const drawingWords = `my blue door on ${screen.width}`;
    const spokenWords = `how the bell goes on ${screen.width}`;

    await page.getByRole('button', {name: 'Worries'}).click();
    await page.getByRole('button', {name: 'Write'}).click();
    await page.getByRole('textbox').fill(words);
    assert.deepEqual(await breaches(page, 'writing'), []);
    await keep(page);
    await page.getByRole('button', {name: 'Pictures'}).click();
    await page.locator('goldthread-pick .card').first().click();
    await keep(page);
    await page.getByRole('button', {name: 'Draw'}).click();
    await drawLine(page);
    await page.getByRole('textbox').fill(drawingWords);
    assert.deepEqual(await breaches(page, 'drawing'), []);
    await keep(page);
    await page.getByRole('button', {name: 'Talk'}).click();
    await page.getByRole('button', {name: 'Press to talk'}).click();
    await page.getByRole('button', {name: 'Press to stop'}).click();
    await page.getByRole('textbox').fill(spokenWords);
    await keep(page);
    assert.deepEqual(await breaches(page, 'the house'), []);

    await turnTo(page, spokenWords);
    const heard = page.waitForResponse(/\/attachments\//);
    await page.getByRole('button', {name: 'Play it'}).click();
    assert.equal((await heard).status(), 200);
    await page.getByRole('button', {name: 'Back'}).click();
    await turnTo(page, words);
    await page.getByText('You and Esme Farrow can see this.').waitFor();
    await choose(page, 'Temi Adeyemi');
    await page.getByText('You showed this to Temi Adeyemi and Esme Farrow.').waitFor();
    await until(async () => (await allWords(temi.page)).includes(words), 'his mother reads it');

    await page.getByRole('button', {name: 'Show it to someone'}).click();
    await page.getByRole('button', {name: 'Only me'}).click();
    await page.getByText('You show this to no one now.').waitFor();
    await page.getByText(/Temi Adeyemi.* may have seen it before\./).waitFor();
    assert.deepEqual(await breaches(page, 'taken back'), []);
    await until(async () => !(await allWords(temi.page)).includes(words), 'it is gone from her page');

    await temi.typeAtEnd(await temi.item('E', 0), ` For all, ${screen.width}.`);
    await callum.page.getByText(`For all, ${screen.width}.`).first().waitFor();
    assert.deepEqual(
      await his.anyOf([words, drawingWords, spokenWords]),
      [],
      'nothing of it reached his father',
    );
    assert.deepEqual(meeting.complaints, []);
  });
}

async function keep(page: Page): Promise<void> {
  await page.getByRole('button', {name: 'Keep it'}).click();
  await page.getByRole('heading', {name: 'Is this right?'}).waitFor();
  await page.getByRole('button', {name: 'Yes'}).click();
  await page.getByRole('button', {name: 'Look at each one'}).waitFor();
}

async function drawLine(page: Page): Promise<void> {
  const box = await page.getByRole('application', {name: 'Your drawing'}).boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, {steps: 6});
  await page.mouse.up();
}

/** Goes through the things of the house, one at a time, to the one with these words. */
async function turnTo(page: Page, words: string): Promise<void> {
  await page.getByRole('button', {name: 'Look at each one'}).click();
  for (let turns = 0; !(await page.getByText(words).isVisible()); turns += 1) {
    assert.ok(turns < 20, 'it is among them');
    await page.getByRole('button', {name: 'Next'}).click();
  }
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', {name: 'Show it to someone'}).click();
  const card = page.getByRole('button', {name});
  for (let turns = 0; !(await card.isVisible()); turns += 1) {
    assert.ok(turns < 10, 'the person is among them');
    await page.getByRole('button', {name: 'More people'}).click();
  }
  await card.click();
  assert.deepEqual(await breaches(page, 'who can see it'), []);
  await page.getByRole('button', {name: 'Show it', exact: true}).click();
}
