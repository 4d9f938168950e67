import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {arrive, press} from '../../testing/houses-stand.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';

teardown(hideAll);

const WORRIES = ['Worries What worries you?', 'Look at each one'];
const ASKED = 'Bronagh Kell wrote this down for you. Is it right?';

/** A worry that the social worker wrote down for the child. */
function written(): FakeChildServer {
  const server = new FakeChildServer();
  const things = server.view.things.map(one => ({...one, isRightOf: 'Bronagh Kell'}));
  server.view = {...server.view, things};
  return server;
}

suite('what somebody wrote down for the child', () => {
  test('is asked about until the child says that it is right', async () => {
    const page = await arrive(written());
    await press(page, ...WORRIES);
    ok(wordsOf(page).includes(ASKED), wordsOf(page));
    const stops = page.renderRoot.querySelectorAll('button, input, a').length;
    ok(stops <= 9, `${stops} stops`);
    await accessible(page);
    await press(page, 'Yes, it is right');
    await until('it is said', () => wordsOf(page).includes('You said it is right.'));
    ok(!wordsOf(page).includes(ASKED), wordsOf(page));
    await until(
      'the focus is where the page begins',
      () => page.shadowRoot?.activeElement?.localName === 'h1',
    );
    await accessible(page);
  });

  test('can be said another way, and stays as it is', async () => {
    const server = written();
    const page = await arrive(server);
    await press(page, ...WORRIES, 'Say it another way');
    equal(page.view, {kind: 'write', house: 'worries'});
    equal(server.view.things[0]?.isRightOf, 'Bronagh Kell');
  });

  test('is still asked about when nobody heard the answer', async () => {
    const server = written();
    const page = await arrive(server);
    await press(page, ...WORRIES);
    server.refusal = {problem: 'refused', code: '', sentence: ''};
    await press(page, 'Yes, it is right');
    await until('it is said', () => wordsOf(page).includes('That did not work. It is not your fault.'));
    ok(wordsOf(page).includes(ASKED), wordsOf(page));
  });
});
