import type {ItemId} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {writeItems} from '@goldthread/schema/ydoc';
import {setViewport} from '@web/test-runner-commands';
import * as Y from 'yjs';
import '../../screens/needed.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakeDoc, FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {mapItem} from '../../testing/map-stand.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {WithheldPlan} from '../../testing/withheld-plan.ts';
import {PlanNeeded} from './needed.ts';

const SAYS = 'A check of a safety rule was due on 3 December 2026.';
const PRIVATE = 'A private check was due on 3 December 2026.';
const RULE = {who: 'Gran', checkOn: '2026-12-03'};
/** The Friday after it. */
const NEXT_DAY = '2026-12-04';

function rule(facts: Readonly<Record<string, string>>, id = 'rule') {
  const item = mapItem('safetyRule', id, 'Gran collects him on Wednesdays.');
  return {...item, attrs: {...item.attrs, ...facts}};
}

function planOf(me: JoryKey, facts: Readonly<Record<string, string>> = RULE): FakePlan {
  const plan = joryPlan(me);
  writeItems(plan.shared.peer, 'sos:next', [rule(facts)], 'test');
  return plan;
}

function set({peer}: FakeDoc, name: string, value: string, root = 'sos:next'): void {
  const item = peer.getXmlFragment(root).get(0);
  if (item instanceof Y.XmlElement) item.setAttribute(name, value);
}

async function lineOf(source: FakePlan, today = NEXT_DAY): Promise<PlanNeeded> {
  const line = await show(new PlanNeeded(), {source, today: () => today});
  await drawn(line);
  return line;
}

const says = async (source: FakePlan, today = NEXT_DAY) => wordsOf(await lineOf(source, today));

for (const width of [1280, 375])
  suite(`an overdue check of the safety plan, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('is said on the day after to whoever the rule names, and leads to the rule on the map', async () => {
      const line = await lineOf(planOf('folasade'));
      ok(wordsOf(line).includes(SAYS), wordsOf(line));
      await accessible(line);
      let opened: unknown = null;
      line.addEventListener('plan-screen-open', ({screen, item}) => (opened = [screen, item]));
      button(line, 'See the check').click();
      equal(opened, ['map', idFor<ItemId>('rule')]);
    });
  });

suite('an overdue check of the safety plan', () => {
  teardown(hideAll);

  test('is nothing on its own day', async () => {
    equal(await says(planOf('folasade'), '2026-12-03'), '');
  });

  test('is said to nobody else as long as a working day has not gone by, and then to who leads', async () => {
    for (const me of ['jory', 'temi', 'callum', 'esme', 'bronagh', 'wren'] as const)
      equal(await says(planOf(me)), '', me);
    ok((await says(planOf('esme'), '2026-12-07')).includes(SAYS), 'who leads');
    equal(await says(planOf('bronagh'), '2026-12-07'), '');
    ok((await says(planOf('esme', {checkOn: '2026-12-03'}))).includes(SAYS), 'nobody is named');
  });

  test('is said until the rule was tried out, or the day is moved', async () => {
    const tried = planOf('folasade');
    const line = await lineOf(tried);
    set(tried.shared, 'testedOn', NEXT_DAY);
    await until('it is gone', () => wordsOf(line) === '');
    set(tried.shared, 'checkOn', '2026-12-05');
    set(tried.shared, 'testedOn', '');
    line.today = () => '2026-12-08';
    await until('it is said again', () => wordsOf(line).includes('5 December 2026'));
    set(tried.shared, 'checkOn', '2027-01-05');
    await until('it is gone again', () => wordsOf(line) === '');
  });

  test('that has waited longest is the one that is said', async () => {
    const plan = planOf('folasade');
    writeItems(plan.shared.peer, 'sos:next', [rule({who: 'Gran', checkOn: '2026-11-30'}, 'older')], 'test');
    ok((await says(plan)).includes('30 November 2026'), 'the older one');
  });

  test('of a private rule is said to one of its readers, and not what it is', async () => {
    const plan = new WithheldPlan('temi');
    const anchor = anchorAttributes(plan.shared.doc, 'sos:next', null);
    const {type, attrs, content} = rule({...RULE, who: 'Mum'});
    writeItems(plan.withheld.peer, 'items', [{type, attrs: {...attrs, ...anchor}, content}], 'test');
    const line = await lineOf(plan);
    equal(wordsOf(line), '');
    plan.receive();
    await until('it is said', () => wordsOf(line).includes(PRIVATE));
    equal(/safety|rule|Gran/i.test(wordsOf(line)), false, wordsOf(line));
    plan.lose();
    await until('it is gone with the document', () => wordsOf(line) === '');
  });

  test('of a private rule is no duty of whom it names and who does not read it, nor of who only opened it in an emergency', async () => {
    const plan = new WithheldPlan('bronagh');
    const {type, attrs, content} = rule({who: 'Callum Penhale', checkOn: '2026-12-03'});
    writeItems(plan.withheld.peer, 'items', [{type, attrs, content}], 'test');
    plan.receive();
    const others = (ids: readonly JoryKey[]) => {
      plan.compartments = plan.compartments.map(one => ({...one, audience: ids.map(id => idFor(id))}));
      return says(plan);
    };
    ok((await others(['bronagh', 'temi'])).includes(PRIVATE), 'the worker who reads it');
    equal(await others(['bronagh', 'temi', 'esme']), '', 'who leads comes first');
    equal(await others(['stan', 'temi']), '', 'not one of its readers');
  });

  test('is said on no screen that a room looks at', async () => {
    const line = await lineOf(planOf('folasade'));
    line.source = null;
    await drawn(line);
    equal(wordsOf(line), '');
  });
});
