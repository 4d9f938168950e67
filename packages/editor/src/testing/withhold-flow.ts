import {EHCP, sectionOf, type ItemId, type RootName} from '@goldthread/schema';
import type {IndexedItem} from '../context/item-index.ts';
import type {WithholdCase} from '../elements/withhold/case.ts';
import {PlanWithhold} from '../elements/withhold/withhold.ts';
import '../screens/withhold.ts';
import {equal, until} from './assert.ts';
import {FakeHttp, type FakeAnswer} from './fake-http.ts';
import {idFor, type JoryKey} from './jory-people.ts';
import {joryPlan} from './jory-plan.ts';
import {button, drawn, show} from './show.ts';

const WORDS = 'A man asked the school office what time Year 3 goes home.';

/** One item of a part. */
export function withholdItem(key: string, root: RootName, words: string, isVerbatim = false): IndexedItem {
  const id = idFor<ItemId>(key);
  return {id, root, type: 'need', label: 'B2', words, links: [], said: false, isVerbatim};
}

/** What the questions are about, as one of the people of the first example plan asks them. */
export function withholdCase(
  me: JoryKey,
  root: RootName = 'section:B',
  more: Partial<WithholdCase> = {},
): WithholdCase {
  const {facts} = joryPlan(me);
  const section = sectionOf(EHCP, root);
  if (facts === null || section === undefined) throw new RangeError(root);
  const one = withholdItem('man', root, WORDS);
  const around = [withholdItem('before', root, 'Before.'), one, withholdItem('after', root, 'After.')];
  return {facts, section, item: one, around, today: '2026-11-23', ...more};
}

/** The questions about a person, as one of the people of the first example plan asks them. */
export function personCase(me: JoryKey): WithholdCase {
  return withholdCase(me, 'section:B', {section: null, item: null, around: []});
}

const HIDDEN = {
  body: {
    withholdingId: 'w',
    compartmentId: idFor('c'),
    status: 'pending',
    reviewOn: '2026-12-21',
    itemIds: [],
    undoUntil: '2026-11-23T10:00:30Z',
  },
};

/** A server that takes everything, unless it is told otherwise. */
export function withholdServer(more: Readonly<Record<string, FakeAnswer | 'never'>> = {}): FakeHttp {
  return new FakeHttp({
    'POST /disclosure-checks': {body: {findings: []}},
    'GET /audit?limit=200': {body: {entries: []}},
    'POST /withholdings': HIDDEN,
    ...more,
  });
}

/** The first question, on the page. */
export async function openWithhold(asked: WithholdCase, http = withholdServer()): Promise<PlanWithhold> {
  const flow = await show(new PlanWithhold(), {about: asked, http});
  await drawn(flow);
  return flow;
}

/** The question that is asked now. */
export function heading(flow: PlanWithhold): string {
  const screen = flow.shadowRoot?.querySelector('goldthread-screen');
  return screen?.shadowRoot?.querySelector('h1')?.textContent ?? '';
}

/** The box or ring of an answer. */
export function box(flow: PlanWithhold, label: string): HTMLInputElement {
  const labels = [...(flow.shadowRoot?.querySelectorAll('label') ?? [])];
  const found = labels.find(one => one.textContent.trim().startsWith(label))?.querySelector('input');
  if (!found) throw new Error(`No box says ${label}`);
  return found;
}

/** Ticks or picks an answer. */
export async function choose(flow: PlanWithhold, label: string): Promise<void> {
  box(flow, label).click();
  await drawn(flow);
}

/** Writes into the one box to write in. */
export async function write(flow: PlanWithhold, text: string): Promise<void> {
  const words = flow.shadowRoot?.querySelector('textarea');
  if (!words) throw new Error('Nothing to write in');
  words.value = text;
  words.dispatchEvent(new Event('input'));
  await drawn(flow);
}

/** Goes on, and waits until the page has answered. */
export async function next(flow: PlanWithhold): Promise<void> {
  const before = heading(flow);
  button(flow, 'Continue').click();
  await until('the page has answered', () => heading(flow) !== before || flow._problem !== '');
  await drawn(flow);
}

/** Answers everything as a social worker would, up to the last page; `look` sees each page. */
export async function answerAll(
  flow: PlanWithhold,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  await look();
  await choose(flow, 'Callum Penhale');
  await next(flow);
  await look();
  await next(flow);
  await choose(flow, 'It could put someone in danger');
  await choose(flow, 'Someone could be hurt');
  await look();
  await next(flow);
  await write(flow, 'The office told me on the day.');
  await look();
  await next(flow);
  await look();
  await next(flow);
  await write(flow, 'Other words would show it too.');
  await look();
  await next(flow);
  await choose(flow, 'Jory has not been told yet');
  await look();
  await next(flow);
  await look();
  await next(flow);
  if (heading(flow).startsWith('What should stay')) {
    await choose(flow, 'Nothing stays');
    await look();
    await next(flow);
  }
  await look();
  await next(flow);
  await look();
  await next(flow);
  equal(heading(flow), 'Look before you finish');
  await look();
}

/** Answers everything about Wren, who is kept from Jory's dad, up to the last page; `look` sees each page. */
export async function answerAboutPerson(
  flow: PlanWithhold,
  look: () => Promise<void> = async () => {},
): Promise<void> {
  const answers: readonly (() => Promise<void>)[] = [
    () => choose(flow, 'Wren Castellan'),
    () => choose(flow, 'Callum Penhale'),
    async () => {
      await choose(flow, 'It could put someone in danger');
      await choose(flow, 'Someone could be hurt');
    },
    () => write(flow, 'He waited for her outside the clinic.'),
    async () => {},
    () => write(flow, 'She asked him to stop.'),
    () => choose(flow, 'Jory has not been told yet'),
    () => write(flow, 'Someone helps with talking.'),
    async () => {},
  ];
  for (const answer of answers) {
    await answer();
    await look();
    await next(flow);
  }
  equal(heading(flow), 'Look before you finish');
  await look();
}
