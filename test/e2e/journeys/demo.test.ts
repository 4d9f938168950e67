import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {startChromium} from '../support/chromium.ts';
import {DemoServer} from '../support/demo-server.ts';
import {until, wordsOf} from '../support/person-page.ts';

let demo: DemoServer;
let browser: Browser;
before(async () => {
  demo = await DemoServer.on(['--demo']);
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await demo.remove();
});

test('the demo on an empty folder prints one link for each person of both plans, and no link twice', () => {
  assert.equal(demo.links.length, 30, demo.printed);
  assert.equal(new Set(demo.links).size, 30);
  for (const name of ['Temi Adeyemi', 'Esme Farrow', 'Delphine Roe', 'Kez', 'Michelle'])
    assert.match(demo.printed, new RegExp(name));
  assert.doesNotMatch(demo.printed, /Anton Baptiste/);
});

test('two windows opened from the start page in one browser write together', async () => {
  const context = await browser.newContext({viewport: {width: 1000, height: 800}});
  const start = await context.newPage();
  await start.goto(`${demo.origin}/demo`);
  assert.equal(await start.getByRole('listitem').count(), 30);
  await start.getByRole('heading', {name: 'Jory’s plan'}).waitFor();
  const esme = await openAs(context, start, 'Esme Farrow');
  const temi = await openAs(context, start, 'Temi Adeyemi');
  const [hers, theirs] = [firstNeed(esme), firstNeed(temi)];
  await Promise.all([hers.scrollIntoViewIfNeeded(), theirs.scrollIntoViewIfNeeded()]);
  await esme.getByRole('textbox', {name: /^B\. /}).waitFor();
  await hers.click();
  await esme.keyboard.press('End');
  await esme.keyboard.type(' Hello');
  await until(async () => (await wordsOf(theirs)).includes(' Hello'), 'the mother reads it');
  await temi.getByRole('textbox', {name: /^B\. /}).waitFor();
  await theirs.click();
  await temi.keyboard.press('Home');
  await temi.keyboard.type('Mum: ');
  await until(async () => (await wordsOf(hers)).includes('Mum: '), 'the keyworker reads it');
  await context.close();
});

test('a second start on the same folder keeps the plans and prints fresh links that work', async () => {
  const before = new Set(demo.links);
  assert.equal(await demo.stop(), 0);
  await demo.start(['--demo']);
  assert.equal(demo.links.length, 30);
  assert.deepEqual(
    demo.links.filter(link => before.has(link)),
    [],
  );
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(demo.links[1] ?? '');
  await page.getByRole('button', {name: /This is my own/}).click();
  await page.getByText(/All changes saved at/).waitFor();
  const kept = await wordsOf(firstNeed(page));
  assert.ok(kept.includes('Mum: ') && kept.includes(' Hello'), kept);
  await context.close();
});

test('a server without --demo has no start page and lists nobody', async () => {
  const plain = await DemoServer.on([]);
  try {
    assert.deepEqual(plain.links, []);
    for (const path of ['/demo', '/demo/people', '/demo.html']) {
      const answer = await fetch(plain.origin + path);
      const text = await answer.text();
      assert.doesNotMatch(text, /Temi|Esme/, path);
      if (path !== '/demo.html') assert.equal(answer.status, 404, path);
    }
  } finally {
    await plain.remove();
  }
});

async function openAs(context: BrowserContext, start: Page, name: string): Promise<Page> {
  const opened = context.waitForEvent('page');
  await start.getByRole('button', {name: new RegExp(`^${name}`)}).click();
  const page = await opened;
  await page.getByRole('button', {name: /This is my own/}).click();
  await page.getByText(/aved (at )?\d\d:\d\d/).waitFor();
  return page;
}

function firstNeed(page: Page) {
  return page
    .locator('goldthread-section')
    .nth(1)
    .getByRole('article')
    .first()
    .locator('.goldthread-item-words, p')
    .first();
}
