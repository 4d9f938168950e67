import type {RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/map.ts';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {COLUMNS, mapItem, mapPlan, openMap} from '../../testing/map-stand.ts';
import {islandOf} from '../../testing/open-islands.ts';
import {button, hideAll, show, wordsOf} from '../../testing/show.ts';
import {jsonOf} from '../../testing/temp-section.ts';
import {NOTE, WithheldPlan} from '../../testing/withheld-plan.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import type {MapHead} from './map-head.ts';

function shownParts(plan: GoldthreadPlan): readonly RootName[] {
  return plan.parts.elements.filter(one => one.checkVisibility()).map(one => one.section.root);
}

suite('the safety map', () => {
  teardown(hideAll);

  for (const size of [
    {width: 1280, height: 900},
    {width: 375, height: 812},
  ]) {
    test(`shows what worries, what works, what is needed and the numbers, and nothing else, at ${size.width} pixels`, async () => {
      const plan = await openMap(mapPlan('bronagh'), size);
      equal(shownParts(plan), COLUMNS);
      await until('the numbers are there', () => wordsOf(plan).includes('0 means: Not safe at home.'));
      ok(wordsOf(plan).includes('How safe is Jory now, from 0 to 10?'), wordsOf(plan));
      const tops = COLUMNS.map(root => plan.parts.elementOf(root)?.getBoundingClientRect().top ?? 0);
      equal(new Set(tops).size, size.width > 1000 ? 1 : 3);
      ok(document.documentElement.scrollWidth <= size.width, 'nothing stands out at the side');
      await accessible(plan);
    });
  }

  test('has a button for each type of item, and what is added is in everybody’s document', async () => {
    const session = mapPlan('bronagh');
    const plan = await openMap(session);
    for (const name of ['Add a danger statement', 'Add someone who helps', 'Add a bottom line'])
      button(plan, name);
    const column = plan.querySelector('goldthread-section[in-map] goldthread-map-column');
    if (column === null) throw new Error('no column');
    button(column, 'Add what makes it harder').click();
    await until('it is in the document', () =>
      jsonOf(session.shared.peer, 'sos:worries').includes('complicating'),
    );
    await sendKeys({type: 'Rent'});
    await until('so are its words', () => jsonOf(session.shared.peer, 'sos:worries').includes('Rent'));
  });

  test('calls things as its plan does, and changes nothing of what is stored', async () => {
    const session = mapPlan('bronagh');
    if (session.facts === null) throw new Error('no facts');
    session.facts = {...session.facts, safety: 'earlyHelp'};
    const plan = await openMap(session);
    const named = () => plan.querySelector('article[data-item=danger]')?.ariaLabel;
    await until('it is called a worry', () => named() === 'Worry statement');
    button(plan, 'Add a wellbeing goal');
    await until('so is what is missing', () => wordsOf(plan).includes('No wellbeing goal yet.'));
    ok(!/danger|safety goal/i.test(wordsOf(plan)), wordsOf(plan));
    ok(jsonOf(session.shared.peer, 'sos:worries').includes('danger'), 'the stored type');
    session.now({facts: {...session.facts, safety: 'lookedAfter'}});
    await until('the words follow', () => wordsOf(plan).includes('Add a success goal'));
    await until('its name follows', () => named() === 'Danger statement');
  });

  test('is nowhere in a plan that has nothing to do with keeping the child safe', async () => {
    const session = joryPlan('bronagh', COLUMNS);
    if (session.facts === null) throw new Error('no facts');
    session.facts = {...session.facts, safety: null};
    await setViewport({width: 1280, height: 900});
    const plan = await show(new GoldthreadPlan(), {session});
    ok(!shownParts(plan).some(root => root.startsWith('sos:')), shownParts(plan).join());
    ok(!/safety map|our numbers|worried about/i.test(wordsOf(plan)), wordsOf(plan));
    const note = mapItem('harm', 'harm', 'He hid.');
    writeItems(session.shared.peer, 'sos:worries', [note], 'test');
    session.now({});
    await until('what stands there is shown', () => shownParts(plan).includes('sos:worries'));
    button(plan, 'Safety map');
  });

  test('offers whoever may only read nothing to add', async () => {
    const plan = await openMap(mapPlan('wren', []));
    const says = [...plan.querySelectorAll('goldthread-map-column')].map(wordsOf).join(' ');
    ok(!says.includes('Add a goal') && !says.includes('Add a danger'), says);
  });

  test('shows private notes in their place to those who receive them', async () => {
    const session = new WithheldPlan();
    session.addNote(NOTE, 'He said that he will come.');
    const plan = await openMap(session);
    session.receive();
    const island = await islandOf(plan, 0);
    ok(plan.parts.elementOf('sos:worries')?.contains(island) === true, 'in its column');
    ok(island.checkVisibility(), 'on the page');
  });

  test('gives the focus to its name, and back to the button that opened it', async () => {
    const session = mapPlan('bronagh');
    await setViewport({width: 1280, height: 900});
    const plan = await show(new GoldthreadPlan(), {session});
    button(plan, 'Safety map').focus();
    await sendKeys({press: 'Enter'});
    const head = () => plan.querySelector('goldthread-map-head');
    await until('its name has the focus', () => head()?.shadowRoot?.activeElement?.localName === 'h1');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await until('the plan is back', () => head() === null && shownParts(plan).length > COLUMNS.length);
    await until('the button has the focus', () => {
      const more = plan.shadowRoot?.activeElement;
      return more?.localName === 'goldthread-more' && more.shadowRoot?.activeElement !== null;
    });
    equal(plan.querySelectorAll('goldthread-map-column, goldthread-scales, [in-map]').length, 0);
  });

  test('is one region beside the header, between which F6 goes', async () => {
    const plan = await openMap(mapPlan('bronagh'));
    plan.querySelector<MapHead>('goldthread-map-head')?.focus();
    await sendKeys({press: 'F6'});
    await until('the header has it', () => plan.shadowRoot?.activeElement?.localName === 'goldthread-header');
    await sendKeys({press: 'F6'});
    const column = plan.parts.elementOf('sos:worries');
    await until('the first column has it', () => column?.matches(':focus-within') === true);
  });

  test('makes way for what stands elsewhere in the plan', async () => {
    const plan = await openMap(mapPlan('bronagh'));
    plan.dispatchEvent(new PlanSectionOpen('section:B', null));
    await until('the plan is back', () => shownParts(plan).includes('section:B'));
    equal(plan.querySelector('goldthread-map-head'), null);
  });

  test('shows a family on a phone all three columns on one page', async () => {
    const plan = await openMap(mapPlan('temi'), {width: 375, height: 812});
    equal(shownParts(plan), COLUMNS);
    button(plan, 'Back to the plan').click();
    await until('the first page is back', () => plan.view === 'home');
  });
});
