import {setViewport} from '@web/test-runner-commands';
import '../../screens/room.ts';
import type {Room} from '../../records/room.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeHttp, type FakeAnswer} from '../../testing/fake-http.ts';
import {idFor, joryPeople} from '../../testing/jory-people.ts';
import {button, drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanRoom} from './room.ts';

const OPEN = 'POST /room';
const [callum, temi] = [idFor('callum'), idFor('temi')];

/** A server with one session for a person and one for each room; it notes what each was asked, in order. */
class Rooms {
  readonly own = new FakeHttp();
  readonly room = new FakeHttp();
  readonly tokens: string[] = [];
  shown: HTMLElement[] = [];
  memory: Room | null = null;

  constructor() {
    this.said(OPEN, 'own', {body: {present: [temi], others: false, sessionToken: 'token'}});
    this.said('DELETE /api/session', 'room', {body: {}});
    this.knows(false);
  }

  /** Of Wren a stranger may not know, so neither may a screen that a stranger may see. */
  knows(ofWren: boolean): void {
    const people = joryPeople('esme').filter(({name}) => ofWren || name !== 'Wren Castellan');
    this.said('GET /people', 'room', {body: {people, stage: 'assessment', child: {calledName: 'Jory'}}});
  }

  said(question: string, whose: 'own' | 'room', answer: FakeAnswer | 'never'): void {
    this[whose].says.set(question, answer);
  }

  async open(): Promise<PlanRoom> {
    const screen = new PlanRoom();
    screen.ports = {
      own: this.own,
      as: token => {
        this.tokens.push(token);
        return this.room;
      },
      show: token => {
        const plan = document.createElement('p');
        plan.textContent = `The plan for ${token}`;
        this.shown.push(plan);
        return plan;
      },
      memory: {
        keep: kept => (this.memory = kept),
        kept: () => this.memory,
        forget: () => (this.memory = null),
      },
    };
    await show(screen);
    await until('it has begun', () => screen._stage.kind !== 'opening');
    await drawn(screen);
    return screen;
  }
}

async function tick(screen: PlanRoom, name: string): Promise<void> {
  const labels = [...(screen.shadowRoot?.querySelectorAll('label') ?? [])];
  labels
    .find(label => label.textContent.trim().startsWith(name))
    ?.querySelector('input')
    ?.click();
  await drawn(screen);
}

async function press(screen: PlanRoom, text: string, stage: PlanRoom['_stage']['kind']): Promise<void> {
  button(screen, text).click();
  await until(`it is ${stage}`, () => screen._stage.kind === stage);
  await drawn(screen);
}

async function shownTo(rooms: Rooms, name = 'Temi'): Promise<PlanRoom> {
  const screen = await rooms.open();
  await tick(screen, name);
  await press(screen, 'Show the plan', 'shown');
  return screen;
}

setup(() => setViewport({width: 1280, height: 900}));
teardown(hideAll);

suite('the screen of a room', () => {
  test('narrows to what a stranger may know before it asks, and names nobody else', async () => {
    const rooms = new Rooms();
    const screen = await rooms.open();
    equal(rooms.own.asked, [{method: 'POST', path: '/room', body: {present: [], others: true}}]);
    ok(wordsOf(screen).includes('Who is in the room?'), wordsOf(screen));
    ok(!wordsOf(screen).includes('Wren'), 'of her a stranger may not know');
    equal(rooms.shown.length, 0);
    await accessible(screen);
  });

  test('shows nothing until somebody is ticked', async () => {
    const rooms = new Rooms();
    const screen = await rooms.open();
    button(screen, 'Show the plan').click();
    await drawn(screen);
    ok(screen.shadowRoot?.activeElement?.matches('.problem'), 'says what is missing');
    await accessible(screen);
    equal(rooms.shown.length, 0);
  });

  test('shows what those there may see, under a bar that says so, and ends the session that it began with', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    equal(rooms.own.lastBody(OPEN), {present: [temi], others: false});
    ok(
      rooms.room.asked.some(({method}) => method === 'DELETE'),
      'the first is over',
    );
    ok(wordsOf(screen).includes('This shows only what everyone here may see.'), wordsOf(screen));
    ok(wordsOf(screen).includes('In the room: Temi Adeyemi and Esme Farrow.'), wordsOf(screen));
    equal(screen.textContent, 'The plan for token');
    equal(rooms.memory, {present: [temi], others: false});
    await accessible(screen);
  });

  test('takes the plan off the screen before it asks who came in, and narrows at each tick', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    rooms.said(OPEN, 'room', {body: {present: [temi, callum], others: false}});
    button(screen, 'Someone else came in').click();
    equal(screen.childElementCount, 0, 'plans on the page');
    await drawn(screen);
    await accessible(screen);
    await tick(screen, 'Callum');
    await until('it is narrowed', () => screen._room.present.includes(callum));
    await drawn(screen);
    equal(rooms.room.lastBody(OPEN), {present: [temi, callum], others: false});
    ok(wordsOf(screen).includes('only what Callum Penhale may see too'), wordsOf(screen));
    equal(screen.childElementCount, 0, 'plans on the page');
    await accessible(screen);
    await tick(screen, 'Callum');
    ok(screen.shadowRoot?.querySelector<HTMLInputElement>('input:checked'), 'what was narrowed stays so');
    await press(screen, 'Show the plan again', 'shown');
    equal([screen.childElementCount, rooms.shown.length], [1, 2], 'a plan made anew');
    equal(rooms.memory, {present: [temi, callum], others: false});
  });

  test('names only those of whom a stranger may know while it asks who came in, whoever is there', async () => {
    const rooms = new Rooms();
    const screen = await rooms.open();
    rooms.knows(true);
    await tick(screen, 'Temi');
    await press(screen, 'Show the plan', 'shown');
    ok(
      screen._people.some(({name}) => name === 'Wren Castellan'),
      'those there may know of her',
    );
    await press(screen, 'Someone else came in', 'late');
    ok(!wordsOf(screen).includes('Wren'), wordsOf(screen));
  });

  test('lets it be where nobody came in', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    await press(screen, 'Someone else came in', 'late');
    await press(screen, 'Nobody came in', 'shown');
    equal(rooms.room.asked.filter(({path}) => path === '/room').length, 0);
  });

  test('says so when somebody came of whom the screen’s own person must not be known', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    rooms.said(OPEN, 'room', {problem: 'signedOut'});
    await press(screen, 'Someone else came in', 'late');
    await tick(screen, 'Callum');
    await until('it has ended', () => screen._stage.kind === 'ended');
    await drawn(screen);
    ok(wordsOf(screen).includes('The meeting view has ended'), wordsOf(screen));
    equal(screen.childElementCount, 0);
    await accessible(screen);
  });

  test('goes back to the own view by a deliberate act alone', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    await press(screen, 'Leave this view', 'leaving');
    equal(screen.childElementCount, 0, 'plans on the page');
    await accessible(screen);
    button(screen, 'Show my own view').click();
    await drawn(screen);
    ok(wordsOf(screen).includes('Tick the box first'), wordsOf(screen));
    await accessible(screen);
    await press(screen, 'Stay in the meeting view', 'shown');
    await press(screen, 'Leave this view', 'leaving');
    await tick(screen, 'Nobody else can see this screen now');
    const left = new Promise(heard => screen.addEventListener('plan-screen-close', heard, {once: true}));
    button(screen, 'Show my own view').click();
    await left;
    equal(rooms.memory, null);
    ok(rooms.room.asked.at(-1)?.method === 'DELETE', 'the room’s session is over');
  });

  test('after a reload opens the same room at once and asks nothing', async () => {
    const rooms = new Rooms();
    rooms.memory = {present: [temi], others: true};
    const screen = await rooms.open();
    equal(screen._stage.kind, 'shown');
    const asked = rooms.own.asked.map(({body}) => body);
    equal(asked, [
      {present: [], others: true},
      {present: [temi], others: true},
    ]);
  });

  test('a plan that closes takes the screen with it, and can be started again', async () => {
    const rooms = new Rooms();
    const screen = await shownTo(rooms);
    rooms.shown.at(-1)?.dispatchEvent(new Event('plan-closed'));
    await until('it has ended', () => screen._stage.kind === 'ended');
    await drawn(screen);
    await press(screen, 'Start the meeting view again', 'asking');
  });

  test('says why it can’t be opened, keeps everything closed, and lets one go back', async () => {
    const rooms = new Rooms();
    rooms.own.says.delete(OPEN);
    const screen = await rooms.open();
    ok(wordsOf(screen).includes('This needs a connection.'), wordsOf(screen));
    await accessible(screen);
    await press(screen, 'Leave this view', 'leaving');
  });

  test('has nothing sideways on a phone', async () => {
    await setViewport({width: 320, height: 640});
    const rooms = new Rooms();
    const screen = await rooms.open();
    await accessible(screen);
    ok(document.documentElement.scrollWidth <= 320, 'asking');
    await tick(screen, 'Someone who is not on the plan');
    await press(screen, 'Show the plan', 'shown');
    ok(document.documentElement.scrollWidth <= 320, 'shown');
  });
});
