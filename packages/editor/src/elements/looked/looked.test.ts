import {setViewport} from '@web/test-runner-commands';
import type {Role} from '@goldthread/schema';
import '../../screens/looked.ts';
import {EMPTY_INDEX} from '../../context/item-index.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakeAnswer} from '../../testing/fake-http.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanLooked} from './looked.ts';

const FIRST = 'GET /audit?limit=50';
const START = Date.parse('2026-11-20T12:00:00Z');

/** The entries of one page, one a minute, so that no two make one line; the newest is the first. */
function said(count: number, from = 0): {readonly body: {readonly entries: readonly object[]}} {
  const entries = Array.from({length: count}, (_, at) => ({
    at: new Date(START - (from + at) * 60_000).toISOString(),
    actor: {id: idFor('esme'), name: 'Esme Farrow'},
    action: 'read',
    subject: null,
    itemIds: [],
    detail: {part: 'shared'},
  }));
  return {body: {entries}};
}

/** Where the page after a page of 50 begins. */
const BEFORE = new Date(START - 49 * 60_000).toISOString();
const SECOND = `GET /audit?limit=50&before=${encodeURIComponent(BEFORE)}`;

async function opened(answer: FakeAnswer | 'never', role: Role = 'parent'): Promise<PlanLooked> {
  const source = new FakePlan(role, []);
  source.http.says.set(FIRST, answer);
  const screen = await show(new PlanLooked(), {source, index: EMPTY_INDEX});
  if (answer !== 'never') await until('it is known', () => screen._state.kind !== 'looking');
  await drawn(screen);
  return screen;
}

function rows(screen: PlanLooked): number {
  return screen.shadowRoot?.querySelectorAll('li').length ?? 0;
}

function answerWith(screen: PlanLooked, question: string, answer: FakeAnswer): void {
  (screen.source as FakePlan).http.says.set(question, answer);
}

teardown(hideAll);

for (const width of [1280, 375]) {
  suite(`who has looked, at ${width} px`, () => {
    setup(() => setViewport({width, height: 812}));

    test('tells a mother who opened what she can see', async () => {
      const screen = await opened(said(2));
      const words = wordsOf(screen);
      ok(words.includes('This shows who has opened what you can see.'), words);
      ok(words.includes('20 November 2026') && words.includes('Esme Farrow opened the plan.'), words);
      ok(words.includes('There is nothing before this.'), words);
      await accessible(screen);
    });

    test('says so while it looks, and where there is nothing', async () => {
      const looking = await opened('never');
      ok(wordsOf(looking).includes('One moment.'), 'it looks');
      await accessible(looking);
      hideAll();
      const empty = await opened({body: {entries: []}});
      ok(wordsOf(empty).includes('Nothing is noted yet.'), wordsOf(empty));
      await accessible(empty);
    });

    test('says why there is no list, and asks again', async () => {
      for (const [answer, says] of [
        [{problem: 'offline'}, 'This needs a connection.'],
        [{problem: 'gone', code: 'NOT_FOUND'}, 'You can no longer do this.'],
        [{problem: 'signedOut'}, 'You are signed out.'],
        [{body: {}}, 'Something went wrong.'],
      ] as const) {
        const screen = await opened(answer);
        ok(wordsOf(screen).includes(says), wordsOf(screen));
        await accessible(screen);
        answerWith(screen, FIRST, said(1));
        button(screen, 'Try again').click();
        await until('it is known', () => screen._state.kind === 'known');
        hideAll();
      }
    });
  });
}

suite('who has looked', () => {
  test('tells a professional what was done on the plan', async () => {
    const screen = await opened(said(1), 'socialWorker');
    ok(wordsOf(screen).includes('what was done on this plan'), wordsOf(screen));
  });

  test('shows what was before, below what is there, until nothing is left', async () => {
    const screen = await opened(said(50));
    equal(rows(screen), 50);
    answerWith(screen, SECOND, said(3, 50));
    button(screen, 'Show what was before').click();
    await until('more lines', () => rows(screen) === 53);
    await drawn(screen);
    equal(screen.shadowRoot?.activeElement?.className, 'end', 'the focus has somewhere to be');
    ok(wordsOf(screen).includes('3 more lines are shown.'), 'said to whoever doesn’t see it');
    await accessible(screen);
  });

  test('keeps the list where what was before can’t be had now', async () => {
    const screen = await opened(said(50));
    answerWith(screen, SECOND, {problem: 'offline'});
    button(screen, 'Show what was before').click();
    await until('it says so', () => screen._problem !== '');
    await drawn(screen);
    equal(rows(screen), 50);
    ok(screen.shadowRoot?.activeElement?.matches('.problem'), 'the problem has the focus');
    await accessible(screen);
  });

  test('passes over what it has no words for, and still finds what was before that', async () => {
    const page = said(50);
    const unknown = page.body.entries.map(one => ({...one, action: 'somethingNew'}));
    const screen = await opened({body: {entries: unknown}});
    equal(rows(screen), 0);
    answerWith(screen, SECOND, said(1, 50));
    button(screen, 'Show what was before').click();
    await until('one line', () => rows(screen) === 1);
  });
});
