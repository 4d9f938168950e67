import {setViewport} from '@web/test-runner-commands';
import '../../screens/contacts.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor, type JoryKey} from '../../testing/jory-people.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanContacts} from './contacts.ts';

const ADDRESS = 'Flat 3, Harbour Court, Saltmere';
const LIST = 'GET /contacts';

function saidContact(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    token: 'ADDR-7Q',
    kind: 'address',
    value: ADDRESS,
    audience: ['temi', 'bronagh', 'anita'].map(key => idFor(key)),
    writtenBy: null,
    writtenAt: '2026-11-20T09:00:00Z',
    asked: null,
    mayAsk: true,
    mayApprove: false,
    sightings: [],
    ...more,
  };
}

function planOf(me: JoryKey, ...contacts: readonly object[]): FakePlan {
  const plan = joryPlan(me);
  plan.http.says.set(LIST, {body: {contacts}});
  return plan;
}

async function open(plan: FakePlan): Promise<PlanContacts> {
  const screen = await show(new PlanContacts(), {source: plan});
  await until('it has answered', () => screen._stage.kind !== 'looking');
  await drawn(screen);
  return screen;
}

async function press(screen: PlanContacts, text: string): Promise<void> {
  button(screen, text).click();
  await drawn(screen);
}

const box = (screen: PlanContacts, at: number) => screen.shadowRoot?.querySelectorAll('input')[at];

for (const width of [1280, 375]) {
  suite(`addresses and numbers, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('a value is covered until it is asked for, and says what to write in its place and who reads it', async () => {
      const screen = await open(planOf('temi', saidContact()));
      const before = wordsOf(screen);
      ok(!before.includes(ADDRESS), 'covered');
      ok(before.includes('In the plan, write ADDR-7Q instead.'), before);
      ok(before.includes('You, Bronagh Kell and Anita Dray can read it.'), before);
      await accessible(screen);
      await press(screen, 'Show the address');
      ok(wordsOf(screen).includes(ADDRESS), 'shown');
      await accessible(screen);
      await press(screen, 'Hide it');
      ok(!wordsOf(screen).includes(ADDRESS), 'covered again');
    });

    test('a mother keeps a new number for the usual readers, and gets the word for the plan', async () => {
      const plan = planOf('temi');
      plan.http.says.set('POST /contacts', {body: {token: 'TEL-4K7PQ2'}});
      const screen = await open(plan);
      ok(wordsOf(screen).includes('There is nothing here for you.'), wordsOf(screen));
      await accessible(screen);
      await press(screen, 'Keep a new one');
      await press(screen, 'Keep it');
      ok(wordsOf(screen).includes('Choose what it is.'), wordsOf(screen));
      box(screen, 1)?.click();
      await drawn(screen);
      await press(screen, 'Keep it');
      ok(wordsOf(screen).includes('Write it first.'), wordsOf(screen));
      await accessible(screen);
      const words = screen.shadowRoot?.querySelector('textarea');
      if (words) words.value = ' 07700 900123 ';
      words?.dispatchEvent(new Event('input'));
      await drawn(screen);
      await press(screen, 'Keep it');
      await until('it is kept', () => screen._stage.kind === 'kept');
      await drawn(screen);
      ok(wordsOf(screen).includes('In the plan, write TEL-4K7PQ2 instead.'), wordsOf(screen));
      equal(
        JSON.stringify(plan.http.lastBody('POST /contacts')),
        JSON.stringify({kind: 'phone', value: '07700 900123'}),
      );
    });
  });
}

suite('addresses and numbers', () => {
  setup(() => setViewport({width: 1280, height: 800}));
  teardown(hideAll);

  test('whoever adds a reader is told that a manager has to agree', async () => {
    const plan = planOf('bronagh', saidContact());
    plan.http.says.set('POST /contacts/ADDR-7Q/audience', {body: {status: 'pending'}});
    const screen = await open(plan);
    await press(screen, 'Change who can read it: ADDR-7Q');
    await accessible(screen);
    const labels = [...(screen.shadowRoot?.querySelectorAll('label') ?? [])];
    labels
      .find(one => one.textContent.includes('Priya'))
      ?.querySelector('input')
      ?.click();
    await drawn(screen);
    await press(screen, 'Save');
    await until('it was asked', () => screen._told !== '');
    await drawn(screen);
    ok(wordsOf(screen).includes('Until then nothing changes.'), wordsOf(screen));
    const {audience} = plan.http.lastBody('POST /contacts/ADDR-7Q/audience') as {audience: string[]};
    ok(audience.length === 4 && audience.includes(idFor('priya')), audience.join(' '));
  });

  test('a manager agrees to what somebody else asked for', async () => {
    const asked = {audience: [], askedBy: idFor('bronagh')};
    const plan = planOf('anita', saidContact({asked, mayApprove: true}));
    plan.http.says.set('POST /contacts/ADDR-7Q/approve', {body: {status: 'changed'}});
    const screen = await open(plan);
    ok(wordsOf(screen).includes('Bronagh Kell asks that it is destroyed.'), wordsOf(screen));
    await accessible(screen);
    plan.http.says.set(LIST, {body: {contacts: []}});
    await press(screen, 'Agree: ADDR-7Q');
    await until('it was agreed', () => screen._told !== '');
    await drawn(screen);
    ok(wordsOf(screen).includes('Agreed. It counts now.'), wordsOf(screen));
    ok(!wordsOf(screen).includes('ADDR-7Q'), wordsOf(screen));
  });

  test('where somebody wrote it in the plan, those who keep it are led to taking it out', async () => {
    const sightings = [
      {at: '2026-11-20T10:00:00', by: idFor('wren'), compartmentId: 'c', itemId: idFor('i')},
    ];
    const screen = await open(planOf('bronagh', saidContact({sightings})));
    ok(wordsOf(screen).includes('Wren Castellan wrote it in the plan on 20 November 2026.'), wordsOf(screen));
    await accessible(screen);
    eventFrom(screen, 'plan-screen-open', () => button(screen, 'Take words out for good').click());
  });

  test('whoever may keep none is offered no way to, and a change by others is fetched', async () => {
    const plan = planOf('wren', saidContact({mayAsk: false}));
    const screen = await open(plan);
    ok(!wordsOf(screen).includes('Keep a new one'), wordsOf(screen));
    ok(!wordsOf(screen).includes('Destroy it'), wordsOf(screen));
    plan.http.says.set(LIST, {body: {contacts: []}});
    plan.dispatchEvent(new RecordsEvent(['people']));
    plan.dispatchEvent(new RecordsEvent(['contacts']));
    await until('it is gone', () => screen._contacts.length === 0);
    equal(plan.http.asked.filter(({path}) => path === '/contacts').length, 2);
  });

  test('without a connection it says so and can be tried again', async () => {
    const plan = joryPlan('temi');
    const screen = await open(plan);
    ok(wordsOf(screen).includes('This needs a connection.'), wordsOf(screen));
    await accessible(screen);
    plan.http.says.set(LIST, {body: {contacts: [saidContact()]}});
    await press(screen, 'Try again');
    await until('it is there', () => screen._stage.kind === 'list');
  });
});
