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

teardown(hideAll);

const WRITE = ['Worries What worries you?', 'Write'];

suite('before something is kept', () => {
  for (const size of [WIDE, PHONE])
    test(`it is read back, with who will see it, at ${size.width} pixels`, async () => {
      const server = new FakeChildServer();
      const page = await arrive(server, size);
      await press(page, ...WRITE);
      await write(page, 'Bell hurts');
      await press(page, 'Keep it');
      const words = wordsOf(page);
      for (const one of ['Is this right?', 'Bell hurts', 'You and Esme Farrow will see this.'])
        ok(words.includes(one), words);
      equal(server.view.things.length, 1, 'nothing is kept yet');
      ok(stops(page).length <= MOST_STOPS, 'few stops');
      ok(
        stops(page).every(one => Math.min(one.offsetWidth, one.offsetHeight) >= TARGET),
        'big ones',
      );
      ok(document.documentElement.scrollWidth <= size.width, 'nothing goes sideways');
      await accessible(page);
      await press(page, 'Yes');
      await until('it is kept', () => server.view.things.at(-1)?.text === 'Bell hurts');
    });

  test('the child can change it, or keep it begun for later', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    await press(page, 'Keep it', 'Change it');
    await write(page, 'Bell hurts me');
    await press(page, 'Keep it', 'Not now', 'Write');
    equal(page.shadowRoot?.querySelector('textarea')?.value, 'Bell hurts me');
    await press(page, 'Keep it');
    ok(wordsOf(page).includes('Bell hurts me'), wordsOf(page));
    await press(page, 'Help', 'Back', 'Yes');
    await until('it is kept', () => server.view.things.at(-1)?.text === 'Bell hurts me');
    equal(server.view.things.length, 2, 'once');
  });

  test('who is asked to help is read there too, for a child of any age', async () => {
    for (const [band, ...way] of [
      ['young', ...WRITE],
      ['teen', 'Open Hard', 'Write'],
    ] as const) {
      const page = await arrive(ofAge(band));
      await press(page, ...way);
      await write(page, 'I am scared');
      await press(page, 'I need help now', 'Keep it');
      await drawn(page);
      ok(wordsOf(page).includes('They have to look at it today.'), wordsOf(page));
      hideAll();
    }
  });
});
