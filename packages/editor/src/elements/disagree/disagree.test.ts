import {setViewport} from '@web/test-runner-commands';
import '../../screens/disagree.ts';
import '../../screens/stances.ts';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {deep} from '../../testing/suggest-stand.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {PlanDisagree} from './disagree.ts';

const LIST = 'GET /records?kinds=disagreements';
const SIDES = [
  {key: 'temi', kind: 'person', name: 'Temi Adeyemi', people: [idFor('temi')], compartments: []},
  {key: 'callum', kind: 'person', name: 'Callum Penhale', people: [idFor('callum')], compartments: []},
];

function entry(act: string, party: string, name: string, words: string, more: object = {}): object {
  const said = {id: `${act}-${party}`, by: party, byName: name, party, name, at: '2026-11-20T10:05:00'};
  return {...said, act, words, wish: '', why: '', files: [], isGone: false, ...more};
}

const MATTER = {
  ...{id: 'opened-temi', item: 'need-1', root: null, quote: 'He covers his ears.', isChangedSince: true},
  ...{outcome: 'open', isPrinted: false, isOpen: true},
  entries: [
    entry('opened', 'temi', 'Temi Adeyemi', 'Not only then.', {wish: 'Each day.', why: 'It hurts him.'}),
    entry('said', 'council', 'Marlshire', 'We saw it once.'),
  ],
};
const TRY = {
  ...{id: 't', by: 'e', byName: 'Esme Farrow', party: 'esme', name: 'Esme Farrow', at: '2026-11-20T10:05:00'},
  ...{
    item: null,
    to: 'callum',
    toName: 'Callum Penhale',
    on: '2026-11-03',
    means: 'letter',
    words: 'At six.',
  },
};

async function opened(
  me: JoryKey,
  itemId = '',
  body: object = {disagreements: [MATTER], tries: [TRY]},
): Promise<[PlanDisagree, FakePlan, GoldthreadPlan]> {
  const session = joryPlan(me);
  session.http.says.set(LIST, {body});
  session.http.says.set('GET /records?kinds=positions', {body: {positions: [], parties: SIDES}});
  const plan = await show(new GoldthreadPlan(), {session});
  await until('the items are known', () => plan.index.items.length > 0);
  const screen = await show(new PlanDisagree(), {plan, itemId});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return [screen, session, plan];
}

function fill(screen: PlanDisagree, text: string): void {
  const box = screen.shadowRoot?.querySelector('textarea');
  if (!box) throw new Error('No box');
  box.value = text;
  box.dispatchEvent(new Event('input'));
}

async function press(screen: PlanDisagree, text: string): Promise<void> {
  button(screen, text).click();
  await drawn(screen);
}

for (const width of [1280, 375]) {
  suite(`where people do not agree, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('each side is in its own words beside what the plan said then, and who was asked is below', async () => {
      const [screen] = await opened('callum');
      const text = wordsOf(screen);
      for (const part of [
        'B1. Not agreed. It was answered',
        'What the plan said on 20 November 2026',
        'He covers his ears.',
        'The plan says something else now:',
        'Temi Adeyemi does not agree',
        'They would like it to say: Each day.',
        'Why it matters to them: It hurts him.',
        'Marlshire says',
        'We saw it once.',
        'Callum Penhale was asked on 3 November 2026, by letter.',
        'Offered: At six.',
        'No answer is not the same as yes.',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      ok(!text.includes('Write down that someone was asked'), 'a family notes nobody');
      ok(!text.includes('It is to be printed'), text);
      equal(screen.renderRoot.querySelectorAll('.sides ol').length, 2);
      await accessible(screen);
    });

    test('somebody who does not agree is asked one question a page, and nothing is sent before the last', async () => {
      const [screen, session] = await opened('temi', 'need-1', {disagreements: [], tries: []});
      ok(wordsOf(screen).includes('What do you not agree with?'), wordsOf(screen));
      await press(screen, 'Continue');
      ok(wordsOf(screen).includes('Write what you do not agree with first.'), wordsOf(screen));
      await accessible(screen);
      fill(screen, 'Not only then.');
      await press(screen, 'Continue');
      fill(screen, 'Each day.');
      await press(screen, 'Continue');
      ok(wordsOf(screen).includes('This does not stop the plan.'), wordsOf(screen));
      await until('it says where to go', () => wordsOf(screen).includes('Ask for a meeting'));
      await accessible(screen);
      fill(screen, 'It hurts him.');
      session.http.says.set('POST /disagreements', {body: MATTER});
      session.http.says.set(LIST, {body: {disagreements: [MATTER], tries: []}});
      await press(screen, 'Send it');
      await until('it is sent', () => wordsOf(screen).includes('Sent.'));
      equal(session.http.lastBody('POST /disagreements'), {
        ...{itemId: 'need-1', words: 'Not only then.', wish: 'Each day.', why: 'It hurts him.'},
      });
      ok(wordsOf(screen).includes('Temi Adeyemi does not agree'), wordsOf(screen));
    });

    test('a side says something to it; only the side that opened it agrees now or takes it back', async () => {
      const [screen, session] = await opened('callum');
      await press(screen, 'Say something to this. B1');
      ok(!wordsOf(screen).includes('I agree now'), 'another side');
      await accessible(screen);
      fill(screen, 'I see it too.');
      session.http.says.set('POST /disagreements/opened-temi/say', {body: MATTER});
      await press(screen, 'Send it');
      await until('it is sent', () => wordsOf(screen).includes('Sent.'));
      equal(session.http.lastBody('POST /disagreements/opened-temi/say'), {words: 'I see it too.'});
    });
  });
}

suite('where people do not agree', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('whoever opened it takes it back, with their words if they like', async () => {
    const [screen, session] = await opened('temi');
    await press(screen, 'Say something to this. B1');
    session.http.says.set('POST /disagreements/opened-temi/withdraw', {body: MATTER});
    await press(screen, 'Take it back, and my words');
    await until('it is taken back', () => wordsOf(screen).includes('Taken back'));
    equal(session.http.lastBody('POST /disagreements/opened-temi/withdraw'), {hideWords: true});
  });

  test('a whole part is chosen, and then the same is asked', async () => {
    const [screen, session] = await opened('temi');
    await press(screen, 'I do not agree with a whole part');
    await accessible(screen);
    await press(screen, 'F. Help in school');
    ok(wordsOf(screen).includes('F. Help in school'), wordsOf(screen));
    ok(wordsOf(screen).includes('Only you can see this until you send it.'), wordsOf(screen));
    fill(screen, 'Too little.');
    await press(screen, 'Continue');
    await press(screen, 'Continue');
    const about = {...MATTER, item: null, root: 'section:F', quote: ''};
    session.http.says.set('POST /disagreements', {body: about});
    session.http.says.set(LIST, {body: {disagreements: [about], tries: []}});
    await press(screen, 'Send it');
    await until('it is sent', () => wordsOf(screen).includes('Sent.'));
    equal(session.http.lastBody('POST /disagreements'), {
      ...{root: 'section:F', words: 'Too little.', wish: '', why: ''},
    });
    ok(wordsOf(screen).includes('F. Help in school. Not agreed'), wordsOf(screen));
  });

  test('whoever opened it says that it is printed with the plan, and that it isn’t after all', async () => {
    const [screen, session] = await opened('temi');
    session.http.says.set('POST /disagreements/opened-temi/say', {body: MATTER});
    session.http.says.set(LIST, {body: {disagreements: [{...MATTER, isPrinted: true}], tries: []}});
    await press(screen, 'Say something to this. B1');
    await press(screen, 'Print it with the plan');
    await until('it says so', () => wordsOf(screen).includes('It is to be printed with the plan.'));
    await press(screen, 'Say something to this. B1');
    await press(screen, 'Do not print it with the plan');
    await until('it is sent', () => wordsOf(screen).includes('Sent.'));
    equal(session.http.lastBody('POST /disagreements/opened-temi/say'), {words: '', outcome: 'notPrinted'});
  });

  test('the plan says beside the item that it isn’t agreed, and leads there', async () => {
    const [, session, plan] = await opened('temi');
    session.http.says.set('GET /records?kinds=comments', {body: {comments: []}});
    session.facts = session.facts === null ? null : {...session.facts};
    session.dispatchEvent(new Event('change'));
    await plan.goTo('section:B', null);
    await until(
      'the mark',
      () => deep(plan, 'goldthread-beside')?.shadowRoot?.textContent.includes('Not agreed: 1') === true,
    );
    const mark = button(plan, 'Not agreed: 1. B1');
    equal(eventFrom<PlanScreenOpen>(plan, 'plan-screen-open', () => mark.click()).screen, 'disagree');
  });

  test('a professional notes who was asked, when, how and what was offered', async () => {
    const [screen, session] = await opened('bronagh');
    await press(screen, 'Write down that someone was asked');
    await press(screen, 'Keep it');
    ok(wordsOf(screen).includes('Choose who was asked, and the day.'), wordsOf(screen));
    await accessible(screen);
    const set = (id: string, value: string, event: string) => {
      const box = screen.shadowRoot?.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
      if (!box) throw new Error(`No ${id}`);
      box.value = value;
      box.dispatchEvent(new Event(event));
    };
    await until(
      'the sides are known',
      () => (screen.shadowRoot?.querySelector<HTMLSelectElement>('#to')?.options.length ?? 0) > 1,
    );
    set('to', 'callum', 'change');
    set('on', '2026-11-12', 'input');
    set('means', 'phone', 'change');
    session.http.says.set('POST /tries', {body: TRY});
    await press(screen, 'Keep it');
    await until('it is kept', () => wordsOf(screen).includes('Kept.'));
    equal(session.http.lastBody('POST /tries'), {to: 'callum', on: '2026-11-12', means: 'phone', words: ''});
  });

  test('words of a private note are sent again with the reason', async () => {
    const [screen, session] = await opened('callum');
    await press(screen, 'Say something to this. B1');
    fill(screen, 'I heard it.');
    session.http.says.set('POST /disagreements/opened-temi/say', {
      code: 'COPIED_WORDS',
      sentence: 'Say why.',
    });
    await press(screen, 'Send it');
    await until('it asks why', () => wordsOf(screen).includes('They know it already'));
    await accessible(screen);
  });

  test('is reached from where everybody stands, and not where others look too', async () => {
    const [, , plan] = await opened('temi');
    ok(plan.screens.offers('disagree'), 'offered');
    plan.screens.isPlain = true;
    ok(!plan.screens.offers('disagree'), 'not before a room');
  });
});
