import {openDrafts} from '../../device/draft-store.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {MOST_STOPS, PHONE, arrive, press, stops, write} from '../../testing/houses-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';

const OWN = 'No internet now. This device keeps what you make. You can send it later.';
const SHARED = 'No internet now. Stay here until we are back.';

teardown(() => {
  hideAll();
  localStorage.removeItem('goldthread.scan');
});

/** The child's page loses its network, and has it back. */
async function offline(page: GoldthreadHouses, server: FakeChildServer, words: string): Promise<void> {
  server.refusal = {problem: 'offline', code: '', sentence: ''};
  dispatchEvent(new Event('online'));
  await until('it is said', () => wordsOf(page).includes(words));
}

suite('without a network', () => {
  test('a device that is shared says to stay, and goes on; a small cloud shows it until it is back', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server, PHONE);
    await offline(page, server, SHARED);
    await accessible(page);
    await press(page, 'Worries What worries you?', 'Write');
    await write(page, 'Bell hurts');
    ok(wordsOf(page).includes(SHARED), wordsOf(page));
    dispatchEvent(new Event('online'));
    await until('it is back', () => !wordsOf(page).includes('No internet'));
  });

  test('a device of the child’s own says that it keeps what is made', async () => {
    const owner = {plan: crypto.randomUUID(), participant: 'jory', isShared: false, limitHours: 12};
    const store = await openDrafts(owner, () => new Date());
    if (store === null) throw new Error('nothing is kept here');
    const server = new FakeChildServer();
    const page = await arrive(server);
    await page.goOn(store);
    await offline(page, server, OWN);
    await press(page, 'Worries What worries you?', 'Write');
    await write(page, 'Bell hurts');
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await press(page, 'Keep it', 'Yes');
    await until('it is said', () => wordsOf(page).includes(OWN));
    await press(page, 'Yes');
    await until('it is sent later', () => server.view.things.at(-1)?.text === 'Bell hurts');
    await openDrafts({...owner, isShared: true}, () => new Date());
  });
});

suite('goodbye on a device that others use', () => {
  test('closes the houses for whoever sits there next, and says before that what isn’t kept is gone', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server, PHONE);
    page.isShared = true;
    await press(page, 'Worries What worries you?', 'Write');
    await write(page, 'Bell hurts');
    await press(page, 'Back', 'Stop');
    ok(!wordsOf(page).includes('Bell hurts'), 'the sheet is blank');
    ok(wordsOf(page).includes('What you did not keep will be gone.'), wordsOf(page));
    ok(stops(page).length <= MOST_STOPS, 'few stops');
    await accessible(page);
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await press(page, 'Close my houses');
    await until('it is said', () => wordsOf(page).includes(SHARED));
    await press(page, 'Close my houses');
    await until('it is closed', () => wordsOf(page).includes('This page is not open now.'));
    equal(stops(page).length, 0);
    ok(page.kept.drafts.isEmpty, 'nothing is begun');
    ok(!page.kept.isInDanger, 'and nothing asks before the page goes');
  });

  test('on the child’s own device there is only the way back in', async () => {
    const page = await arrive();
    await press(page, 'Stop');
    equal(
      stops(page).map(one => one.textContent.trim()),
      ['Go back in'],
    );
  });
});

suite('while somebody has a session with the child', () => {
  test('their picture shows that they may see now what the child does', async () => {
    const server = new FakeChildServer();
    server.view = {...server.view, withYou: ['Esme Farrow']};
    const page = await arrive(server, PHONE);
    for (const way of [[], ['Worries What worries you?'], ['Write']]) {
      await press(page, ...way);
      ok(
        wordsOf(page).includes('Your talk with Esme Farrow goes on. Esme Farrow may see this now.'),
        way.join(),
      );
      ok(page.shadowRoot?.querySelector('.note .picture'), 'and there is a picture');
      await accessible(page);
    }
  });
});

suite('one switch', () => {
  test('is enough: the page goes from stop to stop by itself, as fast as the child wants', async () => {
    const page = await arrive();
    await press(page, 'Change my houses');
    ok(stops(page).length <= MOST_STOPS, 'few stops');
    await press(page, 'One switch: off', 'One switch: slow', 'One switch: middle');
    ok(button(page, 'One switch: fast'), 'it is fast');
    const at = (): string => page.shadowRoot?.activeElement?.textContent.trim() ?? '';
    const before = at();
    await until('it moves', () => at() !== before);
    const names: string[] = [];
    for (let turn = 0; turn < stops(page).length; turn += 1) {
      page.scanner.step();
      names.push(at());
    }
    equal(new Set(names).size, stops(page).length, 'it comes to each of them');
    hideAll();
    const again = await arrive();
    await press(again, 'Change my houses', 'One switch: fast');
    ok(button(again, 'One switch: off'), 'this browser remembers it, and it can be turned off');
  });

  test('takes nobody away who types or draws', async () => {
    const page = await arrive();
    await press(page, 'Worries What worries you?', 'Write');
    const field = page.shadowRoot?.querySelector('textarea');
    field?.focus();
    page.scanner.step();
    equal(page.shadowRoot?.activeElement === field, true);
    await press(page, 'Back', 'Pictures');
    page.scanner.step();
    page.scanner.step();
    const pick = page.shadowRoot?.querySelector('goldthread-pick');
    equal(page.shadowRoot?.activeElement === pick, true, 'it goes into what the page is made of');
    await drawn(page);
  });
});
