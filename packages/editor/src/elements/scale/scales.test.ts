import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/scales.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanScales} from './scales.ts';

const LIST = 'GET /records?kinds=ratings';
const PLACE = 'PUT /scales/s1/rating';

function rating(key: string, name: string, value: number, more: object = {}): object {
  return {
    ...{party: key, personId: idFor(key), name, value, at: '2026-11-20T10:00:00', words: ''},
    ...{whyNotLower: '', oneHigher: '', isBlind: false, earlier: []},
    ...more,
  };
}

function scale(ratings: readonly object[], more: object = {}): object {
  return {
    ...{id: 's1', compartmentId: idFor('shared'), zero: 'Jory cannot live safely with Mum.'},
    ...{ten: 'Everyone knows he is safe enough to close.', ratings, revealedAt: null, mayReveal: false},
    ...more,
  };
}

const SHOWN = [
  rating('temi', 'Temi Adeyemi', 7, {earlier: [{value: 3, at: '2026-10-01T09:00:00'}]}),
  rating('bronagh', 'Bronagh Kell', 4, {oneHigher: 'six weeks with no approach to school'}),
  rating('callum', 'Callum Penhale', 10, {words: 'there is no danger'}),
];

async function opened(
  me: JoryKey,
  scales: readonly object[],
  more: Partial<PlanScales> = {},
): Promise<[PlanScales, FakePlan]> {
  const plan = joryPlan(me, me === 'bronagh' ? ['sos:worries'] : []);
  plan.http.says.set(LIST, {body: {ratings: scales}});
  const screen = await show(new PlanScales(), {source: plan, ...more});
  await until('it has answered', () => screen._scales.kind !== 'looking');
  await drawn(screen);
  return [screen, plan];
}

function pick(screen: PlanScales, value: number): void {
  const input = screen.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=radio]')[value];
  if (!input) throw new Error(`There is no ${value}`);
  input.click();
}

async function press(screen: PlanScales, text: string): Promise<void> {
  button(screen, text).click();
  await drawn(screen);
}

for (const width of [1280, 375]) {
  suite(`our numbers, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('everybody’s numbers stand side by side in words too, each with its own why and what was before, and never as one', async () => {
      const [screen] = await opened('anita', [scale(SHOWN, {revealedAt: '2026-11-20T10:00:00'})]);
      const text = wordsOf(screen);
      for (const part of [
        '0 means: Jory cannot live safely with Mum.',
        '10 means: Everyone knows he is safe enough to close.',
        'In words: Bronagh Kell 4. Temi Adeyemi 7. Callum Penhale 10.',
        'One higher would be: six weeks with no approach to school',
        '“there is no danger”',
        'Before: 3, on 1 October 2026.',
        'Numbers were last shown on 20 November 2026.',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      await accessible(screen);
    });

    test('a scale says which danger statement it is for, to those who have that', async () => {
      const scales = [scale([], {about: idFor('danger')}), scale([], {id: 's2', about: idFor('elsewhere')})];
      const nameOf = (id: string) => (id === idFor('danger') ? 'He could be hit.' : null);
      const [screen] = await opened('anita', scales, {nameOf});
      equal(wordsOf(screen).match(/About: [^.]*\./g), ['About: He could be hit.']);
      await accessible(screen);
    });

    test('somebody places a number with a why, and is told that nobody else sees it yet', async () => {
      const [screen, plan] = await opened('temi', [scale([])]);
      ok(wordsOf(screen).includes('No numbers are shown yet.'), wordsOf(screen));
      await press(screen, 'Keep my number');
      ok(wordsOf(screen).includes('Pick a number first.'), wordsOf(screen));
      await accessible(screen);
      pick(screen, 7);
      const mine = rating('temi', 'Temi Adeyemi', 7, {isBlind: true, whyNotLower: 'He sleeps.'});
      plan.http.says.set(PLACE, {body: scale([mine])});
      plan.http.says.set(LIST, {body: {ratings: [scale([mine])]}});
      const box = screen.shadowRoot?.querySelector('textarea');
      if (!box) throw new Error('No box');
      box.value = ' He sleeps. ';
      box.dispatchEvent(new Event('input'));
      await press(screen, 'Keep my number');
      await until('it is kept', () => screen._told !== '');
      await drawn(screen);
      equal(plan.http.lastBody(PLACE), {value: 7, whyNotLower: 'He sleeps.', oneHigher: ''});
      ok(wordsOf(screen).includes('You 7. Only you see this so far.'), wordsOf(screen));
      await accessible(screen);
    });

    test('a child picks a picture, and each picture has its word', async () => {
      const [screen] = await opened('jory', [scale([])]);
      const text = wordsOf(screen);
      for (const part of ['0. A big storm', '5. Some clouds', '10. All sun']) ok(text.includes(part), text);
      const pictures = [...(screen.shadowRoot?.querySelectorAll('svg.weather') ?? [])];
      equal(pictures.length, 11);
      ok(
        pictures.every(one => one.closest('label')?.textContent.trim() !== ''),
        'a word beside each',
      );
      await accessible(screen);
    });

    test('whoever shows the numbers is asked once more, since nobody takes it back', async () => {
      const [screen, plan] = await opened('bronagh', [scale([], {mayReveal: true})]);
      await press(screen, 'Show everyone all the numbers: Scale 1');
      ok(wordsOf(screen).includes('You cannot take it back.'), wordsOf(screen));
      await accessible(screen);
      await press(screen, 'Not yet');
      equal(
        plan.http.asked.some(one => one.method === 'POST'),
        false,
      );
      await press(screen, 'Show everyone all the numbers: Scale 1');
      plan.http.says.set('POST /scales/s1/reveal', {body: scale(SHOWN)});
      plan.http.says.set(LIST, {body: {ratings: [scale(SHOWN, {mayReveal: true})]}});
      await press(screen, 'Show them now');
      await until('they are shown', () => wordsOf(screen).includes('All the numbers are shown.'));
      ok(wordsOf(screen).includes('Callum Penhale 10.'), wordsOf(screen));
    });
  });
}

suite('our numbers', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('are placed with the keyboard alone', async () => {
    const [screen, plan] = await opened('temi', [scale([])]);
    plan.http.says.set(PLACE, {body: scale([])});
    screen.shadowRoot?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
    await sendKeys({press: 'Space'});
    for (let at = 0; at < 3; at++) await sendKeys({press: 'ArrowRight'});
    for (let at = 0; at < 3; at++) await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await until('it is sent', () => plan.http.asked.some(one => one.method === 'PUT'));
    equal((plan.http.lastBody(PLACE) as {value: number}).value, 3);
  });

  test('say why a number is not lower in words of a private note, once it is said why these may stand there', async () => {
    const [screen, plan] = await opened('temi', [scale([])]);
    plan.http.says.set(PLACE, {code: 'COPIED_WORDS', sentence: 'These words stand in a private note.'});
    pick(screen, 3);
    await press(screen, 'Keep my number');
    await until('it is asked why', () => wordsOf(screen).includes('Why may they read it?'));
    await accessible(screen);
    screen.shadowRoot?.querySelector<HTMLInputElement>('input[name=reason]')?.click();
    plan.http.says.set(PLACE, {body: scale([])});
    await press(screen, 'Keep my number');
    await until('it is kept', () => screen._told !== '');
    equal((plan.http.lastBody(PLACE) as {copyReason?: string}).copyReason, 'known');
    ok(!wordsOf(screen).includes('Why may they read it?'), 'it is asked no more');
  });

  test('are only looked at on a screen that a room looks at, and come anew when the server says so', async () => {
    const [screen, plan] = await opened('bronagh', [scale([], {mayReveal: true})], {isPlain: true});
    equal(screen.shadowRoot?.querySelectorAll('input, .make').length, 0);
    ok(!wordsOf(screen).includes('Show everyone'), wordsOf(screen));
    plan.http.says.set(LIST, {body: {ratings: [scale(SHOWN)]}});
    plan.dispatchEvent(new RecordsEvent(['ratings']));
    await until('they are there', () => wordsOf(screen).includes('Temi Adeyemi 7.'));
  });

  test('have their ends from whoever may write the worries', async () => {
    const [screen, plan] = await opened('bronagh', []);
    await press(screen, 'Start a new scale');
    await press(screen, 'Start it');
    ok(wordsOf(screen).includes('Say what 0 means and what 10 means.'), wordsOf(screen));
    await accessible(screen);
    for (const [at, words] of ['Never.', 'Always.'].entries()) {
      const box = screen.shadowRoot?.querySelectorAll('textarea')[at];
      if (!box) throw new Error('No box');
      box.value = words;
      box.dispatchEvent(new Event('input'));
      await drawn(screen);
    }
    plan.http.says.set('POST /scales', {body: scale([])});
    plan.http.says.set(LIST, {body: {ratings: [scale([])]}});
    await press(screen, 'Start it');
    await until('it is there', () => wordsOf(screen).includes('Scale 1'));
    equal(plan.http.lastBody('POST /scales'), {zero: 'Never.', ten: 'Always.'});
  });

  test('of a plan to which nobody may add one are said not to be there yet', async () => {
    const [screen] = await opened('temi', []);
    ok(wordsOf(screen).includes('There is nothing to give a number to yet.'), wordsOf(screen));
    ok(!wordsOf(screen).includes('Start a new scale'), wordsOf(screen));
    await accessible(screen);
  });
});
