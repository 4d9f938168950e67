import {sendKeys} from '@web/test-runner-commands';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {
  MOST_STOPS,
  PHONE,
  TARGET,
  WIDE,
  arrive,
  ofAge,
  press,
  stops,
  write,
} from '../../testing/houses-stand.ts';
import {drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {ChildDraw} from './draw.ts';
import type {ChildPick} from './pick.ts';

teardown(hideAll);

suite('the child’s houses', () => {
  for (const [band, hello] of [
    ['young', 'Hello Jory. Which house?'],
    ['middle', 'Hello Jory. Which house?'],
    ['teen', 'Hello Jory. What do you want to say?'],
  ] as const)
    for (const size of [WIDE, PHONE])
      test(`on ${size.width} px a child of the ${band} age finds three ways in, and the page is accessible`, async () => {
        const page = await arrive(ofAge(band), size);
        ok(wordsOf(page).includes(hello), wordsOf(page));
        ok(stops(page).length <= MOST_STOPS, 'few stops');
        ok(document.documentElement.scrollWidth <= size.width, 'nothing goes sideways');
        await accessible(page);
      });

  test('of a drawing that came as words alone those words are shown, and no empty paper', async () => {
    const server = new FakeChildServer();
    const [worry] = server.view.things;
    if (worry === undefined) throw new Error('no thing');
    const drawing = {alt: 'A red train', strokes: [], stamps: []};
    const bare = {...worry, id: 'bare', text: '', drawing: {...drawing, alt: ''}};
    server.view = {...server.view, things: [{...worry, text: '', drawing}, bare]};
    const page = await arrive(server);
    await press(page, 'Worries What worries you?');
    ok(wordsOf(page).includes('A drawing: “A red train”'), wordsOf(page));
    await press(page, 'Look at each one');
    ok(wordsOf(page).includes('A drawing: “A red train”'), wordsOf(page));
    ok(wordsOf(page).includes('This is finished. You can make a new one.'), wordsOf(page));
    equal(page.shadowRoot?.querySelector('.drawing') ?? null, null);
    await press(page, 'Next');
    ok(wordsOf(page).includes('A drawing'), wordsOf(page));
    equal(page.shadowRoot?.querySelector('.drawing') ?? null, null);
    await accessible(page);
  });

  for (const [name, ...way] of [
    ['a house', 'Worries What worries you?'],
    ['one thing', 'Worries What worries you?', 'Look at each one'],
    ['who sees it', 'Worries What worries you?', 'Look at each one', 'Show it to someone'],
    ['who should not', 'Worries What worries you?', 'Look at each one', 'Who should not see it'],
    ['drawing', 'Dreams What do you wish for?', 'Draw'],
    ['pictures', 'Good things What makes you happy?', 'Pictures'],
    ['writing', 'Good things What makes you happy?', 'Write'],
    ['talking', 'Worries What worries you?', 'Talk'],
    ['help', 'Help'],
    ['needing help', 'Worries What worries you?', 'Look at each one', 'I need help now'],
    ['a worry in writing', 'Worries What worries you?', 'Write'],
    ['a worry in pictures', 'Worries What worries you?', 'Pictures'],
    ['goodbye', 'Stop'],
  ])
    test(`${name} has at most nine stops, big ones, and is accessible on a phone too`, async () => {
      for (const size of [WIDE, PHONE]) {
        const page = await arrive(new FakeChildServer(), size);
        await press(page, ...way);
        const found = stops(page);
        ok(found.length > 0 && found.length <= MOST_STOPS, `${found.length} stops`);
        const small = found.filter(
          one => one.matches('button') && Math.min(one.offsetWidth, one.offsetHeight) < TARGET,
        );
        equal(
          small.map(one => one.textContent.trim()),
          [],
        );
        ok(document.documentElement.scrollWidth <= size.width, 'nothing goes sideways');
        await accessible(page);
        hideAll();
      }
    });

  test('what is written goes to the child and the worker, and the page says so before', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Write');
    ok(wordsOf(page).includes('You and Esme Farrow will see this.'), wordsOf(page));
    await write(page, 'Bell hurts');
    await press(page, 'Keep it', 'Yes');
    await until(
      'it is kept',
      () => wordsOf(page).includes('Bell hurts') && wordsOf(page).includes('Look at each one'),
    );
    equal(server.view.things.at(-1)?.text, 'Bell hurts');
  });

  test('words that could not be kept stay where they are, and so do those that were left for a moment', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Write');
    await write(page, 'Bell hurts');
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await press(page, 'Keep it', 'Yes');
    await until('it is said', () => wordsOf(page).includes('No internet now. Stay here until we are back.'));
    await press(page, 'Not now', 'Home', 'Worries What worries you?', 'Write');
    equal(page.shadowRoot?.querySelector('textarea')?.value, 'Bell hurts');
    equal(server.view.things.length, 1);
    const leaving = new Event('beforeunload', {cancelable: true});
    dispatchEvent(leaving);
    ok(leaving.defaultPrevented, 'the browser asks before the page goes');
  });

  test('the child shows a thing to one person, takes it back, and hears who may have seen it', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Look at each one');
    ok(wordsOf(page).includes('Everyone in your plan can see this.'), wordsOf(page));
    server.seenBy = ['Temi Adeyemi'];
    await press(page, 'Show it to someone', 'Esme Farrow somebody he knows', 'Show it');
    await until('it is said', () => wordsOf(page).includes('You showed this to Esme Farrow.'));
    ok(wordsOf(page).includes('Temi Adeyemi may have seen it before.'), wordsOf(page));
    ok(wordsOf(page).includes('You and Esme Farrow can see this.'), wordsOf(page));
    await press(page, 'Show it to someone', 'Only me');
    await until('it is taken back', () => wordsOf(page).includes('You show this to no one now.'));
    equal(server.shared, [
      ['bell', {shareWith: ['Esme Farrow'], notWith: []}],
      ['bell again', {shareWith: [], notWith: []}],
    ]);
  });

  test('nobody is chosen for the child, and what a grown-up keeps safe is said in the server’s words', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Look at each one', 'Show it to someone');
    const pressed = page.shadowRoot
      ?.querySelector('goldthread-show-to')
      ?.shadowRoot?.querySelectorAll('[aria-pressed=true]');
    equal(pressed?.length, 0);
    server.refusal = {problem: 'refused', code: 'HELD_BY_DECISION', sentence: 'A grown-up keeps this safe.'};
    await press(page, 'Everyone');
    await until('it is said', () => wordsOf(page).includes('A grown-up keeps this safe.'));
  });

  test('a line is drawn with the arrow keys and space, and undone by one press', async () => {
    const page = await arrive();
    await press(page, 'Dreams What do you wish for?', 'Draw');
    const draw = page.shadowRoot?.querySelector<ChildDraw>('goldthread-draw');
    if (!draw) throw new Error('nowhere to draw');
    draw.shadowRoot?.querySelector<SVGElement>('.paper')?.focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Space'])
      await sendKeys({press: key});
    equal(draw.board.drawing.strokes.length, 1);
    await press(page, 'Undo');
    ok(draw.board.isEmpty, 'nothing is left');
  });

  test('picture cards come a few at a time, and the last one picked can be taken out', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Good things What makes you happy?', 'Pictures');
    const pick = page.shadowRoot?.querySelector<ChildPick>('goldthread-pick');
    if (!pick) throw new Error('nothing to pick');
    const [first, second] = [...(pick.shadowRoot?.querySelectorAll<HTMLElement>('.card') ?? [])];
    first?.click();
    second?.click();
    await drawn(pick);
    await press(page, 'Take the last one out', 'Keep it', 'Yes');
    await until('it is kept', () => server.view.things.length === 2);
    equal(server.view.things.at(-1)?.symbols.length, 1);
  });

  test('a child of whom it is not sure who sits here reads, and is told how to write', async () => {
    const server = new FakeChildServer();
    server.view = {...server.view, isSure: false};
    const page = await arrive(server);
    await press(page, 'Worries What worries you?');
    ok(wordsOf(page).includes('ask a grown-up to help you sign in'), wordsOf(page));
    ok(!wordsOf(page).includes('Draw '), 'no tools');
    await accessible(page);
  });

  test('a page that is shut to whoever opens it says so and shows nothing', async () => {
    const server = new FakeChildServer();
    server.refusal = {problem: 'closed', code: '', sentence: ''};
    const page = await arrive(server);
    equal(wordsOf(page), 'This page is not open now. Ask the grown-up who helps you.');
    await accessible(page);
  });
});
