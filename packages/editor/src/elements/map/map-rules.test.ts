import type {ItemId} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {elementOf, readRoot, writeItems} from '@goldthread/schema/ydoc';
import {sendKeys} from '@web/test-runner-commands';
import '../../screens/map.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {mapItem, mapPlan, openMap} from '../../testing/map-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {WithheldPlan} from '../../testing/withheld-plan.ts';
import {dayIn} from '../../words/clock-time.ts';
import type {GoldthreadPlan} from '../plan/plan.ts';

const RULE = idFor<ItemId>('rule');
const OVER = 'The day to check it was 3 March 2026.';
const TRIED = 'It was tried out. No day for the next check yet.';

function rule() {
  const item = mapItem('safetyRule', 'rule', 'Gran collects him on Wednesdays.');
  return {...item, attrs: {...item.attrs, who: 'Gran', checkOn: '2026-03-03'}};
}

function withRule(me: JoryKey, writable?: Parameters<typeof mapPlan>[1]) {
  const session = mapPlan(me, writable);
  writeItems(session.shared.peer, 'sos:next', [rule()], 'test');
  return session;
}

const ask = (plan: GoldthreadPlan) => plan.dispatchEvent(new PlanScreenOpen('map', 'sos:next', RULE));

/** The lines at the rule, once they have the focus. */
async function focused(plan: GoldthreadPlan): Promise<Element> {
  const find = () =>
    [...plan.querySelectorAll('goldthread-map-item')].find(one => one.shadowRoot?.activeElement != null);
  await until('a line has the focus', () => find() !== undefined);
  const found = find();
  if (found === undefined) throw new Error('no line');
  equal(found.facts.entry.id, RULE);
  return found;
}

suite('an overdue check on the map', () => {
  teardown(hideAll);

  for (const size of [
    {width: 1280, height: 900},
    {width: 375, height: 812},
  ])
    test(`has the focus when it was asked for, and one press notes that the rule was tried out, at ${size.width} pixels`, async () => {
      const session = withRule('bronagh');
      const plan = await openMap(session, size);
      ask(plan);
      const lines = await focused(plan);
      ok(wordsOf(lines).includes(OVER), wordsOf(lines));
      await accessible(plan);
      button(lines, 'It was tried out today: Gran collects him on Wednesdays.').click();
      const noted = () =>
        readRoot(session.shared.peer.getXmlFragment('sos:next')).at(-1)?.attrs?.['testedOn'];
      await until('it is noted', () => noted() === dayIn(new Date()));
      await until('what is missing now is said', () => wordsOf(lines).includes(TRIED));
      await focused(plan);
      ok(!wordsOf(lines).includes(OVER), wordsOf(lines));
    });

  test('is where a map opens that was opened for it', async () => {
    const session = withRule('bronagh');
    const plan = await openMap(
      session,
      {width: 1280, height: 900},
      new PlanScreenOpen('map', 'sos:next', RULE),
    );
    await focused(plan);
  });

  test('stays in sight with the focus while more comes above it, until the person goes on by themselves', async () => {
    const session = withRule('bronagh');
    const plan = await openMap(session);
    ask(plan);
    const lines = await focused(plan);
    const middle = () => {
      const {top, bottom} = lines.getBoundingClientRect();
      return Math.abs((top + bottom - innerHeight) / 2);
    };
    const add = (id: string): void => {
      const above = mapItem(
        'goal',
        id,
        'He sleeps at home, and everybody knows who collects him. '.repeat(20),
      );
      const column = session.shared.peer.getXmlFragment('sos:next');
      column.insert(0, [elementOf(above)]);
    };
    for (const id of ['one', 'two', 'three']) add(id);
    await until('they are there', () => plan.querySelectorAll('article[data-item=goal]').length === 4);
    await until('it is in the middle', () => middle() < 100);
    await focused(plan);
    await sendKeys({press: 'Shift'});
    scrollTo(0, 0);
    add('four');
    await until('that is there', () => plan.querySelectorAll('article[data-item=goal]').length === 5);
    await drawn(plan);
    equal(scrollY, 0);
  });

  test('is read by whoever may not note it', async () => {
    const plan = await openMap(withRule('folasade', []));
    ask(plan);
    const lines = await focused(plan);
    equal(lines.shadowRoot?.querySelector('button'), null);
  });

  test('of a private rule is noted in its own document, and in no other', async () => {
    const session = new WithheldPlan('bronagh', ['sos:next']);
    const anchor = anchorAttributes(session.shared.doc, 'sos:next', null);
    const {type, attrs, content} = rule();
    writeItems(session.withheld.peer, 'items', [{type, attrs: {...attrs, ...anchor}, content}], 'test');
    const plan = await openMap(session);
    session.receive();
    ask(plan);
    button(await focused(plan), 'It was tried out today: Gran collects him on Wednesdays.').click();
    const [noted] = readRoot(session.withheld.peer.getXmlFragment('items'));
    equal(noted?.attrs?.['testedOn'], dayIn(new Date()));
    equal(readRoot(session.shared.peer.getXmlFragment('sos:next')), []);
  });
});
