import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {breaches} from '../support/axe.ts';
import {focused, tabTo} from '../support/focus.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE} from '../support/person-page.ts';
import {Questions} from '../support/questions.ts';
import {allWords, Received} from '../support/seen-by.ts';

const FOR_ALL = 'gran sings the moon one';
const KEPT = 'loud shoes on the stairs';

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

for (const screen of [LAPTOP, PHONE]) {
  test(`the keyworker leads a session by keys alone, and shows the father what the child lets him see, at ${screen.width} px`, async () => {
    const found: string[] = [];
    const esme = await meeting.join('esme', {screen});
    const {page} = esme;
    const look = async (name: string) => void found.push(...(await breaches(page, name)));
    const guide = new Questions(page);
    await openSessions(page);
    await guide.asks('Sessions with Jory');
    await guide.press(/^button Prepare a session/);
    await beforeWriting(guide);
    await writeBoth(page, guide);
    await readBackAndShare(page, guide, look);
    await present(page, guide, look);
    assert.deepEqual(found, []);
    assert.deepEqual(meeting.complaints, []);
    await esme.close();
  });
}

type Look = (name: string) => Promise<void>;

async function openSessions(page: Page): Promise<void> {
  if (page.viewportSize()?.width === PHONE.width) {
    await tabTo(page, /^button Parts/, 'Shift+Tab');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, /^button A session with the child/);
  await page.keyboard.press('Enter');
}

async function beforeWriting(guide: Questions): Promise<void> {
  await guide.asks('Does a parent know?');
  await guide.choose(/^input Yes, a parent knows/);
  await guide.goOn();
  await guide.asks('Where are you, and who is there?');
  await guide.write('The blue room');
  await guide.choose(/^input Jory/);
  await guide.goOn();
  await guide.asks('Tell Jory first');
  for (const line of [/We talk about/, /You can stop/, /I write down/, /You choose who/, /If someone might/])
    await guide.choose(line);
  await guide.goOn();
  await guide.asks('Which house first?');
  await guide.choose(/^input Good things/);
  await guide.goOn();
}

async function writeBoth(page: Page, guide: Questions): Promise<void> {
  const said = [
    ['Good things', FOR_ALL],
    ['Worries', KEPT],
  ] as const;
  for (const [house, words] of said) {
    await guide.asks('Write Jory’s words');
    await guide.press(new RegExp(`^button ${house}`));
    await guide.asks(house);
    await guide.choose(/^input Tell me more about that/);
    await guide.write('');
    await guide.write(words);
    await guide.press(/^button Keep these words/);
    await page.getByText('Kept. You can write more, or go back.').waitFor();
    await tabTo(page, /^button Back/);
    await page.keyboard.press('Enter');
  }
  await page.reload();
  await openSessions(page);
  await guide.asks('Sessions with Jory');
  await guide.press(/^button Go on where you were/);
  await guide.asks('Write Jory’s words');
  await page.getByText(`“${KEPT}”`).waitFor();
  await guide.press(/^button Read it all back/);
}

async function readBackAndShare(page: Page, guide: Questions, look: Look): Promise<void> {
  await guide.asks('Read it all back');
  await guide.choose(/^input Yes, it is right/);
  await guide.write('I read both aloud, with cards.');
  await guide.press(/^button It was read back/);
  await guide.asks('Who may see it?');
  await guide.press(new RegExp(`^button Ask who may see this: ${FOR_ALL}`));
  await guide.asks('Jory, who may see this?');
  await tabTo(page, /^button Callum Penhale/);
  await page.keyboard.press('Enter');
  await look('one choice');
  await guide.press(/^button Keep what was chosen/);
  await guide.asks('Who may see it?');
  await page.getByText(/Asked\. .*Callum Penhale.* can see it/).waitFor();
  await guide.goOn();
  await guide.asks('How did it end?');
  await guide.choose(/^input We were finished/);
  await guide.press(/^button End the session/);
}

async function present(page: Page, guide: Questions, look: Look): Promise<void> {
  await guide.asks('Show it to others');
  await guide.write('Callum, today at four. Jory is with Gran.');
  const received = new Received();
  received.watch(page);
  await guide.press(/^button Show it on this screen/);
  await page.getByRole('heading', {name: 'Who is in the room?'}).waitFor();
  await tabTo(page, /^input Callum Penhale/);
  await page.keyboard.press('Space');
  await guide.press(/^button Show the child’s words/);
  await page.locator('goldthread-present').getByRole('heading', {name: 'Good things'}).waitFor();
  await look('shown to the father');
  assert.ok((await allWords(page)).includes(FOR_ALL), 'good things first, the newest of them');
  await guide.press(/^button The next one/);
  await page.getByText(/^2 of /).waitFor();
  assert.ok(!(await received.holds(KEPT)), 'of what the child kept back, nothing came');
  await guide.press(/^button Leave this view/);
  await tabTo(page, /^input Nobody else can see/);
  await page.keyboard.press('Space');
  await guide.press(/^button Show my own view/);
  await guide.asks('Show it to others');
  await page.getByText(/Shown to .*Callum Penhale/).waitFor();
  await guide.write('');
  await guide.write('He smiled, and asked for the song.');
  await guide.press(/^button Keep this/);
  await page.getByText('Kept.', {exact: true}).waitFor();
  assert.notEqual(await focused(page), 'page');
}
