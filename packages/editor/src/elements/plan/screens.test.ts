import {html} from 'lit';
import {setViewport} from '@web/test-runner-commands';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from './plan.ts';

async function opened(): Promise<GoldthreadPlan> {
  await setViewport({width: 1280, height: 900});
  const plan = await show(new GoldthreadPlan(), {session: new FakePlan('keyworker', ['section:B'])});
  await drawn(plan);
  return plan;
}

/** Opens the view of somebody else, as somebody does who goes on with Tab before it has come. */
async function viewAs(plan: GoldthreadPlan): Promise<Element> {
  const asker = button(plan, 'See the plan as …');
  asker.focus();
  asker.click();
  button(plan, 'Who has looked').focus();
  await until('it has the plan’s place', () => plan.hasAttribute('hidden'));
  const view = plan.nextElementSibling;
  if (view === null) throw new Error('Nothing has the plan’s place');
  return view;
}

function focusedText(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.textContent.trim() ?? '';
}

teardown(hideAll);

suite('what stands in the plan’s place', () => {
  test('has the person’s own settings, and leaves the plan as it was', async () => {
    const plan = await opened();
    plan.applySettings({...plan.settings, theme: 'dark'});
    const view = await viewAs(plan);
    equal(view.localName, 'goldthread-view-as');
    equal(view.getAttribute('data-theme'), 'dark');
    const source = plan.source;
    button(view, 'Back to my own view').click();
    ok(!plan.hasAttribute('hidden') && !view.isConnected, 'the plan is back');
    equal(plan.source === source, true, 'the same session');
    plan.applySettings({...plan.settings, theme: 'system'});
  });

  test('gives the focus back to what asked for it', async () => {
    const plan = await opened();
    const view = await viewAs(plan);
    button(view, 'Back to my own view').click();
    equal(focusedText(), 'See the plan as …');
  });

  test('leaves what can still be taken back', async () => {
    const plan = await opened();
    plan.screens.leaveLine(() => html`<p>Hidden from Callum.</p>`);
    const view = await viewAs(plan);
    button(view, 'Back to my own view').click();
    await drawn(plan);
    ok(wordsOf(plan).includes('Hidden from Callum.'), 'the line of the last act');
  });
});
