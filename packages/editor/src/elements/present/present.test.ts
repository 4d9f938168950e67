import {setViewport} from '@web/test-runner-commands';
import '../../screens/present.ts';
import '../../screens/then-now.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeHttp} from '../../testing/fake-http.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanThenNow} from '../then-now/then-now.ts';
import {PlanPresent} from './present.ts';

const plan = (more: object) => ({body: {format: 'goldthread-plan', child: {}, threeHouses: more}});
const one = (text: string, mode: string, date: string) => ({
  ...{id: text, text, mode, date, speaker: 'Jory', writer: 'Esme Farrow', present: []},
});
const GOOD = [one('red train', 'verbatim', '2026-11-05')];
const WORRIES = [
  one('bell too loud', 'verbatim', '2026-05-01'),
  one('He hid from the bell.', 'observed', '2026-11-05'),
];

async function present(http: FakeHttp): Promise<PlanPresent> {
  const screen = await show(new PlanPresent(), {http});
  await until('it has answered', () => !wordsOf(screen).includes('One moment.'));
  return screen;
}

for (const width of [1280, 375]) {
  suite(`a child’s words for others, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('good things come first, and what was only seen is never taken for the child’s words', async () => {
      const http = new FakeHttp({'GET ': plan({worries: WORRIES, goodThings: GOOD})});
      const screen = await present(http);
      ok(wordsOf(screen).includes('red train Jory said it.'), wordsOf(screen));
      await accessible(screen);
      button(screen, 'The next one').click();
      await until('the next is there', () => wordsOf(screen).includes('He hid from the bell.'));
      await drawn(screen);
      ok(wordsOf(screen).includes('Not the child’s own words.'), wordsOf(screen));
      await accessible(screen);
    });

    test('what was taken back meanwhile is gone before the next is shown', async () => {
      const http = new FakeHttp({'GET ': plan({worries: WORRIES, goodThings: GOOD})});
      const screen = await present(http);
      http.says.set('GET ', plan({goodThings: GOOD}));
      button(screen, 'The next one').click();
      await until('it is gone', () => wordsOf(screen).includes('That is all that is shown here.'));
      ok(!wordsOf(screen).includes('bell'), wordsOf(screen));
    });

    test('then and now stand side by side in each house', async () => {
      const source = joryPlan('esme');
      source.http.says.set('GET ', plan({worries: WORRIES, goodThings: GOOD}));
      const screen = await show(new PlanThenNow(), {source});
      await until('both are there', () => wordsOf(screen).includes('“bell too loud”'));
      await drawn(screen);
      ok(wordsOf(screen).includes('He hid from the bell.'), wordsOf(screen));
      ok(wordsOf(screen).includes('Nothing was said here on this day.'), wordsOf(screen));
      await accessible(screen);
    });
  });
}

const SUN = {id: 'own-sun', word: 'our sun', category: 'sky', art: [{d: 'M1 1h4'}]};
const PACK = {name: 'Ours', licence: 'CC0', categories: [{id: 'sky', word: 'Sky'}], symbols: [SUN]};
const PICKED = {
  ...one('', 'symbol', '2026-11-05'),
  text: {type: 'doc', content: [{type: 'symbol', attrs: {symbol: SUN.id, alt: 'the sun at school'}}]},
};
const CHOSEN = {names: {dreams: 'The moon'}, first: 'dreams', dreams: [PICKED], worries: WORRIES};

suite('a child’s words for others', () => {
  teardown(hideAll);

  test('a picture of the school’s own is drawn as on the child’s page, in the house that the child named and picked', async () => {
    const answers = {'GET ': plan(CHOSEN), 'GET /symbols.json': {body: {pack: PACK}}};
    const screen = await present(new FakeHttp(answers));
    await until('the picture', () => screen.shadowRoot?.querySelector('.thing .symbol path') != null);
    ok(wordsOf(screen).includes('The moon the sun at school'), wordsOf(screen));
    await accessible(screen);
    hideAll();
    const source = joryPlan('esme');
    for (const [question, answer] of Object.entries(answers)) source.http.says.set(question, answer);
    const both = await show(new PlanThenNow(), {source});
    await until('the picture', () => both.shadowRoot?.querySelector('.thing .symbol path') != null);
    equal(both.shadowRoot?.querySelector('h2')?.textContent.trim(), 'The moon');
    equal(wordsOf(both).split('the sun at school').length, 2, 'its words stand there once');
    await accessible(both);
  });

  test('without the school’s pictures its words stand there', async () => {
    const screen = await present(new FakeHttp({'GET ': plan(CHOSEN)}));
    ok(wordsOf(screen).includes('The moon the sun at school'), wordsOf(screen));
    equal(screen.shadowRoot?.querySelector('.thing .symbol') ?? null, null);
  });

  test('where there is nothing that everybody there may see, it says so; and so it does without a connection', async () => {
    const empty = await present(new FakeHttp({'GET ': plan({})}));
    ok(wordsOf(empty).includes('There is nothing here that everyone in the room may see.'), wordsOf(empty));
    await accessible(empty);
    hideAll();
    const offline = await present(new FakeHttp());
    ok(wordsOf(offline).includes('This needs a connection.'), wordsOf(offline));
    await accessible(offline);
  });
});
