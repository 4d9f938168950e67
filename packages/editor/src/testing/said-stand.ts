import type {CompartmentId} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import '../screens/said.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {PlanSaid} from '../elements/said/said.ts';
import {until} from './assert.ts';
import {FakeDoc, type FakePlan} from './fake-plan.ts';
import {idFor, type JoryKey} from './jory-people.ts';
import {joryPlan} from './jory-plan.ts';
import {drawn, show, wordsOf} from './show.ts';

export const TRACES = 'GET /records?kinds=traces';

/** Something that Jory said, in JSON form. */
export function sayingOf(id: string, words: string, more: Readonly<Record<string, string>> = {}) {
  return {
    type: 'statement',
    attrs: {id: idFor(id), mode: 'verbatim', date: '2026-11-05', ...more},
    content: [{type: 'paragraph', content: [{type: 'text', text: words}]}],
  };
}

/** What somebody wrote down, as the server tells of it. */
export function traceOf(item: string, act: 'reason' | 'done', words: string, by: JoryKey = 'esme'): object {
  return {
    ...{id: idFor(`t-${item}-${act}`), item: idFor(item), act, words, to: null, takenBackAt: null},
    ...{on: act === 'done' ? '2026-11-12' : null, at: '2026-11-12T10:00:00Z'},
    ...{by: idFor(by), byName: 'Esme Farrow'},
  };
}

/** A plan in whose houses Jory said three things, one of which only a few read. */
export function saidPlan(me: JoryKey, traces: readonly object[] = [], date = '2026-11-05'): FakePlan {
  const session = joryPlan(me, ['section:A', 'section:B']);
  const voice = new FakeDoc();
  voice.kind = 'voice';
  writeItems(voice.doc, 'house:good', [sayingOf('gran', 'Gran sing', {date})], 'test');
  writeItems(voice.doc, 'house:worries', [sayingOf('dog', 'where Biscuit', {date})], 'test');
  const docs = [...session.docs, [idFor<CompartmentId>('voice'), voice] as const];
  if (me !== 'callum') {
    const kept = new FakeDoc();
    kept.kind = 'withheld';
    const anchor = {'anchor.root': 'house:worries', 'anchor.item': '', 'anchor.at': '', 'anchor.quote': ''};
    writeItems(kept.doc, 'items', [sayingOf('dad', 'Dad big voice', {...anchor, date})], 'test');
    docs.push([idFor<CompartmentId>('c-dad'), kept] as const);
  }
  session.docs = new Map(docs);
  session.docFor = root => (root.startsWith('house:') ? voice : session.shared);
  session.http.says.set(TRACES, {body: {traces}});
  return session;
}

/** The screen of such a plan, once it knows what came of what Jory said. */
export async function openSaid(session: FakePlan): Promise<[PlanSaid, GoldthreadPlan]> {
  const plan = await show(new GoldthreadPlan(), {session});
  await until('the items are known', () => plan.index.items.length > 0);
  const screen = await show(new PlanSaid(), {plan});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return [screen, plan];
}
