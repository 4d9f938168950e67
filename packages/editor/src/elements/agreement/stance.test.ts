import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/stances.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import type {PlanStance} from './stance.ts';

const LIST = 'GET /records?kinds=positions';
const TAKE = 'PUT /positions/need-1';

const PARTIES = [
  {key: 'jory', kind: 'child', name: 'Jory Penhale-Adeyemi', people: [idFor('jory')], compartments: []},
  {key: 'temi', kind: 'person', name: 'Temi Adeyemi', people: [idFor('temi')], compartments: []},
  {key: 'callum', kind: 'person', name: 'Callum Penhale', people: [idFor('callum')], compartments: []},
  {
    key: 'Social care',
    kind: 'agency',
    name: 'Social care',
    people: [idFor('bronagh'), idFor('anita')],
    compartments: [],
  },
];

function said(party: string, stance: string, more: Readonly<Record<string, unknown>> = {}): object {
  const name = PARTIES.find(one => one.key === party)?.name;
  return {
    ...{item: 'need-1', party, name, stance, words: '', by: null, byName: name, at: '2026-11-20T10:00:00'},
    ...{version: 1, earlier: [], isBeforeLastChange: false},
    ...more,
  };
}

function says(plan: FakePlan, ...positions: readonly object[]): void {
  plan.http.says.set(LIST, {body: {positions, parties: PARTIES}});
}

async function opened(me: JoryKey, ...positions: readonly object[]): Promise<[PlanStance, FakePlan]> {
  const session = joryPlan(me);
  says(session, ...positions);
  const plan = await show(new GoldthreadPlan(), {session});
  await plan.goTo('section:B', null);
  const place = () =>
    plan.querySelector('goldthread-item-facts')?.shadowRoot?.querySelector<PlanStance>('goldthread-stance') ??
    null;
  await until(
    'it says what people think',
    () => (place()?.shadowRoot?.querySelector('.sum') ?? null) !== null,
  );
  const stance = place();
  if (stance === null) throw new Error('No place for what people think');
  await drawn(stance);
  return [stance, session];
}

async function press(stance: PlanStance, text: string): Promise<void> {
  button(stance, text).click();
  await drawn(stance);
}

const DISAGREES = said('callum', 'disagree', {words: 'talks fine with me', isBeforeLastChange: true});

for (const width of [1280, 375]) {
  suite(`what people think of an item, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('everybody’s stance is in words beside it: who differs is named, who agrees is counted, silence is no answer', async () => {
      const [stance] = await opened('bronagh', DISAGREES, said('temi', 'agree'), said('jory', 'agree'));
      const line = wordsOf(stance);
      ok(line.includes('Callum Penhale does not agree, before the last change. 2 agree.'), line);
      await accessible(stance);
      await press(stance, 'What do you think? B1');
      const panel = wordsOf(stance);
      for (const part of [
        '“talks fine with me”',
        '20 November 2026',
        'Not asked yet: Social care.',
        'You answer for Social care.',
        'that does not mean they agree',
      ])
        ok(panel.includes(part), panel);
      // A phone's bar stands over the end of the page.
      button(stance, 'Close').scrollIntoView({block: 'center'});
      await accessible(stance);
    });

    test('a parent answers with one press, and gives words if she likes', async () => {
      const [stance, plan] = await opened('temi', DISAGREES);
      await press(stance, 'What do you think? B1');
      await accessible(stance);
      plan.http.says.set(TAKE, {body: said('temi', 'agree')});
      says(plan, DISAGREES, said('temi', 'agree'));
      await press(stance, 'This is right');
      await until('it is saved', () => wordsOf(stance).includes('Saved.'));
      equal(plan.http.lastBody(TAKE), {party: idFor('temi'), stance: 'agree', words: '', expectedVersion: 0});
      equal(button(stance, 'This is right').ariaPressed, 'true');
      ok(button(stance, 'You agree. B1'), 'the line says so too');
      const box = stance.shadowRoot?.querySelector('textarea');
      if (!box) throw new Error('No box');
      box.value = ' It was the bell. ';
      box.dispatchEvent(new Event('input'));
      await press(stance, 'Save these words');
      await until(
        'the words are sent',
        () => plan.http.asked.filter(one => one.method === 'PUT').length === 2,
      );
      equal(plan.http.lastBody(TAKE), {
        ...{party: idFor('temi'), stance: 'agree', words: 'It was the bell.', expectedVersion: 1},
      });
      await accessible(stance);
    });

    test('a child is asked in a child’s words', async () => {
      const [stance] = await opened('jory');
      await press(stance, 'What do you think? B1');
      for (const text of ['Yes', 'Some of it', 'No']) ok(button(stance, text), text);
      ok(wordsOf(stance).includes('You do not have to say a thing'), wordsOf(stance));
      await accessible(stance);
    });
  });
}

suite('an answer', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('of one’s own side that came in between is shown with its words, and pressing again answers it', async () => {
    const [stance, plan] = await opened('bronagh');
    await press(stance, 'What do you think? B1');
    const position = {
      stance: 'disagree',
      words: 'Too little.',
      byName: 'Anita Dray',
      by: null,
      at: null,
      version: 1,
    };
    plan.http.says.set(TAKE, {
      code: 'POSITION_CHANGED',
      sentence: 'Your side gave another answer.',
      position,
    });
    says(plan, said('Social care', 'disagree', {words: 'Too little.', byName: 'Anita Dray'}));
    await press(stance, 'We agree');
    await until('it is told', () =>
      wordsOf(stance).includes('Anita Dray answered for your side a moment ago'),
    );
    ok(wordsOf(stance).includes('does not agree “Too little.”'), wordsOf(stance));
    ok(stance.shadowRoot?.activeElement?.classList.contains('problem'), 'the focus is on it');
    await accessible(stance);
    plan.http.says.set(TAKE, {body: said('Social care', 'agree', {version: 2})});
    await press(stance, 'We agree');
    await until('it is sent again', () => wordsOf(stance).includes('Saved.'));
    equal((plan.http.lastBody(TAKE) as {expectedVersion: number}).expectedVersion, 1);
  });

  test('in words of a private note asks why they may stand there, and sends the reason', async () => {
    const [stance, plan] = await opened('temi');
    await press(stance, 'What do you think? B1');
    plan.http.says.set(TAKE, {code: 'COPIED_WORDS', sentence: 'No.'});
    await press(stance, 'I do not agree');
    await until('it asks why', () => wordsOf(stance).includes('stand in a private note'));
    await accessible(stance);
    await press(stance, 'They know it already');
    await until('it is sent again', () => plan.http.asked.filter(one => one.method === 'PUT').length === 2);
    equal((plan.http.lastBody(TAKE) as {copyReason: string}).copyReason, 'known');
  });

  test('is opened, given and left with the keyboard alone', async () => {
    const [stance, plan] = await opened('temi');
    plan.http.says.set(TAKE, {body: said('temi', 'partly')});
    button(stance, 'What do you think? B1').focus();
    await sendKeys({press: 'Enter'});
    await drawn(stance);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    await until('it is sent', () => plan.http.asked.some(one => one.method === 'PUT'));
    equal((plan.http.lastBody(TAKE) as {stance: string}).stance, 'partly');
    await sendKeys({press: 'Escape'});
    await drawn(stance);
    ok(!stance.open, 'Escape closes it');
    ok(stance.shadowRoot?.activeElement?.classList.contains('toggle'), 'the focus is back where it was');
  });

  test('is fetched again when the server says so, and offered to nobody in a plan that has ceased', async () => {
    const [stance, plan] = await opened('temi', said('callum', 'agree'));
    says(plan, said('callum', 'partly'));
    plan.dispatchEvent(new RecordsEvent(['positions']));
    await until('it is there', () => wordsOf(stance).includes('Callum Penhale agrees in part.'));
    if (plan.facts !== null) plan.now({facts: {...plan.facts, stage: 'ceased'}});
    await until('it is only read', () => wordsOf(stance).includes('See what people think'));
  });
});
