import {accessible} from '../../testing/accessible.ts';
import {answering, stopAnswering, type Said} from '../../testing/answering.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {JoinPage, type JoinPorts} from './join.ts';

const LOOK = '/api/invites/look';
const OPEN = '/api/session';
const forTemi: Said = {status: 200, body: {forName: 'Temi', council: 'Marlshire County Council'}};

customElements.define('goldthread-join', JoinPage);

/** A browser that keeps passkeys or not, and where it was sent. */
class FakeBrowser implements JoinPorts {
  readonly went: string[] = [];
  readonly asked: unknown[] = [];
  makes: {readonly ok: boolean; readonly value?: object} = {ok: true, value: {id: 'key'}};
  readonly canKeepPasskeys: boolean;

  constructor(canKeepPasskeys: boolean) {
    this.canKeepPasskeys = canKeepPasskeys;
  }

  makePasskey(options: unknown): Promise<{readonly ok: boolean; readonly value?: object}> {
    this.asked.push(options);
    return Promise.resolve(this.makes);
  }

  go(address: string): void {
    this.went.push(address);
  }
}

async function arrive(token = 'secret', ports: JoinPorts = new FakeBrowser(false)): Promise<JoinPage> {
  const page = await show(new JoinPage(), {token, ports, helpLine: '01632 960 188'});
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

suite('a passkey, right after signing in', () => {
  const signedIn = {participantId: 'temi', planId: 'plan', confirmed: true, hasPasskey: false};
  const OPTIONS = '/api/session/passkeys/options';
  const REGISTER = '/api/session/passkeys/register';
  const PLAN = '/plan/plan?me=temi';

  async function signIn(more: object, browser = new FakeBrowser(true), answer = 'Yes, open the plan') {
    const asked = answering({
      [LOOK]: forTemi,
      [OPEN]: {status: 200, body: {...signedIn, ...more}},
      [OPTIONS]: {status: 200, body: {challenge: 'abc'}},
      [REGISTER]: {status: 201, body: {hasPasskey: true}},
    });
    const page = await arrive('secret', browser);
    await press(page, answer);
    await until('it goes on', () => page._state.kind === 'offering' || browser.went.length > 0);
    await drawn(page);
    return {page, browser, asked};
  }

  test('is offered on a device of one’s own, and can wait', async () => {
    const {page, browser} = await signIn({});
    ok(wordsOf(page).startsWith('Let this device show that it is you'), wordsOf(page));
    equal(page.shadowRoot?.activeElement?.localName, 'h1');
    await accessible(page);
    await press(page, 'Not now');
    equal(browser.went, [PLAN]);
  });

  test('is made by the device and kept by the server before the plan opens', async () => {
    const {page, browser, asked} = await signIn({});
    await press(page, 'Set this up');
    await until('the plan opens', () => browser.went.length > 0);
    equal(browser.asked, [{challenge: 'abc'}]);
    equal(asked.at(-1), {method: 'POST', path: REGISTER, body: {credential: {id: 'key'}}});
    equal(browser.went, [PLAN]);
  });

  test('that was not made keeps nobody from the plan', async () => {
    const browser = new FakeBrowser(true);
    browser.makes = {ok: false};
    const {page} = await signIn({}, browser);
    await press(page, 'Set this up');
    await until('it says so', () => page._state.kind === 'notSet');
    await drawn(page);
    ok(wordsOf(page).includes('That was not finished.'), wordsOf(page));
    await accessible(page);
    await press(page, 'Open the plan');
    equal(browser.went, [PLAN]);
  });

  test('is not offered where it can’t be made, is there already, or would be anybody’s', async () => {
    for (const [more, browser, answer] of [
      [{confirmed: false}, new FakeBrowser(true), 'Yes, open the plan'],
      [{hasPasskey: true}, new FakeBrowser(true), 'Yes, open the plan'],
      [{}, new FakeBrowser(false), 'Yes, open the plan'],
      [{}, new FakeBrowser(true), 'Yes, but others use this too'],
    ] as const) {
      const {browser: after} = await signIn(more, browser, answer);
      equal(after.went, [PLAN]);
      hideAll();
    }
  });
});
