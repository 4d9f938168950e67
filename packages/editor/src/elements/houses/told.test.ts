import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {MOST_STOPS, PHONE, TARGET, WIDE, arrive, ofAge, press, stops} from '../../testing/houses-stand.ts';
import {drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';
import type {ToldThing} from './read-told.ts';

const NOTHING: ToldThing = {
  ...{id: 'dog', words: 'where Biscuit', isQuoted: false, mayQuote: false, wrote: [], reason: null},
  ...{done: [], answers: []},
};
const BELL: ToldThing = {
  ...{id: 'bell', words: 'bell too loud', isQuoted: true, mayQuote: true},
  wrote: ['The bell in his corridor is a light.'],
  reason: null,
  done: [{words: 'We turned the bell off.', on: '2026-11-09', byName: 'Esme Farrow'}],
  answers: [{words: 'I do not like it too.', byName: 'Esme Farrow'}],
};
const TRAIN: ToldThing = {
  ...NOTHING,
  ...{id: 'train', words: 'train driver', reason: {words: 'It is for later.', byName: 'Esme Farrow'}},
};

/** Opens the page where the child sees what came of it, by the name that it has for an age. */
async function open(
  server: FakeChildServer,
  name: string,
  size: {readonly width: number; readonly height: number} = WIDE,
): Promise<GoldthreadHouses> {
  const page = await arrive(server, size);
  await press(page, name);
  await until('it knows', () => !wordsOf(page).includes('are opening'));
  await drawn(page);
  return page;
}

function says(page: GoldthreadHouses, ...texts: readonly string[]): void {
  const shown = wordsOf(page);
  for (const text of texts) ok(shown.includes(text), `${text} | ${shown}`);
}

teardown(hideAll);

suite('you said, we wrote, for the child', () => {
  for (const [band, name, quoted, wrote, done] of [
    ['young', 'You said. We did.', 'Your words are in your plan.', 'So we wrote:', 'We did this on'],
    ['middle', 'You said, we wrote', 'just as you said them.', 'So the grown-ups wrote:', 'This was done on'],
    ['teen', 'What came of it', 'in your own words.', 'because you said it:', 'What was done on'],
  ] as const)
    for (const size of [WIDE, PHONE])
      test(`a child of the ${band} age sees in plain words what came of a thing, on ${size.width} px`, async () => {
        const server = ofAge(band);
        server.things = [NOTHING, BELL, TRAIN];
        const page = await open(server, name, size);
        says(page, 'bell too loud', quoted, wrote, 'The bell in his corridor is a light.');
        says(page, `${done} 9 November 2026: We turned the bell off.`);
        says(page, 'Esme Farrow says: I do not like it too.', '1 of 3');
        ok(stops(page).length <= MOST_STOPS, 'few stops');
        const small = stops(page).filter(one => Math.min(one.offsetWidth, one.offsetHeight) < TARGET);
        equal(
          small.map(one => one.textContent.trim()),
          [],
        );
        ok(document.documentElement.scrollWidth <= size.width, 'nothing goes sideways');
        await accessible(page);
        await press(page, 'Next');
        says(page, 'train driver', 'This is not in your plan. This is why: It is for later.');
        await accessible(page);
        await press(page, 'Next');
        says(page, 'where Biscuit', 'You can ask Esme Farrow');
        await accessible(page);
      });

  test('the child puts a thing into the plan as it was said and takes it out again, and only where that can be', async () => {
    const server = new FakeChildServer();
    server.things = [{...TRAIN, mayQuote: true}, NOTHING];
    const page = await open(server, 'You said, we wrote');
    server.refusal = {problem: 'refused', code: 'DISCLOSURE', sentence: ''};
    await press(page, 'Put it in my plan');
    await until('it is refused', () => wordsOf(page).includes('Ask a grown-up to help you with it.'));
    await press(page, 'Put it in my plan');
    await until('it is in', () => wordsOf(page).includes('It is in your plan now, just as you said it.'));
    equal(server.things[0]?.isQuoted, true);
    await accessible(page);
    await press(page, 'Take it out of my plan');
    await until('it is out', () => wordsOf(page).includes('It is not in your plan now.'));
    equal(server.things[0]?.isQuoted, false);
    await press(page, 'Next');
    says(page, 'where Biscuit');
    ok(!wordsOf(page).includes('my plan now'), 'what was done belongs to the other thing');
    ok(
      stops(page).every(one => !one.textContent.includes('Put it in')),
      'not everybody reads this one',
    );
  });

  test('all of it is read aloud, the child’s words first', async () => {
    const server = new FakeChildServer();
    server.things = [BELL];
    const page = await open(server, 'You said, we wrote');
    const heard: string[] = [];
    page.listen = text => void heard.push(text);
    await press(page, 'Listen');
    ok(
      /bell too loud.*just as you said them.*a light.*turned the bell off/s.test(heard.join()),
      heard.join(),
    );
  });

  test('where nothing was said, or there is no network, it says so and the child can go back', async () => {
    const page = await open(new FakeChildServer(), 'You said, we wrote');
    says(page, 'You can say something in your houses first.');
    await accessible(page);
    await press(page, 'Back');
    says(page, 'Hello Jory.');
    const server = new FakeChildServer();
    const other = await arrive(server);
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await press(other, 'You said, we wrote');
    await until('it is said', () => wordsOf(other).includes('We are looking for the internet.'));
  });
});
