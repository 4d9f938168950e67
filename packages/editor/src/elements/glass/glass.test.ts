import {setViewport} from '@web/test-runner-commands';
import '../../screens/glass.ts';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanGlass} from './glass.ts';

const LIST = 'GET /break-glass';
const BREAK = 'POST /break-glass';
const WHY = 'He did not come home from school.';

function saidOpening(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'one',
    by: idFor('bronagh'),
    at: '2026-11-20T14:02:00',
    until: '2026-11-20T15:02:00',
    reason: 'missing',
    words: WHY,
    compartmentIds: [],
    review: null,
    reviewBy: '2026-11-23',
    isOverdue: false,
    mayReview: false,
    ...more,
  };
}

function planOf(me: JoryKey, ...openings: readonly object[]): FakePlan {
  const plan = joryPlan(me);
  plan.http.says.set(LIST, {body: {openings}});
  return plan;
}

async function open(plan: FakePlan): Promise<PlanGlass> {
  const screen = await show(new PlanGlass(), {source: plan});
  await until('it has answered', () => screen._openings.kind !== 'looking');
  await drawn(screen);
  return screen;
}

async function press(screen: PlanGlass, text: string): Promise<void> {
  button(screen, text).click();
  await drawn(screen);
}

async function choose(screen: PlanGlass, at: number): Promise<void> {
  screen.shadowRoot?.querySelectorAll('input')[at]?.click();
  await drawn(screen);
}

async function write(screen: PlanGlass, text: string): Promise<void> {
  const box = screen.shadowRoot?.querySelector('textarea');
  if (!box) throw new Error('No box');
  box.value = text;
  box.dispatchEvent(new Event('input'));
  await drawn(screen);
}

for (const width of [1280, 375]) {
  suite(`emergency access, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('it says what follows, wants a reason and words, and opens for an hour', async () => {
      const plan = planOf('bronagh');
      plan.http.says.set(BREAK, {body: {id: 'one', until: '2026-11-20T15:02:00'}});
      const screen = await open(plan);
      ok(wordsOf(screen).includes('A manager is told at once'), wordsOf(screen));
      ok(!wordsOf(screen).includes('There is nothing here'), 'the questions are what is here');
      await accessible(screen);
      await press(screen, 'Open for one hour');
      ok(wordsOf(screen).includes('Choose what has happened.'), wordsOf(screen));
      await choose(screen, 0);
      await write(screen, 'He is gone.');
      await press(screen, 'Open for one hour');
      ok(wordsOf(screen).includes('Say more: at least 20 letters.'), wordsOf(screen));
      await accessible(screen);
      await write(screen, ` ${WHY} `);
      await press(screen, 'Open for one hour');
      await until('it is open', () => screen._stage.kind === 'open');
      await drawn(screen);
      ok(wordsOf(screen).includes('You can read until 15:02'), wordsOf(screen));
      equal(JSON.stringify(plan.http.lastBody(BREAK)), JSON.stringify({reason: 'missing', words: WHY}));
      equal(plan.lookedAgain, 1);
      await accessible(screen);
      eventFrom(screen, 'plan-screen-close', () => button(screen, 'See the plan').click());
    });

    test('a manager says afterwards whether it was right, and why', async () => {
      const plan = planOf('anita', saidOpening({mayReview: true, isOverdue: true}));
      plan.http.says.set(`${BREAK}/one/review`, {body: {outcome: 'notJustified'}});
      const screen = await open(plan);
      const before = wordsOf(screen);
      for (const part of ['Bronagh Kell, 20 November 2026, 14:02', WHY, 'checked this by 23 November 2026'])
        ok(before.includes(part), before);
      await accessible(screen);
      await press(screen, 'Check it: Bronagh Kell');
      await press(screen, 'Save');
      ok(wordsOf(screen).includes('Choose one.'), wordsOf(screen));
      await choose(screen, 1);
      await press(screen, 'Save');
      ok(wordsOf(screen).includes('Say why.'), wordsOf(screen));
      await accessible(screen);
      await write(screen, 'He was at his gran’s.');
      const by = idFor('anita');
      const review = {by, at: '2026-11-24T09:00:00', outcome: 'notJustified', words: 'He was at his gran’s.'};
      plan.http.says.set(LIST, {body: {openings: [saidOpening({review})]}});
      await press(screen, 'Save');
      await until('it is saved', () => screen._told !== '');
      await drawn(screen);
      const now = wordsOf(screen);
      ok(now.includes('You checked it on 24 November 2026. It was not right. He was at his gran’s.'), now);
    });
  });
}

suite('emergency access', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('whoever has not shown for some time that it is them is led there, and keeps their words', async () => {
    const plan = planOf('bronagh');
    plan.http.says.set(BREAK, {code: 'PROVE_AGAIN', sentence: 'Show once more that it is you first.'});
    const screen = await open(plan);
    await choose(screen, 1);
    await write(screen, WHY);
    await press(screen, 'Open for one hour');
    await until('it asks for proof', () => screen._stage.kind === 'proving');
    await drawn(screen);
    const inside = screen.shadowRoot?.querySelector('goldthread-screen')?.shadowRoot;
    equal(inside?.activeElement?.textContent, 'First show that it is you', 'the focus is on the new heading');
    await accessible(screen);
    const asked = eventFrom<PlanScreenOpen>(screen, 'plan-screen-open', () =>
      button(screen, 'Show that it is you').click(),
    );
    equal(asked.screen, 'prove');
    screen.remove();
    equal((await open(plan)).shadowRoot?.querySelector('textarea')?.value, WHY);
  });

  test('whose work does not allow it is offered no way to, and hears of what they are told', async () => {
    const plan = planOf('esme');
    const screen = await open(plan);
    ok(!wordsOf(screen).includes('Open for one hour'), wordsOf(screen));
    ok(wordsOf(screen).includes('There is nothing here for you.'), wordsOf(screen));
    await accessible(screen);
    plan.http.says.set(LIST, {body: {openings: [saidOpening({words: null})]}});
    plan.dispatchEvent(new RecordsEvent(['people']));
    plan.dispatchEvent(new RecordsEvent(['breakGlass']));
    await until('it stands there', () => wordsOf(screen).includes('A child is missing.'));
    equal(plan.http.asked.length, 2);
  });

  test('without a connection it says so, opens nothing, and can be tried again', async () => {
    const plan = joryPlan('bronagh');
    const screen = await open(plan);
    await choose(screen, 0);
    await write(screen, WHY);
    await press(screen, 'Open for one hour');
    await until('it has failed', () => screen._problem !== '');
    await drawn(screen);
    ok(wordsOf(screen).includes('This needs a connection.'), wordsOf(screen));
    equal(plan.lookedAgain, 0);
  });
});
