import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {cutOff, hiddenFocus, overlapping, sideways, smallTargets, spaceText} from '../support/looks.ts';
import {Meeting} from '../support/meeting.ts';
import {LAPTOP, PHONE, until, type PersonPage} from '../support/person-page.ts';

/** A laptop at 400 % zoom. */
const ZOOMED = {width: 320, height: 256};
const NARROWEST = {width: 320, height: 640};

let meeting: Meeting;
before(async () => {
  meeting = await Meeting.about('jory');
});
after(() => meeting.end());

test('every control on every screen is 44 by 44 pixels or more', async () => {
  const esme = await meeting.join('esme');
  const small = await smallTargets(esme.page);
  await (await esme.item('F', 0)).click();
  await esme.page.getByRole('article').getByRole('button', {name: 'Change facts'}).first().click();
  small.push(...(await smallTargets(esme.page)));
  await esme.page.getByRole('button', {name: 'Settings'}).click();
  small.push(...(await smallTargets(esme.page)));
  const temi = await meeting.join('temi', {screen: PHONE});
  small.push(...(await smallTargets(temi.page)));
  await (await temi.item('B', 0)).click();
  await temi.page.getByRole('toolbar').waitFor();
  small.push(...(await smallTargets(temi.page)));
  await temi.close();
  await esme.close();
  assert.deepEqual([...new Set(small)], []);
});

test('at 320 pixels nothing goes sideways, neither for staff nor for a mother', async () => {
  const wren = await meeting.join('wren', {screen: NARROWEST});
  assert.equal(await sideways(wren.page), 0, 'plan');
  for (const tab of ['Parts', 'People']) {
    await wren.page.getByRole('navigation', {name: 'Places'}).getByRole('button', {name: tab}).click();
    assert.equal(await sideways(wren.page), 0, tab);
  }
  const temi = await meeting.join('temi', {screen: NARROWEST});
  assert.equal(await sideways(temi.page), 0, 'first page');
  await (await temi.item('B', 0)).click();
  await temi.page.getByRole('article').first().getByRole('button', {name: /facts/}).click();
  assert.equal(await sideways(temi.page), 0, 'a part with its facts open');
  await temi.close();
  await wren.close();
});

test('at 400 % zoom Tab never leads to something that a bar covers', async () => {
  for (const key of ['wren', 'temi']) {
    const person = await meeting.join(key, {screen: ZOOMED});
    if (key === 'temi') await person.section('B');
    assert.deepEqual(await coveredStops(person, 60), [], key);
  }
  const laptop = await meeting.join('esme', {screen: {width: 1280, height: 600}});
  assert.deepEqual(await coveredStops(laptop, 70), []);
});

test('wider letters, words and lines cut nothing off', async () => {
  for (const screen of [LAPTOP, PHONE]) {
    const person = await meeting.join('priya', {screen});
    await spaceText(person.page);
    assert.deepEqual(await cutOff(person.page), [], `${screen.width} px`);
    assert.deepEqual(await overlapping(person.page), [], `${screen.width} px`);
    assert.equal(await sideways(person.page), 0);
  }
});

test('text of twice the size cuts nothing off, and nothing lies on anything else', async () => {
  for (const screen of [LAPTOP, PHONE]) {
    const person = await meeting.join('bronagh', {screen});
    await person.page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    assert.deepEqual(await cutOff(person.page), [], `${screen.width} px`);
    assert.deepEqual(await overlapping(person.page), [], `${screen.width} px`);
    assert.equal(await sideways(person.page), 0, `${screen.width} px`);
  }
});

test('with forced colours every state is still said in words, and the focus still has a ring', async () => {
  const stan = await meeting.join('stan');
  await stan.page.emulateMedia({forcedColors: 'active'});
  for (const said of [
    /All changes saved at/,
    'You can read this part. You cannot change it.',
    'Being written',
  ])
    assert.ok(await stan.page.getByText(said).first().isVisible(), String(said));
  await stan.page.keyboard.press('F6');
  await stan.page.keyboard.press('F6');
  await stan.page.keyboard.press('Shift+F6');
  const ring = await stan.page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    const {outlineStyle, outlineWidth} = getComputedStyle(focused ?? document.body);
    return {outlineStyle, wide: Number.parseFloat(outlineWidth) >= 2};
  });
  assert.notEqual(ring.outlineStyle, 'none');
  assert.ok(ring.wide);
});

test('a person who asked for less movement sees none while others type and dialogs open', async () => {
  const hollis = await meeting.join('hollis');
  const oluchi = await meeting.join('oluchi');
  await hollis.section('C');
  await oluchi.typeAtEnd(await oluchi.item('C', 0), ' He moves a lot.');
  const running = (): Promise<number> => hollis.page.evaluate(() => document.getAnimations().length);
  await hollis.page.getByText('He moves a lot.').first().waitFor();
  assert.equal(await running(), 0);
  await hollis.page.getByRole('button', {name: 'Settings'}).click();
  assert.equal(await running(), 0);
  assert.deepEqual(meeting.complaints, []);
});

/** Presses Tab so many times and names each stop that can't be seen. */
async function coveredStops(person: PersonPage, stops: number): Promise<string[]> {
  // What people said beside items comes after the page, once, and takes its room among the stops.
  await person.page.waitForLoadState('networkidle');
  const covered: string[] = [];
  for (let at = 0; at < stops; at += 1) {
    await person.page.keyboard.press('Tab');
    // A section that comes near brings up its editor: the page is looked at once it has been drawn. That moves what stands below, and
    // what has the focus has to be in sight once it is done, however long it takes.
    await person.page.evaluate(
      () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    let found: string | null = null;
    await until(
      async () => (found = await hiddenFocus(person.page)) === null,
      'what has the focus is in sight',
    ).catch(() => covered.push(String(found)));
  }
  return covered;
}
