import '../../screens/disagree.ts';
import '../../screens/stances.ts';
import {openPlanCopy} from '../../device/plan-store.ts';
import {nameOf} from '../../device/open-sealed.ts';
import {removeDatabase} from '../../device/idb.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {DisagreeDrafts} from './drafts.ts';
import {PlanDisagree} from './disagree.ts';

const LIST = 'GET /records?kinds=disagreements';
const said = {
  by: 'x',
  byName: 'Temi Adeyemi',
  party: 'temi',
  name: 'Temi Adeyemi',
  at: '2026-11-20T10:05:00',
};
const entry = (act: string, more: object = {}) => ({
  ...{...said, id: act, act, words: '', wish: '', why: '', files: [], isGone: false},
  ...more,
});
const matter = (more: object, entries: object[]) => ({
  ...{id: 'opened', item: 'need-1', root: null, quote: 'He hums.', isChangedSince: false, outcome: 'open'},
  ...{isPrinted: false, isOpen: true, entries},
  ...more,
});

/** The record on a page that was just loaded. */
async function opened(itemId = '', disagreements: object[] = []): Promise<PlanDisagree> {
  const session = joryPlan('temi');
  session.http.says.set(LIST, {body: {disagreements, tries: []}});
  session.http.says.set('GET /records?kinds=positions', {body: {positions: [], parties: []}});
  const plan = await show(new GoldthreadPlan(), {session});
  await until('the items are known', () => plan.index.items.length > 0);
  const screen = await show(new PlanDisagree(), {plan, itemId});
  await until('it knows', () => !wordsOf(screen).includes('Looking'));
  await DisagreeDrafts.of(plan).settle();
  await drawn(screen);
  return screen;
}

function boxOf(screen: PlanDisagree): HTMLTextAreaElement {
  const box = screen.shadowRoot?.querySelector('textarea');
  if (!box) throw new Error('No box');
  return box;
}

function write(screen: PlanDisagree, text: string): void {
  boxOf(screen).value = text;
  boxOf(screen).dispatchEvent(new Event('input'));
}

/** What the device has of the plan, as a page on an own device makes it. */
async function ownDevice(): Promise<() => Promise<void>> {
  const {facts, http} = joryPlan('temi');
  const copy = await openPlanCopy({
    planId: http.planId,
    participantId: facts?.me.id ?? '',
    limitHours: 12,
    now: () => new Date(),
  });
  if (copy === null) throw new Error('Nothing can be kept here');
  return () => copy.drop();
}

suite('what somebody has begun and not sent', () => {
  teardown(async () => {
    hideAll();
    const {facts, http} = joryPlan('temi');
    await removeDatabase(nameOf(http.planId, facts?.me.id ?? ''));
  });

  test('is theirs alone, and on their own device is there after a reload, with what they added', async () => {
    const drop = await ownDevice();
    const first = await opened('need-1');
    write(first, 'Not only then.');
    first.shadowRoot
      ?.querySelector('goldthread-add-files')
      ?.dispatchEvent(new CustomEvent('filed', {detail: [{id: 'f', kind: 'voice', place: 'words'}]}));
    await DisagreeDrafts.of(first.plan).settle();
    hideAll();
    const again = await opened();
    await until('it is there', () => wordsOf(again).includes('Not sent yet: B1.'));
    ok(wordsOf(again).includes('Only you can see this until you send it.'), wordsOf(again));
    await accessible(again);
    button(again, 'Go on with B1').click();
    await drawn(again);
    equal(boxOf(again).value, 'Not only then.');
    await until('its recording too', () => wordsOf(again).includes('Voice note'));
    await drop();
    hideAll();
    ok(!wordsOf(await opened()).includes('Not sent yet'), 'it goes with all else of the plan');
  });

  test('is kept nowhere but in the page on a shared device, and where few people read what it is about', async () => {
    write(await opened('need-1'), 'Not only then.');
    hideAll();
    ok(!wordsOf(await opened()).includes('Not sent yet'), 'a shared device');
    const drop = await ownDevice();
    hideAll();
    const screen = await opened('of-an-island');
    write(screen, 'He knows where we are.');
    const {plan} = screen;
    await DisagreeDrafts.of(plan).settle();
    hideAll();
    equal(DisagreeDrafts.of(plan).of({itemId: 'of-an-island'}).words, 'He knows where we are.');
    const again = await opened();
    equal(DisagreeDrafts.of(again.plan).unsent, []);
    await drop();
  });
});

suite('how a disagreement stands', () => {
  teardown(hideAll);

  test('what was taken back says on which day, and hides its words with what went with them', async () => {
    const gone = entry('opened', {isGone: true});
    const back = entry('withdrawn', {at: '2026-11-22T10:05:00'});
    const text = wordsOf(await opened('', [matter({outcome: 'withdrawn'}, [gone, back])]));
    ok(text.includes('Taken back on 22 November 2026'), text);
    ok(text.includes('These words were taken back.'), text);
  });

  test('what was only said aloud isn’t taken back, and is there to hear', async () => {
    const spoken = entry('opened', {files: [{id: 'v', place: 'words', type: 'audio/webm', size: 3}]});
    const screen = await opened('', [matter({}, [spoken])]);
    ok(!wordsOf(screen).includes('taken back'), wordsOf(screen));
    await until('it can be heard', () => wordsOf(screen).includes('Play it'));
    await accessible(screen);
  });

  test('where the plan says something else by now, both are there to read', async () => {
    const screen = await opened('', [matter({isChangedSince: true}, [entry('opened', {words: 'No.'})])]);
    const quotes = [...(screen.shadowRoot?.querySelectorAll('blockquote') ?? [])].map(one => one.textContent);
    equal(quotes, ['He hums.', screen.plan.index.byId.get('need-1')?.words ?? '?']);
  });

  test('whoever can add nothing any more is told so, and has nothing to press', async () => {
    const screen = await opened('', [matter({}, [entry('opened', {words: 'No.'})])]);
    const {source} = screen.plan;
    if (source?.facts) Object.assign(source, {facts: {...source.facts, stage: 'ceased'}});
    screen.requestUpdate();
    await drawn(screen);
    ok(wordsOf(screen).includes('You can read this. You cannot add to it now.'), wordsOf(screen));
    ok(!wordsOf(screen).includes('Say something to this'), wordsOf(screen));
  });
});
