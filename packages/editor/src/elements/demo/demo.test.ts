import {accessible} from '../../testing/accessible.ts';
import {answering, stopAnswering, type Said} from '../../testing/answering.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {hideAll, show, wordsOf} from '../../testing/show.ts';
import {DemoPage} from './demo.ts';

const PEOPLE = '/demo/people';
const OPEN = '/demo/open';
const onePlan: Said = {
  status: 200,
  body: {
    plans: [
      {
        planId: 'p',
        childName: 'Jory',
        people: [
          {id: 'temi', name: 'Temi Adeyemi', relationship: 'Jory’s mum'},
          {id: 'wren', name: 'Wren Castellan', relationship: 'speech and language therapist'},
        ],
      },
    ],
  },
};
const realOpen = globalThis.open;

customElements.define('goldthread-demo', DemoPage);

async function arrive(): Promise<DemoPage> {
  const page = await show(new DemoPage());
  await until('the plans are known', () => !wordsOf(page).includes('Looking for the plans.'));
  return page;
}

function pressTemi(page: DemoPage): void {
  const buttons = [...(page.shadowRoot?.querySelectorAll('button') ?? [])];
  buttons.find(one => one.textContent.includes('Temi Adeyemi'))?.click();
}

/** The browser lets a page open a tab only while a person presses; what the tab is told is what counts here. */
function tabs(blocked: boolean): {went: string; closed: boolean} {
  const tab = {went: '', closed: false};
  const opened = {
    location: {replace: (url: string) => (tab.went = url)},
    close: () => (tab.closed = true),
  };
  globalThis.open = () => (blocked ? null : (opened as unknown as Window));
  return tab;
}

teardown(() => {
  hideAll();
  stopAnswering();
  globalThis.open = realOpen;
});

suite('the page of the demo', () => {
  test('lists the family first and the professionals after it, and is accessible', async () => {
    answering({[PEOPLE]: onePlan});
    const page = await arrive();
    const words = wordsOf(page);
    const order = [
      'Jory’s plan',
      'The family',
      'Temi Adeyemi Jory’s mum',
      'The people who work with them',
      'Wren Castellan',
    ];
    const places = order.map(part => words.indexOf(part));
    ok(!places.includes(-1), words);
    equal(
      [...places].sort((a, b) => a - b),
      places,
    );
    await accessible(page);
  });

  test('says that the demo is not switched on where there are no people', async () => {
    answering({[PEOPLE]: {status: 404, body: {}}});
    const page = await arrive();
    ok(wordsOf(page).endsWith('The demo is not switched on here.'), wordsOf(page));
    await accessible(page);
  });

  test('opens a person in a tab of their own with a fresh link', async () => {
    const asked = answering({[PEOPLE]: onePlan, [OPEN]: {status: 200, body: {url: '/join#fresh'}}});
    const page = await arrive();
    const tab = tabs(false);
    pressTemi(page);
    await until('the tab has its address', () => tab.went === '/join#fresh');
    equal(asked.at(-1), {method: 'POST', path: OPEN, body: {participantId: 'temi'}});
  });

  test('closes the tab and says so where no link came', async () => {
    answering({[PEOPLE]: onePlan, [OPEN]: {status: 404, body: {}}});
    const page = await arrive();
    const tab = tabs(false);
    pressTemi(page);
    await until('it is said', () => wordsOf(page).includes('That did not open. Try again.'));
    ok(tab.closed, 'the tab is closed');
    await accessible(page);
  });

  test('says so where the browser stopped the tab, and uses up no link', async () => {
    const asked = answering({[PEOPLE]: onePlan});
    const page = await arrive();
    tabs(true);
    pressTemi(page);
    await until('it is said', () => wordsOf(page).includes('Your browser stopped the new tab.'));
    equal(asked.length, 1);
    await accessible(page);
  });
});
