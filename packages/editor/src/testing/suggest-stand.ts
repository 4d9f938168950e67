import type {CompartmentId, RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import type {FakePlan} from './fake-plan.ts';
import {idFor, type JoryKey} from './jory-people.ts';
import {joryPlan} from './jory-plan.ts';
import {show} from './show.ts';

export const LIST = 'GET /records?kinds=proposals';
export const ID = 'PPPPPPPPPPPPPPPPPPPPPP';
export const ROOT: RootName = `p:${ID}`;
export const SHARED = 'SSSSSSSSSSSSSSSSSSSSSS' as CompartmentId;

/** An item of section B. */
export function need(id: string, text: string) {
  return {type: 'need', attrs: {id}, content: [{type: 'paragraph', content: [{type: 'text', text}]}]};
}

export const NOW = 'He covers his ears when the bell rings.';
export const HERS = 'He covers his ears and hides when the bell rings.';

/** What the mother suggests, as the server says it. */
export function hers(more: Readonly<Record<string, unknown>> = {}): object {
  return {
    ...{id: ID, item: 'need-1', compartmentId: SHARED, root: ROOT, wordingId: 'words-1'},
    ...{party: 'temi', name: 'Temi Adeyemi', by: idFor('temi'), byName: 'Temi Adeyemi'},
    ...{at: '2026-11-20T10:00:00', reason: 'I see it each day.', base: need('need-1', NOW)},
    ...{answersTo: null, state: 'proposed', steps: [], choices: []},
    ...more,
  };
}

/** A plan in which the mother suggests other words for one item, as one person sees it. */
export function suggesting(
  me: JoryKey,
  proposals: readonly object[],
  writable: readonly RootName[] = [],
): FakePlan {
  const session = joryPlan(me, writable);
  session.docs = new Map([[SHARED, session.shared]]);
  session.http.says.set('GET /records?kinds=positions', {body: {positions: [], parties: []}});
  session.http.says.set('GET /records?kinds=comments', {body: {comments: []}});
  session.http.says.set(LIST, {body: {proposals}});
  writeItems(session.shared.doc, ROOT, [need('words-1', HERS)], 'test');
  return session;
}

/** The plan on the page, at the part in which something is suggested. */
export async function opened(session: FakePlan): Promise<GoldthreadPlan> {
  const plan = await show(new GoldthreadPlan(), {session});
  await plan.goTo('section:B', null);
  return plan;
}

/** Finds an element through all shadow roots. */
export function deep(inside: Element | ShadowRoot, selector: string): Element | null {
  const here = inside.querySelector(selector);
  if (here !== null) return here;
  for (const element of inside.querySelectorAll('*')) {
    const found = element.shadowRoot === null ? null : deep(element.shadowRoot, selector);
    if (found !== null) return found;
  }
  const own = inside instanceof Element ? inside.shadowRoot : null;
  return own === null ? null : deep(own, selector);
}

/** Where somebody begins to suggest; null where the page has no such place. */
export function asking(plan: GoldthreadPlan): ShadowRoot | null {
  return deep(plan, 'goldthread-suggest')?.shadowRoot ?? null;
}

/** Lets the server open a place for the words of whoever asks, beginning with those of the item. */
export function willOpen(session: FakePlan): void {
  session.shared.writableRoots = [ROOT];
  session.http.says.set('POST /proposals', {body: {proposalId: ID, compartmentId: SHARED, root: ROOT}});
  session.http.says.set(LIST, {body: {proposals: [hers({reason: '', choices: ['withdraw']})]}});
}

/** What that place holds. */
export function suggested({shared}: FakePlan): string {
  return shared.doc
    .getXmlFragment(ROOT)
    .toJSON()
    .replace(/<[^>]*>/g, '');
}
