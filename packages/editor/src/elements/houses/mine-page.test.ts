import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {MOST_STOPS, PHONE, TARGET, WIDE, arrive, ofAge, press, stops} from '../../testing/houses-stand.ts';
import {drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';

teardown(hideAll);

const doors = (page: GoldthreadHouses): string[] =>
  [...(page.shadowRoot?.querySelectorAll('.door b, .column h2') ?? [])].map(one => one.textContent);

suite('the child’s own houses', () => {
  test('the child who picked none yet is asked for the first, may start with good things, and finds it first from then on', async () => {
    const server = new FakeChildServer();
    server.view = {...server.view, first: null};
    const page = await arrive(server);
    ok(wordsOf(page).includes('Which house do you want first?'), wordsOf(page));
    ok(wordsOf(page).includes('You can start with Good things.'), wordsOf(page));
    await press(page, 'Dreams What do you wish for?');
    await until('it is kept', () => server.view.first === 'dreams');
    await press(page, 'Home');
    equal(doors(page), ['Dreams', 'Good things', 'Worries']);
    ok(!wordsOf(page).includes('first'), 'and isn’t asked again');
  });

  test('a house opens all the same while the first cannot be kept', async () => {
    const server = new FakeChildServer();
    server.view = {...server.view, first: null};
    const page = await arrive(server);
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await press(page, 'Worries What worries you?');
    ok(wordsOf(page).includes('Look at each one'), wordsOf(page));
    equal(server.view.first, null);
  });

  test('one press gives a house one of the names, another one puts it first, and both can be taken back', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Change my houses', 'Worries', 'Rainy castle');
    await until('it is said', () => wordsOf(page).includes('It is called Rainy castle now.'));
    await press(page, 'This one comes first');
    await until('it is said', () => wordsOf(page).includes('Rainy castle comes first now.'));
    equal([server.view.names, server.view.first], [{worries: 'Rainy castle'}, 'worries']);
    await press(page, 'Back', 'Home');
    equal(doors(page), ['Rainy castle', 'Good things', 'Dreams']);
    await press(page, 'Change my houses', 'Rainy castle', 'Worries');
    await until('it is said', () => wordsOf(page).includes('It is called Worries now.'));
    await press(page, 'This one comes first');
    await until('it is said', () => wordsOf(page).includes('No house comes first now.'));
    equal([server.view.names, server.view.first], [{}, null]);
  });

  test('a new name is in the child’s other windows at once', async () => {
    const server = new FakeChildServer();
    const [other, page] = [await arrive(server), await arrive(server)];
    await press(page, 'Change my houses', 'Worries', 'Rainy castle');
    await until('it is there', () => doors(other).includes('Rainy castle'));
  });

  test('a name of the child’s own stays in its field while the server refuses it, and says why', async () => {
    const server = new FakeChildServer();
    const page = await arrive(ofTeen(server));
    await press(page, 'Change my lists', 'Hard');
    const field = page.shadowRoot?.querySelector('input');
    if (!field) throw new Error('nowhere to write');
    field.value = '12 Mill Lane';
    field.dispatchEvent(new Event('input'));
    await drawn(page);
    server.refusal = {problem: 'refused', code: 'DISCLOSURE', sentence: ''};
    await press(page, 'Call it that');
    await until('it is said', () => wordsOf(page).includes('There is an address'));
    equal(field.value, '12 Mill Lane');
    field.value = 'My wall';
    field.dispatchEvent(new Event('input'));
    await drawn(page);
    await press(page, 'Call it that', 'Back', 'Home');
    equal(doors(page), ['Going well', 'My wall', 'Hopes']);
  });

  for (const [name, ...way] of [
    ['the houses', 'Change my houses'],
    ['a name', 'Change my houses', 'Worries'],
  ])
    test(`the page of ${name} has at most nine stops, big ones, and is accessible on a phone too`, async () => {
      for (const size of [WIDE, PHONE]) {
        const page = await arrive(new FakeChildServer(), size);
        await press(page, ...way);
        const found = stops(page);
        ok(found.length <= MOST_STOPS, `${found.length} stops`);
        for (const one of found.filter(stop => stop.matches('button')))
          ok(Math.min(one.offsetWidth, one.offsetHeight) >= TARGET, one.textContent);
        ok(document.documentElement.scrollWidth <= size.width, 'nothing goes sideways');
        await accessible(page);
        hideAll();
      }
    });

  test('whoever it is not sure is the child finds no names to press', async () => {
    const server = new FakeChildServer();
    server.view = {...server.view, isSure: false, first: null};
    const page = await arrive(server);
    ok(!wordsOf(page).includes('first'), wordsOf(page));
    await press(page, 'Change my houses');
    ok(wordsOf(page).includes('ask a grown-up to help you sign in'), wordsOf(page));
    equal(stops(page).length, 5);
  });
});

function ofTeen(server: FakeChildServer): FakeChildServer {
  server.view = {...ofAge('teen').view};
  return server;
}
