import {setViewport} from '@web/test-runner-commands';
import '../../screens/safety.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakeAnswer} from '../../testing/fake-http.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {SafetyLevels} from './safety-levels.ts';

const KEEP = 'PUT /safety';

async function opened(answer: FakeAnswer): Promise<[SafetyLevels, FakePlan]> {
  const plan = joryPlan('bronagh', []);
  plan.http.says.set('GET /safety', answer);
  const screen = await show(new SafetyLevels(), {source: plan});
  await until('it has answered', () => !wordsOf(screen).includes('Looking'));
  await drawn(screen);
  return [screen, plan];
}

function boxes(screen: SafetyLevels): HTMLInputElement[] {
  return [...(screen.shadowRoot?.querySelectorAll('input') ?? [])];
}

const ticked = (screen: SafetyLevels): boolean[] => boxes(screen).map(({checked}) => checked);

for (const width of [1280, 375]) {
  suite(`what help a child has now, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('shows what holds, and keeps what somebody ticks', async () => {
      const [screen, plan] = await opened({body: {levels: ['childInNeed']}});
      equal(ticked(screen), [false, true, false, false]);
      await accessible(screen);
      boxes(screen)[1]?.click();
      boxes(screen)[0]?.click();
      await drawn(screen);
      plan.http.says.set(KEEP, {body: {levels: ['earlyHelp']}});
      button(screen, 'Keep this').click();
      await until('it is kept', () => screen._told !== '');
      equal(plan.http.lastBody(KEEP), {levels: ['earlyHelp'], expected: ['childInNeed']});
      equal(ticked(screen), [true, false, false, false]);
    });
  });
}

suite('what help a child has now', () => {
  teardown(hideAll);

  test('keeps the ticks where it could not be kept, and says why', async () => {
    const [screen, plan] = await opened({body: {levels: []}});
    boxes(screen)[2]?.click();
    plan.http.says.set(KEEP, {problem: 'offline'});
    button(screen, 'Keep this').click();
    await until('it says why', () => screen._problem !== '');
    equal(ticked(screen), [false, false, true, false]);
    await accessible(screen);
  });

  test('shows what somebody else said meanwhile, with one’s own ticks as they were, and keeps them when asked once more', async () => {
    const [screen, plan] = await opened({body: {levels: []}});
    boxes(screen)[2]?.click();
    plan.http.says.set(KEEP, {code: 'ALREADY_CHANGED', sentence: 'Somebody changed this.'});
    plan.http.says.set('GET /safety', {body: {levels: ['childInNeed', 'earlyHelp']}});
    button(screen, 'Keep this').click();
    await until('it says what holds', () =>
      wordsOf(screen).includes('It says now: Early help and A child in need plan.'),
    );
    equal(ticked(screen), [false, false, true, false]);
    await accessible(screen);
    plan.http.says.set(KEEP, {body: {levels: ['lookedAfter']}});
    button(screen, 'Keep this').click();
    await until('it is kept', () => screen._told !== '');
    const body = {levels: ['lookedAfter'], expected: ['childInNeed', 'earlyHelp']};
    equal(plan.http.lastBody(KEEP), body);
    ok(!wordsOf(screen).includes('Someone else'), wordsOf(screen));
  });

  test('offers to try again where it could not be read, and nothing to keep', async () => {
    const [screen] = await opened({problem: 'offline'});
    ok(button(screen, 'Try again'), 'it can be tried again');
    ok(!wordsOf(screen).includes('Keep this'), wordsOf(screen));
  });
});
