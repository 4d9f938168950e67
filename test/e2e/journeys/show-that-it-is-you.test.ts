import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, type PersonPage} from '../support/person-page.ts';
import {ServedPlan} from '../support/served-plan.ts';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`a mother whose link nobody confirmed shows with a code that it is her, at ${screen.width} px`, async () => {
    const found: string[] = [];
    const temi = await meeting.join('temi', {screen, confirmed: false});
    const look = async (page: Page, name: string) => void found.push(...(await breaches(page, name)));
    await temi.page.getByText('You see what everyone on this plan sees.').waitFor();
    await look(temi.page, 'not known yet');
    assert.equal(await offersPrivate(temi), false, 'only what everyone receives');

    const bronagh = await meeting.join('bronagh');
    await bronagh.page.getByRole('button', {name: 'Give someone a code'}).click();
    await look(bronagh.page, 'whom to give a code');
    await bronagh.page.getByRole('button', {name: /^Temi Adeyemi/}).click();
    await bronagh.page.getByRole('heading', {name: 'Code for Temi Adeyemi'}).waitFor();
    await look(bronagh.page, 'the code');
    const code = await bronagh.page
      .getByRole('status')
      .filter({hasText: /^\w{4} \w{4}$/})
      .innerText();

    await temi.page.getByRole('button', {name: 'Show that it is you'}).first().click();
    const box = temi.page.getByRole('textbox', {name: 'Code'});
    await look(temi.page, 'how to show it');
    await box.fill('wrong');
    await temi.page.getByRole('button', {name: 'Show that it is me'}).click();
    await temi.page.getByText('This code does not work.').waitFor();
    await look(temi.page, 'a wrong code');
    await box.fill(code);
    await temi.page.getByRole('button', {name: 'Show that it is me'}).click();
    await temi.page.getByText('Thank you. You now see all that is yours.').waitFor();
    await look(temi.page, 'shown');
    await temi.page.getByRole('dialog').getByRole('button', {name: 'Close'}).click();
    await temi.page.getByText('You see what everyone on this plan sees.').waitFor({state: 'hidden'});
    assert.equal(await offersPrivate(temi), true, 'what is hers has come');
    await bronagh.close();
    await temi.close();
    assert.deepEqual(found, []);
  });
}

test('a passkey that was made in a sure session confirms the next link by itself', async () => {
  const served = await ServedPlan.start('jory', {GOLDTHREAD_PUBLIC_URL: 'http://localhost:0'});
  const context = await meeting.browser.newContext({viewport: LAPTOP, reducedMotion: 'reduce'});
  try {
    const page = await context.newPage();
    await keepPasskeys(page);
    await openLink(page, await served.linkFor('bronagh'));
    await page.getByRole('button', {name: 'Settings'}).click();
    await page.getByRole('button', {name: 'Your passkey'}).click();
    await page.getByRole('button', {name: 'Set this up'}).click();
    await page.getByText('It is set up on this device.').waitFor();
    assert.deepEqual(await breaches(page, 'a passkey is set up'), []);

    await openLink(page, await served.linkFor('bronagh', false));
    await page.getByText('You see what everyone on this plan sees.').waitFor();
    await page.getByRole('button', {name: 'Show that it is you'}).first().click();
    await page.getByRole('button', {name: 'Use my passkey'}).click();
    await page.getByText('Thank you. You now see all that is yours.').waitFor();
    await page.getByRole('dialog').getByRole('button', {name: 'Close'}).click();
    // The plan is opened anew for somebody of whom it is sure.
    await page.getByText('You see what everyone on this plan sees.').waitFor({state: 'hidden'});
    await page.getByText(/aved (at )?\d\d:\d\d/).waitFor();
    await page.getByRole('button', {name: 'See the plan as …'}).click();
    await page.getByRole('button', {name: /^Callum Penhale/}).click();
    await page.getByRole('heading', {name: 'Jory’s plan, as Callum Penhale gets it'}).waitFor();
  } finally {
    await context.close();
    await served.stop();
  }
});

/** Whether the person has the list of what is kept private, which a parent has once they receive some of it. */
async function offersPrivate({page}: PersonPage): Promise<boolean> {
  await page.getByRole('button', {name: 'Who has looked'}).waitFor();
  const offers = page.getByRole('button', {name: 'What is kept private'});
  // What is received now may still be on its way.
  const isUnsure = await page.getByText('You see what everyone on this plan sees.').isVisible();
  if (!isUnsure) await offers.waitFor();
  return offers.isVisible();
}

/** Gives the page a device that keeps passkeys and whose person always agrees. */
async function keepPasskeys(page: Page): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Opens a link at the server's own name, because a passkey belongs to a name. */
async function openLink(page: Page, link: string): Promise<void> {
  // From another page, so that the same address with another link is opened anew.
  await page.goto('about:blank');
  await page.goto(link.replace('127.0.0.1', 'localhost'));
  await page.getByRole('button', {name: /This is my own/}).click();
  await page.getByText(/aved (at )?\d\d:\d\d/).waitFor();
}
