import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanMore} from './more.ts';

teardown(hideAll);

suite('who sees what', () => {
  test('names what there is, leads to it, and is accessible', async () => {
    const more = await show(new PlanMore(), {screens: ['private', 'looked']});
    equal(wordsOf(more), 'Who sees what What is kept private Who has looked');
    await accessible(more);
    const asked = eventFrom<PlanScreenOpen>(more, 'plan-screen-open', () =>
      button(more, 'Who has looked').click(),
    );
    equal(asked.screen, 'looked');
  });

  test('is not there where there is nothing', async () => {
    equal(wordsOf(await show(new PlanMore(), {screens: []})), '');
  });
});
