import {setViewport} from '@web/test-runner-commands';
import type {Role} from '@goldthread/schema';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {equal} from '../testing/assert.ts';
import {FakePlan} from '../testing/fake-plan.ts';
import {button, drawn, hideAll, show} from '../testing/show.ts';
import {followTitle} from './plan-title.ts';

interface Opened {
  readonly plan: GoldthreadPlan;
  readonly session: FakePlan;
  readonly page: {title: string};
}

async function open(role: Role, width: number): Promise<Opened> {
  await setViewport({width, height: 800});
  const session = new FakePlan(role, ['section:B']);
  const plan = new GoldthreadPlan();
  const page = {title: ''};
  followTitle(plan, page);
  await show(plan, {session});
  await drawn(plan);
  return {plan, session, page};
}

teardown(hideAll);

suite('the title of the page of a plan', () => {
  test('is the plan’s name where the whole plan is shown', async () => {
    const {plan, page} = await open('keyworker', 1280);
    equal(page.title, 'Jory’s plan');
    await plan.goTo('section:B', null);
    equal(page.title, 'Jory’s plan');
  });

  test('names the page of a phone first, and the plan again at home', async () => {
    const {plan, page} = await open('parent', 375);
    equal(page.title, 'Jory’s plan');
    await plan.goTo('section:B', null);
    equal(page.title, 'What Jory finds hard. Jory’s plan');
    button(plan, 'Back').click();
    await drawn(plan);
    equal(page.title, 'Jory’s plan');
  });

  test('names the lists of a professional’s phone', async () => {
    const {plan, page} = await open('keyworker', 375);
    for (const [name, title] of [
      ['Parts', 'Parts of the plan. Jory’s plan'],
      ['People', 'People. Jory’s plan'],
      ['The plan', 'Jory’s plan'],
    ] as const) {
      button(plan, name).click();
      await drawn(plan);
      equal(page.title, title);
    }
  });

  test('begins with "Error: " while words are not saved, and when there is no plan to show', async () => {
    const {plan, session, page} = await open('keyworker', 1280);
    session.now({save: {kind: 'notSaved', code: 'OWNER', sentence: 'No.'}});
    await drawn(plan);
    equal(page.title, 'Error: Jory’s plan');
    session.now({status: 'unreachable'});
    await drawn(plan);
    equal(page.title, 'Error: We could not open the plan');
    session.now({status: 'gone'});
    await drawn(plan);
    equal(page.title, 'Error: You cannot open this plan');
  });

  test('has no error and no name of a child in it after signing out', async () => {
    const {plan, session, page} = await open('keyworker', 1280);
    await session.signOut();
    await drawn(plan);
    equal(page.title, 'You are signed out');
  });
});
