import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Browser, Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {startChromium} from '../support/chromium.ts';
import {heard, OtherSystem} from '../support/other-system.ts';
import {caretAtEnd, LAPTOP, PersonPage, until, wordsOf} from '../support/person-page.ts';
import {ServedPlan} from '../support/served-plan.ts';

let listed: OtherSystem;
let strange: OtherSystem;
let served: ServedPlan;
let browser: Browser;

before(async () => {
  [listed, strange] = [await OtherSystem.open(), await OtherSystem.open()];
  served = await ServedPlan.start('jory', {GOLDTHREAD_EMBED_ORIGINS: listed.origin});
  for (const system of [listed, strange]) system.embed(served);
  browser = await startChromium();
});
after(async () => {
  await browser.close();
  await served.stop();
  await Promise.all([listed.close(), strange.close()]);
});

/** A page of another system in a browser of its own, with what it complained about. */
async function pageOf(system: OtherSystem): Promise<{page: Page; complaints: string[]}> {
  const context = await browser.newContext({viewport: LAPTOP, reducedMotion: 'reduce'});
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(system.origin);
  return {page, complaints};
}

async function isSaved(page: Page): Promise<void> {
  await page
    .locator('goldthread-save-line')
    .first()
    .getByText(/aved (at )?\d\d:\d\d/)
    .waitFor();
}

test('a therapist writes in the plan inside her own records system, and the keyworker reads it', async () => {
  await listed.signIn(served, 'wren');
  const {page, complaints} = await pageOf(listed);
  await isSaved(page);
  const esme = await PersonPage.signIn(browser, served, 'esme');
  const theirs = await esme.item('F', 0);
  await page.getByRole('navigation').getByRole('button', {name: /^F\b/}).click();
  const box = page.getByRole('textbox', {name: /^F\. /});
  await box.waitFor();
  const mine = box.getByRole('article').first().locator('.goldthread-item-words');
  await caretAtEnd(mine);
  await page.keyboard.type(' Typed in the clinic.', {delay: 5});
  await until(async () => (await wordsOf(theirs)).includes('Typed in the clinic.'), 'the keyworker reads it');
  await isSaved(page);
  await until(async () => (await heard(page)).at(-1) === 'plan-saved', 'the page hears that it is saved');
  const told = await heard(page);
  for (const event of ['plan-opened', 'plan-section-opened section:F', 'plan-unsaved saving'])
    assert.ok(told.includes(event), `${event} in ${told.join(', ')}`);
  assert.deepEqual(await breaches(page, 'embedded'), []);
  assert.deepEqual([...complaints, ...esme.complaints], []);
  await esme.close();
  await page.context().close();
});

test('it looks as the page says, in the typeface that came with it, and leaves nothing on the device', async () => {
  await listed.signIn(served, 'wren');
  const {page} = await pageOf(listed);
  await isSaved(page);
  const sheet = await page
    .locator('main')
    .first()
    .evaluate(main => getComputedStyle(main).backgroundColor);
  assert.equal(sheet, 'rgb(255, 250, 240)');
  const faces = () =>
    page.evaluate(() =>
      [...document.fonts].some(one => one.status === 'loaded' && /Atkinson/.test(one.family)),
    );
  await until(faces, 'the typeface is loaded');
  await page.getByRole('button', {name: 'Settings'}).click();
  await page.getByRole('radio', {name: 'Large', exact: true}).check();
  const kept = await page.evaluate(async () => ({
    settings: localStorage.length + sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));
  assert.deepEqual(kept, {settings: 0, cookies: '', databases: 0, workers: 0, caches: 0});
  assert.deepEqual(await page.context().cookies(), []);
  assert.ok(!(await page.content()).includes(listed.token), 'the token stands in no HTML');
  await page.context().close();
});

test('the page hears that the session has ended, and a new token opens the plan again', async () => {
  await listed.signIn(served, 'wren');
  const {page} = await pageOf(listed);
  await isSaved(page);
  const headers = {authorization: `Bearer ${listed.token}`};
  await fetch(`${served.origin}/api/session`, {method: 'DELETE', headers});
  await until(async () => (await heard(page)).includes('plan-closed signedOut'), 'the page hears of it');
  await listed.signIn(served, 'wren');
  await page.evaluate(token => {
    const plan = document.querySelector('goldthread-plan');
    if (plan !== null) Object.assign(plan, {token});
  }, listed.token);
  await isSaved(page);
  assert.equal((await heard(page)).filter(one => one === 'plan-opened').length, 2);
  await page.context().close();
});

test('a page of an origin that is not listed gets neither the elements, nor an answer, nor a socket', async () => {
  await strange.signIn(served, 'wren');
  const {page, complaints} = await pageOf(strange);
  await until(async () => complaints.some(one => /CORS/.test(one)), 'the browser refuses the script');
  const {origin, planId} = served;
  const headers = {authorization: `Bearer ${strange.token}`, 'content-type': 'application/json'};
  const asked = await page.evaluate(
    async ({url, headers}) => fetch(url, {headers}).then(() => 'answered', String),
    {url: `${origin}/api/session`, headers},
  );
  assert.match(asked, /Failed to fetch/);
  const rows = (await (await fetch(`${origin}/api/plans/${planId}/compartments`, {headers})).json()) as {
    id: string;
  }[];
  const compartmentId = rows[0]?.id ?? '';
  const issued = await fetch(`${origin}/api/plans/${planId}/tickets`, {
    method: 'POST',
    headers,
    body: JSON.stringify({compartmentId}),
  });
  const {ticket, cid} = (await issued.json()) as {ticket: string; cid: number};
  const url = `${origin.replace('http', 'ws')}/sync/${planId}/${compartmentId}?ticket=${ticket}&cid=${cid}`;
  assert.equal(await socketFrom(page, url), 'refused');
  assert.ok(
    complaints.some(one => /404/.test(one) && one.includes('/sync/')),
    complaints.join('\n'),
  );
  const own = await pageOf(listed);
  assert.equal(await socketFrom(own.page, url), 'open', 'the same ticket opens for a listed page');
  await Promise.all([page.context().close(), own.page.context().close()]);
});

/** What becomes of a socket that a page opens. */
async function socketFrom(page: Page, url: string): Promise<string> {
  return page.evaluate(
    address =>
      new Promise<string>(done => {
        const socket = new WebSocket(address);
        socket.onopen = () => done('open');
        socket.onerror = () => done('refused');
      }),
    url,
  );
}
