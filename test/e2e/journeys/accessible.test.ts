import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {DemoServer} from '../support/demo-server.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until, type PersonPage} from '../support/person-page.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  const at = `${screen.width} px`;

  test(`axe finds nothing on the pages before the plan at ${at}`, async () => {
    const page = await freshPage(screen);
    const found: string[] = [];
    const look = async (name: string): Promise<void> => void found.push(...(await breaches(page, name)));
    const {origin} = meeting.served;
    await page.goto(origin);
    await page.getByRole('heading', {level: 1}).waitFor();
    await look('start');
    await page.goto(`${origin}/join`);
    await page.getByRole('heading', {name: /Open the link/}).waitFor();
    await look('join without a link');
    const link = await meeting.served.linkFor('anita');
    await page.goto(link);
    await page.reload();
    await page.goto(link);
    await page.getByRole('heading', {name: 'Are you Anita Dray?'}).waitFor();
    await look('join');
    await page.getByRole('button', {name: /I am not/}).click();
    await page.getByRole('heading', {name: /do not carry on/}).waitFor();
    await look('join, not me');
    await page.getByRole('button', {name: 'Go back'}).click();
    await page.getByRole('button', {name: /others use this/}).click();
    await page.getByText(/aved (at )?\d\d:\d\d/).waitFor();
    await page.goto(origin);
    await page.goto(link);
    await page.getByRole('heading', {name: 'This link has stopped working'}).waitFor();
    await look('join with a used link');
    const {planId, people} = meeting.served;
    await page.goto(`${origin}/plan/${planId}?me=${people.find(one => one.key === 'temi')?.id ?? ''}`);
    await page.getByRole('heading', {level: 1}).waitFor();
    await look('no access');
    await page.context().close();
    assert.deepEqual(found, []);
  });

  test(`axe finds nothing in any state of the keyworker's plan at ${at}`, async () => {
    const esme = await meeting.join('esme', {screen});
    const {page} = esme;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => void found.push(...(await breaches(page, name)));
    await look('plan');
    const article = await focusFirst(esme, 'F');
    await look('section in focus, with tools');
    await article.getByRole('button', {name: 'Change facts'}).click();
    await look('facts open');
    await page.getByRole('button', {name: 'Done'}).first().click();
    await openDialogs(page, look);
    if (screen === PHONE) {
      await page.getByRole('heading', {name: /^F\. /}).click();
      for (const tab of ['Parts', 'People', 'The plan']) {
        await page.getByRole('navigation', {name: 'Places'}).getByRole('button', {name: tab}).click();
        await look(tab);
      }
    } else {
      await page.getByText('On this plan').click();
      await look('people list open');
    }
    esme.cable.cut();
    await page.getByText('You are offline.').first().waitFor();
    await look('offline');
    esme.cable.mend();
    await esme.isSaved();
    await look('back online');
    await openSettings(page);
    await page.getByRole('button', {name: 'Sign out'}).click();
    await page.getByRole('heading', {name: 'You are signed out'}).waitFor();
    await look('signed out');
    assert.deepEqual(found, []);
  });
}

test('axe finds nothing on the family’s phone: first page, a part, editing, people', async () => {
  const temi = await meeting.join('temi', {screen: PHONE});
  const {page} = temi;
  const found: string[] = [];
  const look = async (name: string): Promise<void> => void found.push(...(await breaches(page, name)));
  await look('first page');
  await page.getByRole('button', {name: /Which school/}).click();
  await page.getByRole('heading', {name: 'Which school (I)'}).waitFor();
  await look('a part to read');
  await page.getByRole('button', {name: 'Back'}).click();
  await (await temi.item('B', 0)).click();
  await page.getByRole('toolbar').waitFor();
  await look('a part, editing');
  await page.getByRole('article').first().getByRole('button', {name: /facts/}).click();
  await look('a part, facts open');
  await page.getByRole('button', {name: 'Back'}).click();
  await page.getByRole('button', {name: 'See who they are'}).click();
  await look('people');
  assert.deepEqual(found, []);
});

test('axe finds nothing where a person may only read, nor in dark colours with large text', async () => {
  const stan = await meeting.join('stan');
  const found: string[] = [];
  const look = async (name: string): Promise<void> => void found.push(...(await breaches(stan.page, name)));
  await look('a plan to read');
  await openSettings(stan.page);
  await stan.page.getByLabel('Dark').check();
  await stan.page.getByLabel('Very large').check();
  await look('settings, dark');
  await stan.page.keyboard.press('Escape');
  await look('plan, dark and large');
  assert.deepEqual(found, []);
});

test('axe finds nothing on the demo’s start page', async () => {
  const demo = await DemoServer.on(['--demo']);
  try {
    const found: string[] = [];
    for (const screen of [LAPTOP, PHONE]) {
      const page = await freshPage(screen);
      await page.goto(`${demo.origin}/demo`);
      await page.getByRole('heading', {name: 'Jory’s plan'}).waitFor();
      found.push(...(await breaches(page, `demo at ${screen.width} px`)));
      await page.context().close();
    }
    assert.deepEqual(found, []);
  } finally {
    await demo.remove();
  }
});

async function freshPage(screen: {width: number; height: number}): Promise<Page> {
  const context = await meeting.browser.newContext({viewport: screen, reducedMotion: 'reduce'});
  return context.newPage();
}

/** Puts the caret into the first item of a part; a phone of staff shows all parts on one page. */
async function focusFirst(person: PersonPage, letter: string) {
  const {page} = person;
  if (page.viewportSize()?.width === PHONE.width) {
    await page.getByRole('navigation', {name: 'Places'}).getByRole('button', {name: 'Parts'}).click();
    await page
      .getByRole('navigation', {name: 'Parts of the plan'})
      .getByRole('button', {name: new RegExp(`^${letter}\\b`)})
      .click();
  } else await person.section(letter);
  const box = page.getByRole('textbox', {name: new RegExp(`^${letter}\\. `)});
  const article = box.getByRole('article').first();
  await article.locator('.goldthread-item-words').click();
  await page.getByRole('toolbar').waitFor();
  return article;
}

async function openSettings(page: Page): Promise<void> {
  const settings = page.getByRole('button', {name: 'Settings'});
  if (!(await settings.isVisible())) await page.getByRole('button', {name: 'Help', exact: true}).click();
  await settings.click();
  await page.getByRole('dialog', {name: 'Settings'}).waitFor();
}

async function openDialogs(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('button', {name: 'Help', exact: true}).click();
  await page.getByRole('dialog', {name: 'Help'}).waitFor();
  await look('help');
  await page.keyboard.press('Escape');
  await openSettings(page);
  await look('settings');
  await page.keyboard.press('Escape');
  await until(async () => (await page.getByRole('dialog').count()) === 0, 'the dialogs are closed');
}
