import type {PlanScreenOpen} from '../../events/screen-open.ts';
import type {PlanUnsentPutBack} from '../../events/unsent-put-back.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanUnsent, type KeptWords} from './unsent.ts';

const kept: KeptWords = {
  id: '1',
  text: 'I want him to tell someone.',
  why: 'You can no longer change this part.',
  part: 'Help in school',
  canPutBack: true,
  asks: false,
};
teardown(hideAll);

suite('words that are not in the plan', () => {
  test('stand in front of the writer with the reason, and are accessible', async () => {
    const tray = await show(new PlanUnsent(), {kept: [kept]});
    ok(
      wordsOf(tray).includes('I want him to tell someone.') && wordsOf(tray).includes(kept.why),
      wordsOf(tray),
    );
    await accessible(tray);
  });

  test('can be put back where that is allowed, and only there', async () => {
    const tray = await show(new PlanUnsent(), {kept: [kept, {...kept, id: '2', canPutBack: false}]});
    equal(wordsOf(tray).split('Put back in the plan').length - 1, 1);
    const asked = eventFrom<PlanUnsentPutBack>(tray, 'plan-unsent-put-back', () =>
      button(tray, 'Put back in the plan').click(),
    );
    equal(asked.unsentId, '1');
  });

  test('lead to the question whether they may stand there, where their writer may decide it', async () => {
    const tray = await show(new PlanUnsent(), {kept: [{...kept, canPutBack: false, asks: true}]});
    ok(!wordsOf(tray).includes('Put back in the plan'), wordsOf(tray));
    const asked = eventFrom<PlanScreenOpen>(tray, 'plan-screen-open', () =>
      button(tray, 'Put them in all the same').click(),
    );
    equal(asked.screen, 'copies');
    await accessible(tray);
  });

  test('take no room when there are none', async () => {
    const tray = await show(new PlanUnsent(), {kept: []});
    equal(tray.getBoundingClientRect().height, 0);
  });
});
