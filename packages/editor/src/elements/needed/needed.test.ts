import {setViewport} from '@web/test-runner-commands';
import '../../screens/needed.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {idFor} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanNeeded} from './needed.ts';

const CALLS = 'GET /records?kinds=help';
const DECIDED = {by: idFor('anita'), at: '2026-11-27T11:00:00Z', outcome: 'police', words: '', childTold: ''};

function call(decisions: readonly object[]): object {
  const day = {at: '2026-11-27T10:00:00Z', dueOn: '2026-11-27', isLate: false, escalatedAt: null};
  const ids = {id: 'call', compartmentId: idFor('c'), itemId: idFor('i')};
  return {...ids, ...day, how: 'asked', keptFrom: [], asked: [idFor('esme')], decisions};
}

function planWith(help: readonly object[], role: 'keyworker' | 'parent' = 'keyworker'): FakePlan {
  const source = new FakePlan(role, []);
  source.http.says.set(CALLS, {body: {help}});
  return source;
}

for (const width of [1280, 375]) {
  suite(`that something private waits, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('is said to whoever is asked to decide, tells nothing of what it is, and goes when it is decided', async () => {
      const source = planWith([call([])]);
      const line = await show(new PlanNeeded(), {source});
      await until('it is said', () => wordsOf(line).includes('needs you today'));
      equal(/help|harm|call|Jory/i.test(wordsOf(line)), false, wordsOf(line));
      await accessible(line);
      let opened = '';
      line.addEventListener('plan-screen-open', event => (opened = event.screen));
      button(line, 'See what it is').click();
      equal(opened, 'private');
      source.http.says.set(CALLS, {body: {help: [call([DECIDED])]}});
      source.dispatchEvent(new RecordsEvent(['help']));
      await until('it is gone', () => wordsOf(line) === '');
    });
  });
}

suite('that something private waits', () => {
  teardown(hideAll);

  test('is said for two people’s decisions too, with less haste', async () => {
    const source = planWith([]);
    const one = {
      id: 'o',
      mayAgree: true,
      askedAt: '2026-11-27T10:00:00Z',
      told: {how: 'told', words: '', on: ''},
    };
    source.http.says.set('GET /overrides', {body: {overrides: [one], items: []}});
    const line = await show(new PlanNeeded(), {source});
    await until('it is said', () => wordsOf(line).includes('waits for you'));
  });

  test('is asked for nobody but professionals, and never on a screen that a room looks at', async () => {
    const source = planWith([call([])], 'parent');
    const line = await show(new PlanNeeded(), {source});
    await drawn(line);
    equal(source.http.asked.length, 0);
    const worker = planWith([call([])]);
    line.source = worker;
    await until('it is said', () => wordsOf(line).includes('needs you today'));
    line.source = null;
    await drawn(line);
    ok(wordsOf(line) === '', wordsOf(line));
  });
});
