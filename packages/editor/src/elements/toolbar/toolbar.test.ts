import {sendKeys} from '@web/test-runner-commands';
import type {PlanCommandRun} from '../../events/command-run.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show} from '../../testing/show.ts';
import {PlanToolbar} from './toolbar.ts';

const focused = (bar: PlanToolbar) => bar.shadowRoot?.activeElement?.textContent?.trim();
teardown(hideAll);

suite('the toolbar', () => {
  test('is accessible, wide and narrow', async () => {
    const bar = await show(new PlanToolbar(), {
      states: {bold: {can: true, on: true}, undo: {can: false, on: false}},
    });
    await accessible(bar);
    bar.narrow = true;
    await bar.updateComplete;
    await accessible(bar);
  });

  test('is one stop for Tab, and arrow keys move inside it', async () => {
    const bar = await show(new PlanToolbar());
    const stops = [...(bar.shadowRoot?.querySelectorAll<HTMLElement>('.tool') ?? [])].filter(
      tool => tool.tabIndex === 0,
    );
    equal(stops.length, 1);
    bar.focus();
    equal(focused(bar), 'Bold');
    await sendKeys({press: 'ArrowRight'});
    equal(focused(bar), 'Italic');
    await sendKeys({press: 'End'});
    equal(focused(bar), 'Redo');
    await sendKeys({press: 'ArrowRight'});
    equal(focused(bar), 'Bold');
  });

  test('asks to run a command, but not one that does not apply', async () => {
    const bar = await show(new PlanToolbar(), {states: {undo: {can: false, on: false}}});
    const asked = eventFrom<PlanCommandRun>(bar, 'plan-command-run', () => button(bar, 'List').click());
    equal(asked.command, 'list');
    let ran = false;
    bar.addEventListener('plan-command-run', () => (ran = true));
    button(bar, 'Undo').click();
    equal(ran, false);
  });

  test('every tool is at least 44 by 44', async () => {
    const bar = await show(new PlanToolbar());
    const small = [...(bar.shadowRoot?.querySelectorAll('.tool') ?? [])].filter(tool => {
      const {width, height} = tool.getBoundingClientRect();
      return width < 44 || height < 44;
    });
    equal(small.length, 0);
  });
});
