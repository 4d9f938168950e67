import type {PlanPanelOpen} from '../../events/panel-open.ts';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import type {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {FamilyHome} from './family-home.ts';

const entries = [
  {root: 'section:A', letter: 'A', title: 'What Jory says', group: 'statutory', state: ''},
  {root: 'section:B', letter: 'B', title: 'What Jory finds hard', group: 'statutory', state: ''},
  {root: 'sos:working', letter: '', title: 'What is going well', group: 'safety', state: ''},
] as const;
const known = {firstName: 'Temi', childName: 'Jory', entries};
teardown(hideAll);

function rootOf(home: FamilyHome, name: string): string {
  return eventFrom<PlanSectionOpen>(home, 'plan-section-open', () => button(home, name).click()).root;
}

suite('the first page of a family', () => {
  test('has only the cards that are true now, and is accessible', async () => {
    const home = await show(new FamilyHome(), known);
    const titles = [...(home.shadowRoot?.querySelectorAll('h2') ?? [])].map(one => one.textContent);
    equal(titles, ['The plan', 'Who sees what you write', 'All parts of the plan']);
    ok(!wordsOf(home).includes('Stuck?'), 'no number');
    await accessible(home);
  });

  test('leads to what this person may open besides the plan', async () => {
    const home = await show(new FamilyHome(), {...known, screens: ['looked', 'contacts']});
    await accessible(home);
    const asked = eventFrom<PlanScreenOpen>(home, 'plan-screen-open', () =>
      button(home, 'Who has looked').click(),
    );
    equal(asked.screen, 'looked');
  });

  test('offers to write where this person may, to go on where they were, and what has changed', async () => {
    const home = await show(new FamilyHome(), {
      ...known,
      ownRoot: 'section:A',
      lastRoot: 'section:B',
      changes: [{who: 'Wren', root: 'sos:working', part: 'What is going well', at: new Date()}],
      helpLine: '01632 960 188',
    });
    equal(rootOf(home, 'Write your words'), 'section:A');
    equal(rootOf(home, 'Carry on reading'), 'section:B');
    equal(rootOf(home, 'Wren changed What is going well'), 'sos:working');
    ok(home.shadowRoot?.querySelector('a[href="tel:01632960188"]'), 'a number to press');
    await accessible(home);
  });

  test('leads to each part, to the first one for a start, and to the people', async () => {
    const home = await show(new FamilyHome(), known);
    equal(rootOf(home, 'Start reading'), 'section:A');
    equal(rootOf(home, 'What Jory finds hard (B)'), 'section:B');
    equal(rootOf(home, 'What is going well'), 'sos:working');
    const asked = eventFrom<PlanPanelOpen>(home, 'plan-panel-open', () =>
      button(home, 'See who they are').click(),
    );
    equal(asked.panel, 'people');
  });

  test('takes the focus on its greeting', async () => {
    const home = await show(new FamilyHome(), known);
    home.focus();
    equal(home.shadowRoot?.activeElement?.textContent, 'Hello Temi.');
  });
});
