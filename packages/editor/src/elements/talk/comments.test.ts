import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/stances.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import type {PlanBeside} from './beside.ts';
import type {PlanComments} from './comments.ts';

const LIST = 'GET /records?kinds=comments';
const SAY = 'POST /comments';

function comment(by: JoryKey, text: string, more: object = {}): object {
  const names = {callum: 'Callum Penhale', temi: 'Temi Adeyemi'} as Record<string, string>;
  return {
    ...{id: `c-${text}`, kind: 'comment', by: idFor(by), byName: names[by] ?? by, relationship: 'Jory’s dad'},
    ...{at: '2026-11-20T10:05:00', text, takenBackAt: null, isForFewer: false, ...more},
  };
}

function thread(id: string, comments: readonly object[], more: object = {}): object {
  return {id, item: 'need-1', anchor: null, comments, resolved: null, ...more};
}

const ASKED = thread('t1', [comment('callum', 'How often?')], {
  anchor: {quote: 'covers his ears', state: 'changed'},
});
const RESOLVED = thread('t2', [comment('temi', 'Which bell?')], {
  resolved: {by: idFor('temi'), byName: 'Temi Adeyemi', at: '2026-11-21T10:00:00'},
});

async function opened(
  me: JoryKey,
  ...threads: readonly object[]
): Promise<[PlanBeside, FakePlan, GoldthreadPlan]> {
  const session = joryPlan(me);
  session.http.says.set('GET /records?kinds=positions', {body: {positions: [], parties: []}});
  session.http.says.set(LIST, {body: {comments: threads}});
  const plan = await show(new GoldthreadPlan(), {session});
  await plan.goTo('section:B', null);
  const beside = () =>
    plan
      .querySelector('goldthread-item-facts')
      ?.shadowRoot?.querySelector('goldthread-stance')
      ?.shadowRoot?.querySelector<PlanBeside>('goldthread-beside') ?? null;
  await until(
    'it says what there is',
    () => (beside()?.shadowRoot?.querySelector('button') ?? null) !== null,
  );
  const found = beside();
  if (found === null) throw new Error('Nothing beside the item');
  return [found, session, plan];
}

/** What leads to the comments; where there are none, only once somebody asks for more. */
function buttonOf(beside: PlanBeside): HTMLButtonElement | undefined {
  const all = beside.shadowRoot?.querySelectorAll('button') ?? [];
  return [...all].find(one => /comment|answer/i.test(one.textContent));
}

async function offerAll(beside: PlanBeside): Promise<void> {
  button(beside, 'More: B1').click();
  await drawn(beside);
}

async function screenOf(beside: PlanBeside, plan: GoldthreadPlan): Promise<PlanComments> {
  if (buttonOf(beside) === undefined) await offerAll(beside);
  buttonOf(beside)?.click();
  const screen = () => plan.renderRoot.querySelector<PlanComments>('goldthread-comments');
  await until('the screen is open', () => screen() !== null);
  const found = screen();
  if (found === null) throw new Error('No screen');
  await until('it knows', () => !wordsOf(found).includes('Looking'));
  await drawn(found);
  return found;
}

/** The text that holds some words, whatever it is marked with. */
function wordsIn(root: Node, words: string): Text {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let at = walker.nextNode(); at !== null; at = walker.nextNode())
    if (at instanceof Text && at.data.includes(words)) return at;
  throw new Error('No such words');
}

function fill(screen: PlanComments, text: string): void {
  const box = screen.shadowRoot?.querySelector('textarea');
  if (!box) throw new Error('No box');
  box.value = text;
  box.dispatchEvent(new Event('input'));
}

for (const width of [1280, 375]) {
  suite(`comments on an item, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('the item says how many are open; the screen says who wrote what, when, and about which words', async () => {
      const [beside, , plan] = await opened('temi', ASKED, RESOLVED);
      ok(wordsOf(beside).includes('1 comment'), wordsOf(beside));
      await accessible(beside);
      const screen = await screenOf(beside, plan);
      const text = wordsOf(screen);
      for (const part of [
        'Comments: B1',
        'These words have been changed since. They were:',
        '“covers his ears”',
        'Callum Penhale, Jory’s dad',
        '20 November 2026, 10:05',
        'How often?',
        'Temi Adeyemi said on 21 November 2026 that this is dealt with.',
        'Everyone who can read this part can read what you write here.',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      ok(text.indexOf('How often?') < text.indexOf('Which bell?'), 'what is open comes first');
      await accessible(screen);
    });

    test('something is said about words of the item, and where it is empty it isn’t sent', async () => {
      const [beside, session, plan] = await opened('temi');
      ok(!wordsOf(beside).includes('Comment'), 'an item that nobody commented on is a text to read');
      await offerAll(beside);
      ok(wordsOf(beside).includes('Comment'), wordsOf(beside));
      ok(wordsOf(beside).includes('Who wrote this'), wordsOf(beside));
      await accessible(beside);
      const screen = await screenOf(beside, plan);
      button(screen, 'Send it').click();
      await until('it is told', () => wordsOf(screen).includes('Write something first.'));
      await accessible(screen);
      const which = screen.shadowRoot?.querySelector('select');
      if (!which) throw new Error('No choice');
      equal(
        [...which.options].map(one => one.label.trim()),
        ['All of it', '“He covers his ears when the bell rings.”'],
      );
      which.value = '0';
      which.dispatchEvent(new Event('change'));
      fill(screen, ' Only the loud one. ');
      session.http.says.set(SAY, {body: thread('t3', [comment('temi', 'Only the loud one.')])});
      session.http.says.set(LIST, {
        body: {comments: [thread('t3', [comment('temi', 'Only the loud one.')])]},
      });
      button(screen, 'Send it').click();
      await until('it is sent', () => wordsOf(screen).includes('Sent. They can read it now.'));
      const body = session.http.lastBody(SAY) as {text: string; anchor: {start: string; end: string}};
      equal(body.text, 'Only the loud one.');
      ok(body.anchor.start !== '' && body.anchor.start !== body.anchor.end, 'two places');
      ok(wordsOf(screen).includes('Only the loud one.'), wordsOf(screen));
    });
  });
}

suite('comments', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('words that are selected in the item are chosen already', async () => {
    const [beside, , plan] = await opened('temi');
    const text = wordsIn(plan.querySelector('article[data-item="need-1"]') ?? plan, 'covers');
    getSelection()?.setBaseAndExtent(text, 3, text, 9);
    const screen = await screenOf(beside, plan);
    equal(screen.shadowRoot?.querySelector('select')?.selectedOptions[0]?.label.trim(), '“covers”');
    getSelection()?.removeAllRanges();
  });

  test('somebody answers, says that it is dealt with, and takes only their own words back', async () => {
    const own = thread('t4', [comment('temi', 'I meant it.')]);
    const [beside, session, plan] = await opened('temi', ASKED, own);
    const screen = await screenOf(beside, plan);
    equal([...(screen.shadowRoot?.querySelectorAll('li button') ?? [])].length, 1, 'of her own words alone');
    button(screen, 'Answer Callum Penhale').click();
    await drawn(screen);
    equal(screen.shadowRoot?.activeElement?.tagName, 'TEXTAREA');
    fill(screen, 'Each day.');
    session.http.says.set(SAY, {body: ASKED});
    button(screen, 'Send it').click();
    await until('it is sent', () => wordsOf(screen).includes('Sent.'));
    equal(session.http.lastBody(SAY), {itemId: 'need-1', text: 'Each day.', replyTo: 't1'});
    session.http.says.set('POST /comments/t1/resolve', {body: ASKED});
    button(screen, 'This is dealt with: what Callum Penhale wrote').click();
    await until('it is dealt with', () => wordsOf(screen).includes('Dealt with.'));
    session.http.says.set('POST /comments/c-I%20meant%20it./take-back', {body: own});
    button(screen, 'Take my words back').click();
    await until('they are taken back', () => wordsOf(screen).includes('Your words are taken back.'));
    await accessible(screen);
  });

  test('words of a private note are sent with the reason why they may stand there', async () => {
    const [beside, session, plan] = await opened('temi');
    const screen = await screenOf(beside, plan);
    fill(screen, 'I heard it.');
    session.http.says.set(SAY, {code: 'COPIED_WORDS', sentence: 'No.'});
    button(screen, 'Send it').click();
    await until('it asks why', () => wordsOf(screen).includes('stand in a private note'));
    await accessible(screen);
    button(screen, 'They know it already').click();
    await until(
      'it is sent again',
      () => session.http.asked.filter(one => one.method === 'POST').length === 2,
    );
    equal((session.http.lastBody(SAY) as {copyReason: string}).copyReason, 'known');
  });

  test('are read with the keyboard alone, fetched again when the server says so, and in a plan that has ceased only read', async () => {
    const [beside, session, plan] = await opened('jory', ASKED);
    beside.shadowRoot?.querySelector('button')?.focus();
    await sendKeys({press: 'Enter'});
    const screen = () => plan.renderRoot.querySelector<PlanComments>('goldthread-comments');
    const says = (words: string) => {
      const found = screen();
      return found !== null && wordsOf(found).includes(words);
    };
    await until('it is open', () => says('You can write here'));
    session.http.says.set(LIST, {body: {comments: [RESOLVED]}});
    session.dispatchEvent(new RecordsEvent(['comments']));
    await until('it is there', () => says('Which bell?'));
    if (session.facts !== null) session.now({facts: {...session.facts, stage: 'ceased'}});
    await until('it is only read', () => says('This plan has ended.'));
    await sendKeys({press: 'Escape'});
    await until('it is shut', () => screen() === null);
  });
});
