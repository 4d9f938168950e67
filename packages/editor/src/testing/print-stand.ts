import type {RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import '../screens/print.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import type {PlanPrint} from '../elements/print/print.ts';
import {PlanScreenOpen} from '../events/screen-open.ts';
import {until} from './assert.ts';
import type {FakePlan} from './fake-plan.ts';
import {idFor, type JoryKey} from './jory-people.ts';
import {mapItem, SCALE} from './map-stand.ts';
import {drawn, show} from './show.ts';
import {hers, SHARED, suggesting} from './suggest-stand.ts';

export const RECORDS = {
  disagreements: 'GET /records?kinds=disagreements',
  positions: 'GET /records?kinds=positions',
  ratings: 'GET /records?kinds=ratings',
} as const;

const AT = '2026-11-20T10:05:00';

/** What somebody said once of what sides don't agree on. */
function said(act: string, name: string, words: string, more: object = {}): object {
  const by = {id: `${act}-${name}`, by: name, byName: name, party: name, name, at: AT};
  return {...by, act, words, wish: '', why: '', ...more};
}

/** What the mother does not agree with, as she wants it printed. */
export function matter(words: string, more: object = {}): object {
  return {
    ...{id: words, item: 'need-1', root: null, quote: 'He covers his ears.', isChangedSince: true},
    ...{outcome: 'stillDifferent', isPrinted: true},
    entries: [
      said('opened', 'Temi Adeyemi', words, {wish: 'Each day.', why: 'It hurts him.'}),
      said('said', 'The council', 'We saw it once.'),
      said('printed', 'Temi Adeyemi', ''),
    ],
    ...more,
  };
}

/** That the father was asked. */
export function asked(on: string, means: string, words = ''): object {
  const by = {id: on, by: 'e', byName: 'Esme Farrow', party: 'e', name: 'Esme Farrow', at: AT};
  return {...by, item: null, to: 'callum', toName: 'Callum Penhale', on, means, words};
}

/** A number that everybody has seen. */
export function number(name: string, value: number, more: object = {}): object {
  const of = {party: name, personId: null, name, value, at: AT, isBlind: false, earlier: []};
  return {...of, words: '', whyNotLower: '', oneHigher: '', ...more};
}

/** The plan of the first family, with help for the need, a danger statement and what the mother says to that. */
export function printPlan(me: JoryKey = 'temi', proposals: readonly object[] = []): FakePlan {
  const session = suggesting(me, proposals);
  const put = (root: RootName, ...items: readonly object[]): void =>
    writeItems(session.shared.doc, root, items as Parameters<typeof writeItems>[2], 'test');
  const help = {minutes: 45, 'frequency.n': 1, 'frequency.per': 'week', start: '2026-12-01'};
  const forNeed = {type: 'link', attrs: {rel: 'need', to: 'need-1'}};
  const agreed = {type: 'part', attrs: {kind: 'agreement', by: 'The school', on: '2026-11-02'}};
  const provision = mapItem('provision', 'help', 'Wren works with him in the blue room.');
  put('section:F', {
    ...provision,
    attrs: {...provision.attrs, ...help},
    content: [...provision.content, forNeed, agreed],
  });
  const dispute = mapItem('dispute', 'no', 'I would never hurt him.', [['disputes', 'danger']]);
  put(
    'sos:worries',
    mapItem('danger', 'danger', 'He could be hurt at night.'),
    mapItem('harm', 'harm', 'He hid in May.'),
    {...dispute, attrs: {...dispute.attrs, speaker: 'Temi Adeyemi', date: '2026-11-19'}},
  );
  tell(session, {});
  return session;
}

/** Says what the server has of what sides don't agree on, and of who was asked. */
export function tell(session: FakePlan, {disagreements = [], tries = [], ratings = []}: Told): void {
  session.http.says.set(RECORDS.disagreements, {body: {disagreements, tries}});
  session.http.says.set(RECORDS.ratings, {body: {ratings}});
}

interface Told {
  readonly disagreements?: readonly object[];
  readonly tries?: readonly object[];
  readonly ratings?: readonly object[];
}

/** A scale in the document that everybody receives. */
export const OPEN_SCALE = {...SCALE, compartmentId: SHARED, about: idFor('danger'), revealedAt: AT};

/** What the mother suggested and the council refused. */
export const REFUSED = hers({
  state: 'different',
  steps: [
    {
      ...{step: 'refuse', party: 'council', name: 'The council', by: 'marcus', byName: 'Marcus'},
      ...{at: '2026-11-21T10:00:00', reason: 'It is in B2.'},
    },
  ],
});

/** A plan on the page. */
export function planOf(session: FakePlan): Promise<GoldthreadPlan> {
  return show(new GoldthreadPlan(), {session});
}

/** The plan on paper, as somebody opens it. */
export async function paperOf(session: FakePlan): Promise<PlanPrint> {
  const plan = await planOf(session);
  plan.dispatchEvent(new PlanScreenOpen('print'));
  await until('the copy is made', () => sheetIn() !== null);
  const paper = paperOn();
  if (paper === null) throw new Error('No paper');
  await drawn(paper);
  return paper;
}

/** The screen with the paper; null while there is none. */
export function paperOn(): PlanPrint | null {
  return document.querySelector<PlanPrint>('goldthread-print');
}

/** The sheet of paper; null while there is none. */
export function sheetIn(): HTMLElement | null {
  return paperOn()?.shadowRoot?.querySelector<HTMLElement>('.sheet') ?? null;
}

/** What stands on paper, in words. */
export function onPaper(): string {
  return (sheetIn()?.innerText ?? '').replace(/\s+/g, ' ').trim();
}
