import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import {startChromium} from '../support/chromium.ts';
import {PersonPage} from '../support/person-page.ts';
import {ServedPlan} from '../support/served-plan.ts';

const SITE = {GOLDTHREAD_HELP_LINE: '020 7946 0958', GOLDTHREAD_COUNCIL: 'Marlshire County Council'};

/** For each item of a section whether this person may change its words. */
async function changeable(section: Locator): Promise<boolean[]> {
  const items = section.locator('.goldthread-item-words');
  return items.evaluateAll(all =>
    all.map(one => one.closest('[contenteditable]')?.getAttribute('contenteditable') === 'true'),
  );
}

test('her own device opens the plan without a connection: all is saved, the number stands, her own words are hers', async t => {
  const served = await ServedPlan.start('jory', SITE);
  t.after(() => served.stop());
  const browser = await startChromium();
  t.after(() => browser.close());
  const temi = await PersonPage.signIn(browser, served, 'temi', {
    keepsPage: true,
    onPage: page => void page.clock.install(),
  });
  t.after(() => temi.close());
  const {page} = temi;
  const header = page.locator('goldthread-header');
  await header.getByText('Marlshire County Council').waitFor();
  await header.getByText('020 7946 0958').waitFor();
  const online = await changeable(await temi.section('A'));
  assert.ok(online.includes(true) && online.includes(false), String(online));
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The copy on the device is called clean after a moment of calm.
  await page.clock.fastForward(1_100);
  await deviceWrote(page);

  temi.cable.cut();
  await page.reload();
  await page.getByText('You are offline.').first().waitFor();
  await temi.saveLine().getByText('All your changes are saved.').waitFor();
  await header.getByText('Marlshire County Council').waitFor();
  await header.getByText('020 7946 0958').waitFor();
  assert.deepEqual(await changeable(await temi.section('A')), online);
  assert.equal(await page.title(), 'Jory’s plan');

  temi.cable.mend();
  await temi.isSaved();
  assert.deepEqual(temi.complaints, []);
});

/** Waits until what the page was about to write on the device is there: writes to one store come one after the other. */
async function deviceWrote(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const done = (request: IDBRequest | IDBOpenDBRequest) =>
      new Promise<void>((resolve, reject) => {
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    for (const {name} of await indexedDB.databases()) {
      const opening = indexedDB.open(name ?? '');
      await done(opening);
      // Each write is sealed first, which takes turns of its own.
      for (let turn = 0; turn < 20; turn += 1) {
        await crypto.subtle.digest('SHA-256', new Uint8Array(65_536));
        const stores = [...opening.result.objectStoreNames];
        const [store] = stores;
        if (store !== undefined)
          await done(opening.result.transaction(stores, 'readwrite').objectStore(store).count());
      }
      opening.result.close();
    }
  });
}
