import {setViewport} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {saidList} from '../../testing/fake-withholding.ts';
import type {JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {GoldthreadPlan} from './plan.ts';

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

const ASKS = 'Keep a person private from someone';
const LIST = 'What is kept private';

async function opened(me: JoryKey, isSure = true): Promise<GoldthreadPlan> {
  const session = joryPlan(me);
  session.isSure = isSure;
  session.http.says.set('GET /withholdings', saidList());
  const plan = await show(new GoldthreadPlan(), {session});
  await drawn(plan);
  return plan;
}

/** Presses a button of the plan, and waits until the screen that it opens says something. */
async function press(plan: GoldthreadPlan, text: string, heading: string): Promise<void> {
  const asker = button(plan, text);
  asker.focus();
  asker.click();
  await until(`it says ${heading}`, () => wordsOf(plan).includes(heading));
  await drawn(plan);
}

function focusedText(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.textContent.trim() ?? '';
}

suite('who may keep a person private from others', () => {
  for (const me of ['bronagh', 'esme', 'priya', 'anita', 'stan'] as const) {
    test(`${me} is offered it beside the people`, async () => {
      ok(wordsOf(await opened(me)).includes(ASKS), 'beside the people');
    });
  }

  for (const me of ['jory', 'temi', 'callum', 'folasade', 'wren'] as const) {
    test(`${me} is offered it nowhere`, async () => {
      const plan = await opened(me);
      ok(!wordsOf(plan).includes(ASKS), 'beside the people');
      if (me !== 'wren') return;
      await press(plan, LIST, 'There is nothing here for you.');
      ok(!wordsOf(plan).includes(ASKS), 'in the list');
    });
  }

  test('a session that may be somebody else’s is not offered it', async () => {
    ok(!wordsOf(await opened('bronagh', false)).includes(ASKS), 'offered');
  });

  test('it opens from the people, and gives the focus back', async () => {
    const plan = await opened('bronagh');
    await accessible(plan);
    await press(plan, ASKS, 'Who should be kept private?');
    await accessible(plan);
    button(plan, 'Close').click();
    await until('it is closed', () => !wordsOf(plan).includes('Who should be kept private?'));
    equal(focusedText(), ASKS);
  });

  test('it opens from the list of what is kept private, and the focus comes back to what opened the list', async () => {
    const plan = await opened('bronagh');
    await press(plan, LIST, 'There is nothing here for you.');
    await accessible(plan);
    const list = plan.shadowRoot?.querySelector('goldthread-private-list');
    if (!list) throw new Error('No list');
    button(list, ASKS).click();
    await until('it asks', () => wordsOf(plan).includes('Who should be kept private?'));
    await drawn(plan);
    button(plan, 'Close').click();
    await until('it is closed', () => !wordsOf(plan).includes('Who should be kept private?'));
    equal(focusedText(), LIST);
  });
});
