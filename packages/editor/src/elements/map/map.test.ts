import type {RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import '../../screens/map.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {islandOf} from '../../testing/open-islands.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {jsonOf} from '../../testing/temp-section.ts';
import {NOTE, WithheldPlan} from '../../testing/withheld-plan.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {GoldthreadPlan} from '../plan/plan.ts';

const COLUMNS = ['sos:worries', 'sos:working', 'sos:next'] as const;
const SCALE = {
  ...{id: 's1', compartmentId: idFor('shared'), zero: 'Not safe at home.', ten: 'Safe enough to close.'},
  ...{ratings: [], revealedAt: null, mayReveal: false},
};

function item(type: string, id: string, text: string) {
  return {type, attrs: {id: idFor(id)}, content: [{type: 'paragraph', content: [{type: 'text', text}]}]};
}

function filled(me: JoryKey, writable: readonly RootName[] = COLUMNS): FakePlan {
  const session = joryPlan(me, writable);
  const put = (root: RootName, ...items: object[]) =>
    writeItems(session.shared.peer, root, items as Parameters<typeof writeItems>[2], 'test');
  put('sos:worries', item('danger', 'danger', 'He could be hurt.'), item('harm', 'harm', 'He hid.'));
  put('sos:working', item('existingSafety', 'safety', 'Gran came.'));
  put('sos:next', item('goal', 'goal', 'He sleeps at home for six months.'));
  session.http.says.set('GET /records?kinds=ratings', {body: {ratings: [SCALE]}});
  return session;
}

async function openMap(session: FakePlan, size = {width: 1280, height: 900}): Promise<GoldthreadPlan> {
  await setViewport(size);
  const plan = await show(new GoldthreadPlan(), {session, helpLine: '01632 960 188'});
  plan.dispatchEvent(new PlanScreenOpen('map'));
  await until('the map is there', () => plan.querySelector('goldthread-map-head') !== null);
  await until('its columns can be read', () =>
    COLUMNS.every(root => plan.parts.elementOf(root)?.editor?.view.dom.isConnected === true),
  );
  await drawn(plan);
  return plan;
}

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
      const plan = await openMap(filled('bronagh'), size);
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
    const session = filled('bronagh');
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

  test('offers whoever may only read nothing to add', async () => {
    const plan = await openMap(filled('wren', []));
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
    const session = filled('bronagh');
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

  test('makes way for what stands elsewhere in the plan', async () => {
    const plan = await openMap(filled('bronagh'));
    plan.dispatchEvent(new PlanSectionOpen('section:B', null));
    await until('the plan is back', () => shownParts(plan).includes('section:B'));
    equal(plan.querySelector('goldthread-map-head'), null);
  });

  test('shows a family on a phone all three columns on one page', async () => {
    const plan = await openMap(filled('temi'), {width: 375, height: 812});
    equal(shownParts(plan), COLUMNS);
    button(plan, 'Back to the plan').click();
    await until('the first page is back', () => plan.view === 'home');
  });
});
