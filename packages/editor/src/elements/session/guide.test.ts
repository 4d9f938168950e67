import {setViewport} from '@web/test-runner-commands';
import '../../screens/session.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {SessionGuide} from './guide.ts';

const LIST = 'GET /sessions';
const CHANGE = 'PATCH /sessions/one';
const ITEM = 'AAAAAAAAAAAAAAAAAAAAAA';
const HOUSES = {
  format: 'goldthread-plan',
  child: {born: '2018-11-01'},
  threeHouses: {
    worries: [
      {
        ...{id: ITEM, text: 'bell too loud', speaker: 'Jory', mode: 'verbatim', writer: 'Esme Farrow'},
        ...{promptsUsed: 'What do you not like?', date: '2026-11-28', place: 'The blue room'},
        present: [{who: 'Jory Penhale-Adeyemi'}],
      },
    ],
  },
};

function said(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...{id: 'one', askedBy: idFor('esme'), isMine: true, madeAt: '2026-11-28T09:00:00'},
    ...{beganAt: null, readBackAt: null, endedAt: null, mayWrite: false, mayChoose: false},
    ...{items: [], choosable: [], presentations: [], drafts: {}, present: [], explained: [], prompts: []},
    ...more,
  };
}

const BEGUN = {
  ...{beganAt: '2026-11-28T09:10:00', mayWrite: true, mayChoose: true, limitsTold: 'I tell a grown-up.'},
  items: [{id: ITEM, readers: [idFor('esme')], notWith: [], isShownByChild: false, isAsked: false}],
  choosable: [idFor('esme'), idFor('temi'), idFor('callum')],
};

function planOf(me: JoryKey, ...sessions: readonly object[]): FakePlan {
  const plan = joryPlan(me);
  plan.http.says.set(LIST, {body: {sessions}});
  plan.http.says.set('GET ', {body: HOUSES});
  plan.http.says.set(CHANGE, {body: sessions[0] ?? said()});
  return plan;
}

async function open(source: FakePlan): Promise<SessionGuide> {
  // The guide asks the plan's element for nothing but a way to words in it.
  const screen = await show(new SessionGuide(), {plan: {source} as unknown as PlanHost, source});
  await until('it has answered', () => !wordsOf(screen).includes('One moment.'));
  await drawn(screen);
  return screen;
}

/** What the guide has of the houses, after the child named one. */
function renamed(source: FakePlan, worries: string): void {
  const threeHouses = {...HOUSES.threeHouses, names: {worries}};
  source.http.says.set('GET ', {body: {...HOUSES, threeHouses}});
  source.dispatchEvent(new RecordsEvent(['people']));
}

async function press(screen: SessionGuide, text: string): Promise<void> {
  button(screen, text).click();
  await drawn(screen);
}

async function goOn(session: object): Promise<SessionGuide> {
  const screen = await open(planOf('esme', session));
  await press(screen, 'Go on where you were');
  return screen;
}

for (const width of [1280, 375]) {
  suite(`the guide through a session, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('it begins with whether a parent knows, and without one asks why and which manager decided', async () => {
      const screen = await goOn(said({parentAnswer: 'unsafe'}));
      await accessible(screen);
      await press(screen, 'Continue');
      ok(wordsOf(screen).includes('Say why.'), wordsOf(screen));
      screen.type('parentTold', 'He may be punished.');
      await press(screen, 'Continue');
      ok(wordsOf(screen).includes('Write the manager’s name.'), wordsOf(screen));
      await accessible(screen);
    });

    test('what was written shows who said it, who wrote it, how, what was asked, who was there, when and where', async () => {
      const screen = await goOn(said(BEGUN));
      const words = wordsOf(screen);
      for (const fact of [
        ...['“bell too loud”', 'Jory said it.', 'word for word', 'Written by Esme Farrow'],
        ...['What do you not like?', 'Jory Penhale-Adeyemi', '28 November 2026, The blue room'],
      ])
        ok(words.includes(fact), `${fact}: ${words}`);
      await accessible(screen);
    });

    test('the houses stand in the order that the child picked, and today’s pick comes before that', async () => {
      const doors = (screen: SessionGuide): string[] =>
        [...(screen.shadowRoot?.querySelectorAll('.doors > *') ?? [])].map(one => one.textContent.trim());
      const plan = planOf('esme', said(BEGUN));
      const threeHouses = {...HOUSES.threeHouses, names: {dreams: 'The moon'}, first: 'dreams'};
      plan.http.says.set('GET ', {body: {...HOUSES, threeHouses}});
      const screen = await open(plan);
      await press(screen, 'Go on where you were');
      equal(doors(screen), ['The moon', 'Good things', 'Worries']);
      hideAll();
      const today = planOf('esme', said({...BEGUN, firstHouse: 'house:worries'}));
      today.http.says.set('GET ', {body: {...HOUSES, threeHouses}});
      const other = await open(today);
      await press(other, 'Go on where you were');
      equal(doors(other), ['Worries', 'Good things', 'The moon']);
    });

    test('a house without a name of its own is called for somebody of sixteen as on their own page', async () => {
      const plan = planOf('esme', said(BEGUN));
      plan.http.says.set('GET ', {body: {...HOUSES, child: {born: '2010-02-01'}}});
      const screen = await open(plan);
      await press(screen, 'Go on where you were');
      for (const name of ['Going well', 'Hard', 'Hopes']) ok(wordsOf(screen).includes(name), wordsOf(screen));
    });

    test('a calm page is one press away, and leads to a break or to the end', async () => {
      const screen = await goOn(said(BEGUN));
      await press(screen, 'Stop');
      ok(wordsOf(screen).includes('Nothing more has to be said.'), wordsOf(screen));
      await accessible(screen);
      await press(screen, 'Stop for today');
      ok(wordsOf(screen).includes('It was not read back.'), wordsOf(screen));
      await accessible(screen);
    });

    test('who may see it and who should not is asked with a card for each person', async () => {
      const screen = await goOn(said({...BEGUN, mayWrite: false, readBackAt: '2026-11-28T09:40:00'}));
      ok(wordsOf(screen).includes('Not asked yet.'), wordsOf(screen));
      await press(screen, 'Ask who may see this: bell too loud');
      await accessible(screen);
      const [, , callum, , temi] = [...(screen.shadowRoot?.querySelectorAll<HTMLElement>('.card') ?? [])];
      temi?.click();
      await drawn(screen);
      equal(screen.choosing.mayNot.length, 1);
      callum?.click();
      await drawn(screen);
      screen.shadowRoot?.querySelector<HTMLInputElement>('input')?.click();
      await drawn(screen);
      equal([screen.choosing.may, screen.choosing.mayNot], ['everyone', []]);
    });
  });
}

suite('the guide through a session', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('without a connection it says so, and can be asked again', async () => {
    const screen = await open(joryPlan('esme'));
    ok(wordsOf(screen).includes('This needs a connection.'), wordsOf(screen));
    await accessible(screen);
  });

  test('a family holds no session, and whoever the server is not sure of is led to show who they are', async () => {
    const family = await open(planOf('temi'));
    ok(wordsOf(family).includes('You cannot hold a session.'), wordsOf(family));
    await accessible(family);
    const plan = planOf('esme');
    plan.isSure = false;
    const screen = await open(plan);
    ok(wordsOf(screen).includes('show first that it is you'), wordsOf(screen));
    await accessible(screen);
  });

  test('what is typed is sent to be kept, stays while that fails, and is there again after the screen was closed', async () => {
    const source = planOf('esme', said(BEGUN));
    source.http.says.set(CHANGE, {problem: 'offline'});
    const screen = await open(source);
    await press(screen, 'Go on where you were');
    screen.type('words', 'bell t');
    screen.remove();
    await until('it was sent', () => JSON.stringify(source.http.asked).includes('bell t'));
    const again = await open(source);
    await press(again, 'Go on where you were');
    equal(again.text('words'), 'bell t');
    ok(wordsOf(again).includes('You are offline. Stay on this page.'), wordsOf(again));
    await accessible(again);
  });

  test('a house that the child gives another name has it in the session at once', async () => {
    const source = planOf('esme', said(BEGUN));
    const screen = await open(source);
    await press(screen, 'Go on where you were');
    ok(!wordsOf(screen).includes('Rainy castle'), wordsOf(screen));
    renamed(source, 'Rainy castle');
    await until('it is there', () => wordsOf(screen).includes('Rainy castle'));
  });

  test('a session that somebody else held is there to read, and leads to what came of it', async () => {
    const screen = await open(
      planOf(
        'esme',
        said({...BEGUN, isMine: false, askedBy: idFor('bronagh'), endedAt: '2026-11-28T10:00:00'}),
      ),
    );
    let opened = '';
    screen.addEventListener('plan-screen-open', event => (opened = event.screen));
    await press(screen, 'What came of it');
    equal(opened, 'said');
    screen.shadowRoot?.querySelector<HTMLElement>('[aria-label^="See what was written"]')?.click();
    await drawn(screen);
    const words = wordsOf(screen);
    ok(words.includes('Held by Bronagh Kell.') && words.includes('Only who held the session'), words);
    ok(words.includes('Not read back.') && words.includes('“bell too loud”'), words);
    await accessible(screen);
  });
});
