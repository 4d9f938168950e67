import {openDrafts, type DraftOwner} from '../../device/draft-store.ts';
import type {DraftStore} from '../../sync/draft-store.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {MOST_STOPS, arrive, press, stops} from '../../testing/houses-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {GoldthreadHouses} from './houses.ts';
import type {ChildTalk} from './talk.ts';

const WAY = ['Worries What worries you?', 'Talk'];
const CUT = 'It stopped. What you said is still here.';

let owner: DraftOwner;
let streams: MediaStream[] = [];
const asked = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
setup(() => {
  owner = {plan: crypto.randomUUID(), participant: 'jory', isShared: false, limitHours: 12};
  streams = [];
  navigator.mediaDevices.getUserMedia = async wanted => {
    const stream = await asked(wanted);
    streams.push(stream);
    return stream;
  };
});
teardown(async () => {
  hideAll();
  navigator.mediaDevices.getUserMedia = asked;
  await openDrafts({...owner, isShared: true}, () => new Date());
});

async function store(): Promise<DraftStore> {
  const opened = await openDrafts(owner, () => new Date());
  if (opened === null) throw new Error('nothing is kept here');
  return opened;
}

/** The page of a child whose own device it is, as it opens. */
async function own(server = new FakeChildServer()): Promise<GoldthreadHouses> {
  const page = await arrive(server);
  await page.goOn(await store());
  await drawn(page);
  return page;
}

function talkOf(page: GoldthreadHouses): ChildTalk {
  const talk = page.shadowRoot?.querySelector<ChildTalk>('goldthread-talk');
  if (!talk) throw new Error('nowhere to talk');
  return talk;
}

/** Talks until so many parts were heard. */
async function talk(page: GoldthreadHouses, name = 'Press to talk', parts = 2): Promise<ChildTalk> {
  const one = talkOf(page);
  let heard = 0;
  one.addEventListener('heard', () => (heard += 1));
  button(one, name).click();
  await until('it hears', () => heard >= parts);
  await drawn(one);
  return one;
}

/** Waits until the device has a part of a recording. */
async function lies(kept: DraftStore, part: string): Promise<void> {
  let found: unknown = null;
  while (found === null) {
    await new Promise(requestAnimationFrame);
    found = await kept.loadSound(part);
  }
}

const asksBeforeItGoes = (): boolean => {
  const leaving = new Event('beforeunload', {cancelable: true});
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

async function hidden(act: () => Promise<void>): Promise<void> {
  Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
  try {
    document.dispatchEvent(new Event('visibilitychange'));
    await act();
  } finally {
    Reflect.deleteProperty(document, 'visibilityState');
  }
}

suite('what a child is still saying', () => {
  test('when the page is gone is there again on a device of the child’s own: to say more, keep or throw away', async () => {
    const gone = await own();
    await press(gone, ...WAY);
    await talk(gone);
    const kept = await store();
    await lies(kept, 'worries+1');
    const server = new FakeChildServer();
    const page = await own(server);
    await drawn(talkOf(page));
    ok(wordsOf(page).includes(CUT), wordsOf(page));
    ok((talkOf(page).voice?.sound.size ?? 0) > 200, 'it is what was said');
    const before = talkOf(page).voice?.sound.size ?? 0;
    const more = await talk(page, 'Say more', 1);
    button(more, 'Press to stop').click();
    await until('there is more', () => (more.voice?.sound.size ?? 0) > before);
    await drawn(page);
    await press(page, 'Keep it', 'Yes');
    await until('it is kept', () => server.view.things.at(-1)?.voiceNote != null);
    await page.kept.keep();
    equal([await kept.loadSound('worries'), await kept.loadSound('worries+0')], [null, null]);
  });

  test('behind what was said before is put behind it', async () => {
    const gone = await own();
    await press(gone, ...WAY);
    const first = await talk(gone);
    button(first, 'Press to stop').click();
    await until('it is said', () => first.voice !== null);
    await drawn(first);
    const before = first.voice?.sound.size ?? 0;
    await until('all of it is on the device', () => !asksBeforeItGoes());
    await talk(gone, 'Say more', 2);
    const kept = await store();
    await lies(kept, 'worries+1');
    const page = await own();
    await drawn(talkOf(page));
    ok((talkOf(page).voice?.sound.size ?? 0) > before, 'both');
    button(talkOf(page), 'Throw it away').click();
    await page.kept.keep();
    equal([await kept.loadSound('worries'), await kept.loadSound('worries+0')], [null, null]);
  });

  test('stays when the microphone ends, the page is hidden or there is no network, and the child is told', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, ...WAY);
    const one = await talk(page);
    for (const track of streams[0]?.getTracks() ?? []) track.stop();
    await until('it is said that it stopped', () => wordsOf(one).includes(CUT));
    const before = one.voice?.sound.size ?? 0;
    ok(before > 0, 'it is there');
    ok(stops(page).length <= MOST_STOPS, 'few stops');
    await accessible(page);
    await talk(page, 'Say more', 1);
    await hidden(() => until('nobody listens behind another page', () => wordsOf(one).includes(CUT)));
    ok((one.voice?.sound.size ?? 0) > before, 'both are there');
    ok(
      streams.every(stream => stream.getTracks().every(track => track.readyState === 'ended')),
      'nobody listens',
    );
    server.refusal = {problem: 'offline', code: '', sentence: ''};
    await drawn(page);
    await press(page, 'Keep it', 'Yes');
    await until('it is said', () => wordsOf(page).includes('No internet now. Stay here'));
    ok(one.voice !== null, 'and it is there');
  });

  test('on a shared device is in the page alone: it says so, and the browser asks before it goes', async () => {
    const page = await arrive();
    await press(page, ...WAY);
    ok(wordsOf(page).includes('This device does not keep your voice.'), wordsOf(page));
    ok(!asksBeforeItGoes(), 'nothing is said yet');
    const one = await talk(page);
    ok(asksBeforeItGoes(), 'while it runs');
    button(one, 'Press to stop').click();
    await until('it is said', () => one.voice !== null);
    ok(asksBeforeItGoes(), 'and until it is kept');
    const names = (await indexedDB.databases()).map(({name}) => name ?? '');
    ok(!names.some(name => name.includes(owner.plan)), 'nothing of it lies here');
  });

  test('on a device of the child’s own is on it while it runs, so that nothing has to be asked', async () => {
    const page = await own();
    await press(page, ...WAY);
    ok(!wordsOf(page).includes('This device does not keep your voice.'), wordsOf(page));
    const one = await talk(page);
    ok(!asksBeforeItGoes(), 'it lies there');
    button(one, 'Press to stop').click();
    await until('it is said', () => one.voice !== null && !asksBeforeItGoes());
    await page.kept.forget();
    ok(asksBeforeItGoes(), 'whoever has no access any more has it in the page alone');
  });
});
