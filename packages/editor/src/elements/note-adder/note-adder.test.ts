import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, eventFrom, hideAll, show} from '../../testing/show.ts';

async function open(me: Parameters<typeof joryPlan>[0]): Promise<GoldthreadPlan> {
  const plan = await show(new GoldthreadPlan(), {session: joryPlan(me, ['section:B'])});
  await drawn(plan);
  return plan;
}

const offered = (plan: GoldthreadPlan): string[] =>
  plan.parts.elements
    .filter(one =>
      one.shadowRoot?.querySelector('goldthread-note-adder')?.shadowRoot?.querySelector('button'),
    )
    .map(one => one.section.root);

teardown(hideAll);

suite('who can see an item, and private notes', () => {
  test('a professional is offered both everywhere, and asks for the right item', async () => {
    const plan = await open('anita');
    ok(offered(plan).includes('section:A') && offered(plan).includes('sos:worries'), offered(plan).join());
    await accessible(plan);
    const who = eventFrom<PlanScreenOpen>(plan, 'plan-screen-open', () =>
      button(plan, 'Who can see this: B1').click(),
    );
    equal([who.screen, who.item], ['withhold', 'need-1']);
    plan.screens.show(null);
    const note = eventFrom<PlanScreenOpen>(plan, 'plan-screen-open', () =>
      button(plan, 'Add a private note').click(),
    );
    equal([note.screen, note.item], ['withhold', null]);
  });

  test('a mother is offered a note where she writes, and nothing beside what is not hers', async () => {
    const plan = await open('temi');
    equal(offered(plan), ['section:B']);
    equal(plan.querySelector('goldthread-item-facts')?.shadowRoot?.querySelectorAll('button').length, 0);
  });

  test('a gran is offered neither', async () => {
    equal(offered(await open('folasade')), []);
  });
});
