import type {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal} from '../../testing/assert.ts';
import {eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanOutline, type OutlineEntry} from './outline.ts';

const entries: readonly OutlineEntry[] = [
  {root: 'section:A', letter: 'A', title: 'Jory and family', group: 'statutory', state: ''},
  {root: 'section:F', letter: 'F', title: 'Help in school', group: 'statutory', state: 'Wren is here'},
  {root: 'sos:worries', letter: '', title: 'What are we worried about?', group: 'safety', state: ''},
];
teardown(hideAll);

suite('the outline', () => {
  test('names the parts in plain words, who is in them, and is accessible', async () => {
    const outline = await show(new PlanOutline(), {entries, current: 'section:F'});
    equal(
      wordsOf(outline),
      'The plan A Jory and family F Help in school Wren is here Safety map What are we worried about?',
    );
    await accessible(outline);
  });

  test('marks the part that the person is in for those who do not see it', async () => {
    const outline = await show(new PlanOutline(), {entries, current: 'section:F'});
    const marked = [...(outline.shadowRoot?.querySelectorAll('[aria-current]') ?? [])].map(
      one => one.querySelector('b')?.textContent,
    );
    equal(marked, ['F']);
  });

  test('asks to go to a part that is pressed', async () => {
    const outline = await show(new PlanOutline(), {entries, current: null});
    const asked = eventFrom<PlanSectionOpen>(outline, 'plan-section-open', () =>
      outline.shadowRoot?.querySelector('button')?.click(),
    );
    equal(asked.root, 'section:A');
  });
});
