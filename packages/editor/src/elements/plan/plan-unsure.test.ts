import {setViewport} from '@web/test-runner-commands';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from './plan.ts';

teardown(hideAll);

for (const width of [1280, 375]) {
  suite(`a plan whose server is not sure who sits here, at ${width} px`, () => {
    setup(() => setViewport({width, height: 812}));

    test('says to whoever is not known for sure why they may see less, and how to change that', async () => {
      const session = new FakePlan('parent', ['section:A']);
      session.isSure = false;
      const plan = await show(new GoldthreadPlan(), {session});
      await drawn(plan);
      ok(wordsOf(plan).includes('You see what everyone on this plan sees.'), wordsOf(plan));
      await accessible(plan);
      const asked = eventFrom<PlanScreenOpen>(plan, 'plan-screen-open', () =>
        button(plan, 'Show that it is you').click(),
      );
      equal(asked.screen, 'confirm');
      session.isSure = true;
      session.now({});
      await drawn(plan);
      ok(!wordsOf(plan).includes('You see what everyone'), 'it goes');
    });
  });
}
