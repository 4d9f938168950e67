import {setViewport} from '@web/test-runner-commands';
import '../../screens/authors.ts';
import {accessible} from '../../testing/accessible.ts';
import {ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {PlanAuthors} from './authors.ts';

const ESME = {id: 'e', name: 'Esme Farrow', relationship: 'keyworker'};
const TEMI = {id: idFor('temi'), name: 'Temi Adeyemi', relationship: 'Jory’s mum'};
const JORY = {id: 'j', name: 'Jory Penhale-Adeyemi', relationship: 'himself'};
const AT = '2026-11-20T10:05:00';
const NEED = {
  ...{
    item: 'need-1',
    type: 'need',
    owner: ESME,
    typedBy: null,
    isRight: null,
    facts: {},
    present: [],
    session: null,
  },
  blocks: [
    [
      {words: 'He covers his ears ', by: ESME, typedFor: null, at: AT},
      {words: 'when it is loud', by: TEMI, typedFor: null, at: AT},
    ],
    [{words: 'Each day.', by: null, typedFor: null, at: null}],
  ],
  wrote: {by: TEMI, at: AT},
  tookOut: {by: ESME, at: AT},
};
const SAID = {
  ...NEED,
  ...{
    type: 'statement',
    owner: JORY,
    typedBy: ESME,
    isRight: false,
    wrote: null,
    tookOut: null,
    present: ['Mum', 'Scout'],
  },
  facts: {mode: 'verbatim', date: '2026-11-03', promptsUsed: 'What makes you happy?'},
  session: {date: '2026-11-03', place: 'The blue room', askedBy: 'Esme Farrow', present: [], prompts: []},
  blocks: [[{words: 'red train', by: ESME, typedFor: JORY, at: AT}]],
};

async function opened(body: object, code = ''): Promise<PlanAuthors> {
  const session = joryPlan('temi');
  session.http.says.set('GET /items/need-1/authors', code === '' ? {body} : {code, sentence: 'No.'});
  const plan = await show(new GoldthreadPlan(), {session});
  await until('the items are known', () => plan.index.items.length > 0);
  const screen = await show(new PlanAuthors(), {plan, itemId: 'need-1'});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return screen;
}

function says(screen: PlanAuthors, ...parts: readonly string[]): void {
  const text = wordsOf(screen);
  for (const part of parts) ok(text.includes(part), `${part} in ${text}`);
}

for (const width of [1280, 375]) {
  suite(`who wrote an item, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('each passage says in words who first wrote it, what they are to the child, and when', async () => {
      const screen = await opened(NEED);
      says(
        screen,
        'Who wrote this: B1',
        'He covers his ears',
        'Esme Farrow, keyworker. 20 November 2026, 10:05',
        'Temi Adeyemi, Jory’s mum. 20 November 2026, 10:05',
        'Came with the plan, or was put here from another place',
        'Temi Adeyemi wrote in it last, on 20 November 2026, 10:05.',
        'Esme Farrow took something out of it last, on 20 November 2026, 10:05.',
      );
      ok(!wordsOf(screen).includes('How it was said'), 'nothing of how it was said, where nobody said it');
      await accessible(screen);
    });

    test('somebody’s own words say whose they are, for whom they were typed, and how they were said', async () => {
      const screen = await opened(SAID);
      says(
        screen,
        'Esme Farrow, keyworker, typed for Jory Penhale-Adeyemi',
        'Jory Penhale-Adeyemi, himself',
        'What makes you happy?',
        'Mum and Scout',
        'The blue room',
        '3 November 2026',
      );
      await accessible(screen);
    });
  });
}

suite('who wrote an item', () => {
  teardown(hideAll);

  test('whose words they are says that what was typed for them is right, and only then it stands there', async () => {
    const temis = {...SAID, owner: TEMI};
    const screen = await opened(temis);
    says(screen, 'Temi Adeyemi has not said yet that it is right.', 'Is it right?');
    const {http} = screen.plan.source as unknown as FakePlan;
    http.says.set('POST /items/need-1/right', {code: 'BAD_REQUEST', sentence: 'Not now.'});
    screen.renderRoot.querySelector<HTMLElement>('.btn')?.click();
    await until(
      'it is refused',
      () => (screen.shadowRoot?.querySelector('.problem')?.textContent ?? '') !== '',
    );
    await accessible(screen);
    http.says.set('POST /items/need-1/right', {body: {}});
    http.says.set('GET /items/need-1/authors', {body: {...temis, isRight: true}});
    screen.renderRoot.querySelector<HTMLElement>('.btn')?.click();
    await until('it is right', () => wordsOf(screen).includes('You said that it is right.'));
    says(screen, 'Temi Adeyemi said that it is right.');
    ok(screen.shadowRoot?.activeElement?.className === 'right', 'the focus is on what was said');
    await accessible(screen);
  });

  test('nobody else is asked whether it is right', async () => {
    const screen = await opened(SAID);
    says(screen, 'Jory Penhale-Adeyemi has not said yet that it is right.');
    ok(screen.shadowRoot?.querySelector('.btn') === null, 'there is nothing to press');
  });

  test('is said to be gone where it is', async () => {
    const screen = await opened({}, 'NOT_FOUND');
    ok(screen.shadowRoot?.querySelector('[role="alert"]') !== null, wordsOf(screen));
    await accessible(screen);
  });
});
