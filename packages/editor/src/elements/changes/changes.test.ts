import type {PlanSectionOpen} from '../../events/section-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanChanges, type ChangeEntry} from './changes.ts';

const entries: readonly ChangeEntry[] = [
  {who: 'Wren', root: 'section:F', part: 'F', at: new Date(2026, 10, 22, 14, 5)},
  {who: 'Temi', root: 'section:A', part: 'A', at: new Date(2026, 10, 22, 14, 2)},
];
teardown(hideAll);

suite('what changed', () => {
  test('says who changed which part and when, newest first, and is accessible', async () => {
    const changes = await show(new PlanChanges(), {entries});
    ok(wordsOf(changes).endsWith('Wren changed F 14:05 Temi changed A 14:02'), wordsOf(changes));
    await accessible(changes);
  });

  test('leads to the part', async () => {
    const changes = await show(new PlanChanges(), {entries});
    const asked = eventFrom<PlanSectionOpen>(changes, 'plan-section-open', () =>
      button(changes, 'Temi changed A').click(),
    );
    equal([asked.root, asked.item], ['section:A', null]);
  });

  test('says so where nobody else has changed anything', async () => {
    const changes = await show(new PlanChanges());
    ok(wordsOf(changes).endsWith('Nobody else has changed the plan since you opened it.'), wordsOf(changes));
    await accessible(changes);
  });
});
