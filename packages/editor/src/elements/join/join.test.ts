import {accessible} from '../../testing/accessible.ts';
import {answering, stopAnswering, type Said} from '../../testing/answering.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {JoinPage} from './join.ts';

const LOOK = '/api/invites/look';
const OPEN = '/api/session';
const forTemi: Said = {status: 200, body: {forName: 'Temi', council: 'Marlshire County Council'}};

customElements.define('goldthread-join', JoinPage);

async function arrive(token = 'secret'): Promise<JoinPage> {
  const page = await show(new JoinPage(), {token, helpLine: '01632 960 188'});
  await until('the link was looked at', () => !wordsOf(page).includes('Looking at your link'));
  return page;
}

async function press(page: JoinPage, text: string): Promise<void> {
  const buttons = [...(page.shadowRoot?.querySelectorAll('button') ?? [])];
  buttons.find(one => one.textContent.trim().startsWith(text))?.click();
  await drawn(page);
}

teardown(() => {
  hideAll();
  stopAnswering();
});

suite('the page of a link', () => {
  test('asks who somebody is before it uses the link, and is accessible', async () => {
    const asked = answering({[LOOK]: forTemi});
    const page = await arrive();
    const words = wordsOf(page);
    ok(words.includes('Are you Temi?') && words.includes('Marlshire County Council sent you'), words);
    equal(
      asked.map(one => one.path),
      [LOOK],
    );
    equal(document.title, 'You have been invited');
    await accessible(page);
  });

  test('names no council where none is known', async () => {
    answering({[LOOK]: {status: 200, body: {forName: 'Temi', council: null}}});
    ok(!wordsOf(await arrive()).includes('sent you this link'), 'no sender');
  });

  for (const [answer, device] of [
    ['Yes, open the plan', 'own'],
    ['Yes, but others use this too', 'shared'],
  ] as const) {
    test(`opens the plan on a device that is ${device} only when that was said`, async () => {
      const asked = answering({[LOOK]: forTemi, [OPEN]: 'never'});
      const page = await arrive();
      await press(page, answer);
      equal(asked.at(-1), {method: 'POST', path: OPEN, body: {token: 'secret', device}});
      equal(wordsOf(page), 'Opening the plan. Stuck? Call 01632 960 188');
      await accessible(page);
    });
  }

  test('stops whoever is somebody else, without using the link, and lets them go back', async () => {
    const asked = answering({[LOOK]: forTemi});
    const page = await arrive();
    await press(page, 'No, I am not Temi');
    ok(wordsOf(page).startsWith('Please do not carry on.'), wordsOf(page));
    equal(asked.length, 1);
    await accessible(page);
    await press(page, 'Go back');
    ok(wordsOf(page).includes('Are you Temi?'), 'asked again');
  });

  test('says that a used link has stopped working, and whom to call', async () => {
    answering({[LOOK]: {status: 404, body: {}}});
    const page = await arrive();
    ok(wordsOf(page).startsWith('This link has stopped working'), wordsOf(page));
    ok(page.shadowRoot?.querySelector('a[href="tel:01632960188"]'), 'a number to press');
    equal(document.title, 'Error: This link has stopped working');
    await accessible(page);
  });

  test('without a connection says so, and looks again on asking', async () => {
    const says: Record<string, Said> = {[LOOK]: null};
    answering(says);
    const page = await arrive();
    ok(wordsOf(page).includes('We cannot reach the plan.'), wordsOf(page));
    equal(document.title, 'Error: There is a problem');
    await accessible(page);
    says[LOOK] = forTemi;
    button(page, 'Try again').click();
    await until('it asks', () => wordsOf(page).includes('Are you Temi?'));
    equal(document.title, 'You have been invited');
  });

  test('tells whoever tried too often to wait', async () => {
    answering({[LOOK]: {status: 429, body: {}}});
    const page = await arrive();
    ok(wordsOf(page).includes('Please wait 10 minutes'), wordsOf(page));
    await accessible(page);
  });

  test('asks nothing of a server where the secret of the link is missing', async () => {
    const asked = answering({});
    const page = await arrive('');
    ok(wordsOf(page).startsWith('Open the link that you were sent'), wordsOf(page));
    equal(asked.length, 0);
    await accessible(page);
  });

  test('names no number where none is set', async () => {
    answering({[LOOK]: {status: 404, body: {}}});
    const page = await arrive();
    page.helpLine = '';
    await drawn(page);
    ok(!wordsOf(page).includes('Stuck?'), 'no number');
  });
});
