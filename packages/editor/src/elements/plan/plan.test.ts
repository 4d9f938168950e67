import type {ItemId} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import {PlanSettingsChange} from '../../events/settings-change.ts';
import type {PlanAccessChanged} from '../../events/access-changed.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {jsonOf} from '../../testing/temp-section.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from './plan.ts';

const WIDE = {width: 1280, height: 900};
const PHONE = {width: 375, height: 812};

async function open(session: FakePlan, size = WIDE): Promise<GoldthreadPlan> {
  await setViewport(size);
  const plan = await show(new GoldthreadPlan(), {session, helpLine: '01632 960 188'});
  await drawn(plan);
  return plan;
}

suiteSetup(() => localStorage.clear());
teardown(hideAll);

suite('a plan on a laptop', () => {
  test('shows its name, what was saved, its parts and who is here, and is accessible', async () => {
    const plan = await open(new FakePlan('keyworker', ['section:B']));
    const words = wordsOf(plan);
    for (const part of [
      'Jory’s plan',
      'All changes saved at 14:02.',
      'What Jory finds hard',
      'Here now',
      '01632 960 188',
    ]) {
      ok(words.includes(part), part);
    }
    await accessible(plan);
  });

  test('says in each heading what the person may do there', async () => {
    const plan = await open(new FakePlan('keyworker', ['section:B']));
    const perms = plan.parts.elements.map(
      one => `${one.section.letter ?? ''} ${one.querySelector('[slot=perm]')?.textContent ?? ''}`,
    );
    ok(perms.includes('B You can change this.'), perms.join());
    ok(perms.includes('F You can read this part. You cannot change it.'), perms.join());
  });

  test('offers to add only where the person may write', async () => {
    const plan = await open(new FakePlan('keyworker', ['section:B']));
    ok(wordsOf(plan).includes('Add a need'), 'in B');
    ok(!wordsOf(plan).includes('Add help'), 'not in F');
  });

  test('mounts a section for writing, and what is typed there is in the document', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    const editor = await plan.parts.elementOf('section:B')?.ready();
    ok(editor?.isEditable, 'an editor');
    editor?.focus();
    await sendKeys({press: 'End'});
    await sendKeys({type: ' Then he hides.'});
    ok(jsonOf(session.shared.doc, 'section:B').includes('Then he hides.'), 'the words');
    await accessible(plan);
  });

  test('lets a person change the words that the server named as hers, and not those of her namesake', async () => {
    const session = new FakePlan('parent', ['section:A']);
    const said = (id: string) => ({
      type: 'statement',
      attrs: {id},
      content: [{type: 'paragraph', content: [{type: 'text', text: `Words of ${id}.`}]}],
    });
    writeItems(session.shared.doc, 'section:A', [said('mine'), said('hers')], 'test');
    const me = session.facts?.me ?? failed();
    const namesake = {...me, id: 'me-too' as typeof me.id, isMe: false};
    const ownItems = ['mine' as ItemId];
    session.facts = {...(session.facts ?? failed()), people: [me, namesake], ownItems};
    const plan = await open(session);
    const section = plan.parts.elementOf('section:A') ?? failed();
    await section.ready();
    const editable = (id: string) =>
      section
        .querySelector(`[data-id="${id}"] p`)
        ?.closest('[contenteditable]')
        ?.getAttribute('contenteditable');
    equal([editable('mine'), editable('hers')], ['true', 'false']);
  });

  test('adds an item on request and puts the caret into it', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    button(plan, 'Add a need').click();
    await until('there are two needs', () => session.shared.doc.getXmlFragment('section:B').length === 2);
  });

  test('tells of narrowed access in words and stops offering to write', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    const told = eventFrom<PlanAccessChanged>(plan, 'plan-access-changed', () => {
      session.shared.writableRoots = [];
      session.now({});
    });
    equal(told.writable, []);
    await drawn(plan);
    ok(wordsOf(plan).includes('You can now read What Jory finds hard but not change it.'), 'the notice');
    ok(!wordsOf(plan).includes('Add a need'), 'no adding');
    await accessible(plan);
  });

  test('says when the connection is gone, and when it is back', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    session.shared.state = {kind: 'offline', mayType: true};
    session.now({save: {kind: 'onlyOnThisDevice', keptAcrossReload: true, isUnderWay: false}});
    await drawn(plan);
    ok(wordsOf(plan).includes('You are offline. Keep writing.'), 'offline');
    await accessible(plan);
    session.shared.state = {kind: 'live'};
    session.now({save: {kind: 'saved', at: new Date(2026, 10, 22, 14, 9)}});
    await drawn(plan);
    ok(wordsOf(plan).includes('You are back online. Your words are saved.'), 'back');
  });

  test('in quiet mode says how many changes wait, and shows them on asking', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    const settings = {...plan.settings, quiet: true};
    plan.dispatchEvent(new PlanSettingsChange(settings));
    await drawn(plan);
    ok(wordsOf(plan).includes('Quiet mode is on.') && !wordsOf(plan).includes('new change'), 'nothing waits');
    writeItems(session.shared.peer, 'section:E', [{type: 'outcome', attrs: {id: 'theirs'}}], 'test');
    await drawn(plan);
    ok(!jsonOf(session.shared.doc, 'section:E').includes('theirs'), 'it waits');
    await accessible(plan);
    button(plan, '1 new change. Show').click();
    await drawn(plan);
    ok(jsonOf(session.shared.doc, 'section:E').includes('theirs'), 'it is there');
    ok(!wordsOf(plan).includes('new change'), 'nothing waits again');
  });

  test('keeps refused words in front of the writer until they are let go', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    session.now({
      unsent: [
        {
          id: 'u',
          compartmentId: [...session.docs.keys()][0] ?? failed(),
          root: 'section:B',
          text: 'lost words',
          why: 'No.',
          at: new Date(),
        },
      ],
    });
    await drawn(plan);
    ok(wordsOf(plan).includes('lost words'), 'shown');
    await accessible(plan);
    button(plan, 'I do not need these words').click();
    equal(session.dismissed, ['u']);
  });

  test('says nothing of the child where there is no access', async () => {
    const session = new FakePlan('keyworker', ['section:B']);
    const plan = await open(session);
    session.now({status: 'gone'});
    await drawn(plan);
    const words = wordsOf(plan);
    ok(words.includes('You cannot open this plan') && words.includes('01632 960 188'), words);
    ok(!words.includes('Jory'), 'no name');
    ok(!words.includes('bell'), 'no words');
    await accessible(plan);
  });

  test('moves between its regions with F6 and opens help with Alt and 0', async () => {
    const plan = await open(new FakePlan('keyworker', []));
    const regions: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await sendKeys({press: 'F6'});
      const inside = plan.shadowRoot?.activeElement?.closest('[data-region]')?.getAttribute('data-region');
      regions.push(inside ?? (document.activeElement?.localName === 'goldthread-section' ? 'plan' : ''));
    }
    equal([...regions].sort(), ['header', 'parts', 'people', 'plan']);
    await sendKeys({press: 'Alt+0'});
    const help = () => plan.shadowRoot?.querySelector('goldthread-help')?.shadowRoot;
    await until('help is open', () => help()?.querySelector('dialog[open]') instanceof HTMLDialogElement);
  });
});

suite('a plan on a phone', () => {
  test('greets a parent with what is true now, and is accessible', async () => {
    const plan = await open(new FakePlan('parent', ['section:A', 'section:B']), PHONE);
    const words = wordsOf(plan);
    for (const part of ['Hello Temi.', 'Start reading', 'Your own words', 'Who sees what you write'])
      ok(words.includes(part), part);
    await accessible(plan);
  });

  test('opens a part as a page of its own, and comes back', async () => {
    const plan = await open(new FakePlan('parent', ['section:A', 'section:B']), PHONE);
    await plan.goTo('section:B', null);
    await drawn(plan);
    const shown = plan.parts.elements.filter(one => !one.hidden).map(one => one.section.root);
    equal(shown, ['section:B']);
    await accessible(plan);
    button(plan, 'Back').click();
    await drawn(plan);
    ok(wordsOf(plan).includes('Hello Temi.'), 'home again');
  });

  test('has nothing sideways at 320 px, and no target under 44 px', async () => {
    const plan = await open(new FakePlan('parent', ['section:A', 'section:B']), {width: 320, height: 640});
    ok(
      document.documentElement.scrollWidth <= 320,
      `home is ${document.documentElement.scrollWidth} px wide`,
    );
    await plan.goTo('section:B', null);
    await drawn(plan);
    ok(
      document.documentElement.scrollWidth <= 320,
      `the part is ${document.documentElement.scrollWidth} px wide`,
    );
    equal(smallTargets(plan), []);
  });
});

function failed(): never {
  throw new Error('The fake plan has no document');
}

function smallTargets(inside: Element): string[] {
  const small: string[] = [];
  const walk = (root: Element | ShadowRoot): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      if (element.localName !== 'button') continue;
      const {width, height} = element.getBoundingClientRect();
      if (width > 0 && (width < 44 || height < 44))
        small.push(`${element.textContent.trim()} ${width}x${height}`);
    }
  };
  if (inside.shadowRoot !== null) walk(inside.shadowRoot);
  walk(inside);
  return small;
}
