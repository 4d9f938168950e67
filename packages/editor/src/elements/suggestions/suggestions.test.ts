import {setViewport} from '@web/test-runner-commands';
import * as Y from 'yjs';
import '../../screens/stances.ts';
import '../../screens/suggestions.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {
  HERS,
  ID,
  LIST,
  ROOT,
  SHARED,
  deep,
  hers,
  need,
  opened,
  suggesting,
} from '../../testing/suggest-stand.ts';
import type {GoldthreadPlan} from '../plan/plan.ts';
import type {PlanSuggestion} from './suggestion.ts';

async function shown(plan: GoldthreadPlan): Promise<PlanSuggestion> {
  const find = () => deep(plan, 'goldthread-suggestion');
  await until('what was suggested', () => find() !== null);
  const found = find() as PlanSuggestion | null;
  if (found === null) throw new Error('Nothing was suggested');
  await drawn(found);
  return found;
}

for (const width of [1280, 375]) {
  suite(`other words for an item, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('what a side suggests is told from the plan by words and shapes, with its name, its reason and how far it has come', async () => {
      const one = await shown(
        await opened(suggesting('bronagh', [hers({choices: ['accept', 'counter', 'refuse']})])),
      );
      const text = wordsOf(one);
      for (const part of [
        'Temi Adeyemi suggests other words',
        'Why: “I see it each day.”',
        'Waiting for an answer.',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      const inside = one.renderRoot.querySelector('ins');
      equal(inside?.textContent.replace(/\s+/g, ' ').trim(), 'added: and hides end of change.');
      equal(getComputedStyle(inside as Element).textDecorationLine, 'underline');
      await accessible(one);
    });

    test('whoever owns the part says yes to exactly the words that stand there', async () => {
      const session = suggesting('bronagh', [hers({choices: ['accept', 'counter', 'refuse']})]);
      const plan = await opened(session);
      const one = await shown(plan);
      const accept = `POST /proposals/${ID}/accept`;
      session.http.says.set(accept, {problem: 'broken', code: 'ALREADY_CHANGED', sentence: 'Look again.'});
      button(one, 'Yes, use these words: Temi Adeyemi').click();
      await until('it says why not', () =>
        wordsOf(one).includes('The words changed while you were reading.'),
      );
      const {saw} = session.http.lastBody(accept) as {saw: string};
      ok(/^[0-9a-f]{16}$/.test(saw), saw);
      await accessible(one);
      session.http.says.set(accept, {body: hers({state: 'agreed'})});
      session.http.says.set(LIST, {body: {proposals: [hers({state: 'agreed'})]}});
      button(one, 'Yes, use these words: Temi Adeyemi').click();
      await until('it is over', () => deep(plan, 'goldthread-suggestion') === null);
      equal(plan.news, 'Done. The words are in the plan now.');
      button(plan, '1 earlier suggestion: B1').click();
      const over = await shown(plan);
      ok(wordsOf(over).includes('Agreed. These words are in the plan.'), wordsOf(over));
    });

    test('no is said with a reason, and both wordings stand', async () => {
      const session = suggesting('bronagh', [hers({choices: ['accept', 'counter', 'refuse']})]);
      const one = await shown(await opened(session));
      button(one, 'No, and say why: Temi Adeyemi').click();
      await drawn(one);
      const box = one.renderRoot.querySelector('textarea');
      ok(
        one.renderRoot instanceof ShadowRoot && one.renderRoot.activeElement === box,
        'the box has the focus',
      );
      if (box === null) throw new Error('no box');
      box.value = 'It is in B2.';
      box.dispatchEvent(new Event('input'));
      const step = {step: 'refuse', party: 'x', name: 'The council', by: idFor('bronagh'), byName: 'Marcus'};
      const said = {...step, at: '2026-11-21T10:00:00', reason: 'It is in B2.'};
      session.http.says.set(`POST /proposals/${ID}/refuse`, {body: hers()});
      session.http.says.set(LIST, {
        body: {proposals: [hers({state: 'different', steps: [said], choices: ['accept']})]},
      });
      button(one, 'Say no').click();
      await until('both stand', () => wordsOf(one).includes('Not agreed. Both wordings stand.'));
      ok(wordsOf(one).includes('The council said no on 21 November 2026. Why: “It is in B2.”'), wordsOf(one));
      equal(
        (session.http.lastBody(`POST /proposals/${ID}/refuse`) as {reason: string}).reason,
        'It is in B2.',
      );
      await accessible(one);
    });

    test('where somebody may not type they press to change the words, say why and type; the difference follows', async () => {
      const session = suggesting('temi', []);
      const plan = await opened(session);
      await until(
        'the button',
        () => deep(plan, 'goldthread-suggest')?.shadowRoot?.querySelector('.ask') != null,
      );
      button(plan, 'Change the words: B1').click();
      const ask = deep(plan, 'goldthread-suggest');
      await until('the question', () => ask?.shadowRoot?.querySelector('textarea') != null);
      await accessible(ask as Element);
      session.shared.writableRoots = [ROOT];
      session.http.says.set('POST /proposals', {body: {proposalId: ID, compartmentId: SHARED, root: ROOT}});
      session.http.says.set(LIST, {body: {proposals: [hers({reason: '', choices: ['withdraw']})]}});
      button(plan, 'Write other words').click();
      const one = await shown(plan);
      await until('her editor', () => one.querySelector('.ProseMirror') !== null);
      const box = one.querySelector<HTMLElement>('.ProseMirror');
      await until('it has the focus', () => document.activeElement === box);
      const title = wordsOf(one);
      for (const part of ['You suggest other words', 'No reason is written.', 'Everyone who reads this part'])
        ok(title.includes(part), `${part} in ${title}`);
      await accessible(one);
      const text = session.shared.doc.getXmlFragment(ROOT).get(0);
      const words = text instanceof Y.XmlElement ? text.get(0) : null;
      const inner = words instanceof Y.XmlElement ? words.get(0) : null;
      if (!(inner instanceof Y.XmlText)) throw new Error('no text');
      inner.insert(HERS.length - 1, ' at noon');
      await until('the difference', () => wordsOf(one).includes('at noon.'));
    });

    test('where the plan was changed in the same place, it says that it has to be asked again', async () => {
      const session = suggesting('bronagh', [
        hers({base: need('need-1', 'He covers one ear when the bell rings.'), choices: ['accept', 'refuse']}),
      ]);
      const one = await shown(await opened(session));
      ok(wordsOf(one).includes('The plan was changed in the same place since.'), wordsOf(one));
      equal(one.renderRoot.querySelector('.accept'), null);
      await accessible(one);
    });

    test('words that are suggested back say to whom, and who is offline is told so', async () => {
      const back = hers({
        id: 'QQQQQQQQQQQQQQQQQQQQQQ',
        name: 'The council',
        party: 'council',
        answersTo: ID,
        choices: ['accept'],
      });
      const session = suggesting('temi', [hers({state: 'countered', choices: ['withdraw']}), back]);
      const plan = await opened(session);
      const all = () => [...(deep(plan, '.goldthread-suggestions')?.children ?? [])] as PlanSuggestion[];
      await until('both', () => all().length === 2);
      const [first, second] = all();
      if (first === undefined || second === undefined) throw new Error('not both');
      await drawn(second);
      ok(wordsOf(second).includes('The council suggests other words back to Temi Adeyemi'), wordsOf(second));
      ok(wordsOf(first).includes('Other words came back.'), wordsOf(first));
      button(second, 'Yes, use these words: The council').click();
      await until('it says so', () => second.renderRoot.querySelector('.problem') !== null);
      ok(wordsOf(second).includes('connection') || wordsOf(second).includes('offline'), wordsOf(second));
    });

    test('news of suggestions is fetched, and of a page that may not know of any nothing is drawn', async () => {
      const session = suggesting('callum', []);
      const plan = await opened(session);
      session.http.says.set(LIST, {body: {proposals: [hers()]}});
      session.dispatchEvent(new RecordsEvent(['proposals']));
      const one = await shown(plan);
      equal(one.renderRoot.querySelectorAll('button').length, 0);
      session.http.says.set(LIST, {body: {proposals: []}});
      session.dispatchEvent(new RecordsEvent(['proposals']));
      await until('gone', () => deep(plan, 'goldthread-suggestion') === null);
    });
  });
}
