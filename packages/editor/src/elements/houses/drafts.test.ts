import {openDrafts, type DraftOwner} from '../../device/draft-store.ts';
import type {DraftStore} from '../../sync/draft-store.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {arrive, press, write} from '../../testing/houses-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import type {ChildDraw} from './draw.ts';
import type {GoldthreadHouses} from './houses.ts';
import type {Voice} from './sound.ts';
import type {ChildTalk} from './talk.ts';

let owner: DraftOwner;
let clock = new Date('2026-11-23T10:00:00Z');
setup(() => {
  clock = new Date('2026-11-23T10:00:00Z');
  owner = {plan: crypto.randomUUID(), participant: 'jory', isShared: false, limitHours: 12};
});
teardown(async () => {
  hideAll();
  await openDrafts({...owner, isShared: true}, () => clock);
});

async function store(more: Partial<DraftOwner> = {}): Promise<DraftStore> {
  const opened = await openDrafts({...owner, ...more}, () => clock);
  if (opened === null) throw new Error('nothing is kept here');
  return opened;
}

async function back(server = new FakeChildServer()): Promise<GoldthreadHouses> {
  hideAll();
  const page = await arrive(server);
  await page.goOn(await store());
  return page;
}

const asksBeforeItGoes = (): boolean => {
  const leaving = new Event('beforeunload', {cancelable: true});
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

const TALK = ['Worries What worries you?', 'Talk'];

function talkOf(page: GoldthreadHouses): ChildTalk {
  const talk = page.shadowRoot?.querySelector<ChildTalk>('goldthread-talk');
  if (!talk) throw new Error('nowhere to talk');
  return talk;
}

/** Something that was recorded, and what the child says that it is. */
function record(page: GoldthreadHouses, bytes: string, alt = 'the bell'): void {
  const detail = {sound: new Blob([bytes], {type: 'audio/webm'}), seconds: 3, alt};
  talkOf(page).dispatchEvent(new CustomEvent<Voice>('talked', {detail}));
}

/** Every sealed record that the device holds for this child and plan, by name. */
async function atRest(): Promise<ReadonlyMap<string, Uint8Array>> {
  const request = indexedDB.open(`goldthread:${owner.plan}:${owner.participant}`);
  await new Promise(resolve => (request.onsuccess = resolve));
  const rows = request.result.transaction('records').objectStore('records');
  const [names, values] = [rows.getAllKeys(), rows.getAll()];
  await new Promise(resolve => (values.onsuccess = resolve));
  request.result.close();
  // Nobody but the store writes there.
  return new Map(names.result.map((name, at) => [name as string, values.result[at] as Uint8Array]));
}

const WRITE = ['Worries What worries you?', 'Write'];

suite('what a child has begun', () => {
  test('is there again after a reload on a device of the child’s own: words, pictures and the drawing', async () => {
    const page = await back();
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    await press(page, 'Back', 'Draw');
    const draw = page.shadowRoot?.querySelector<ChildDraw>('goldthread-draw');
    if (!draw) throw new Error('nowhere to draw');
    draw.board.down({x: 10, y: 10});
    draw.board.move({x: 200, y: 90});
    draw.board.up();
    draw.dispatchEvent(new Event('drew'));
    await until('all of it is on the device', () => !asksBeforeItGoes());
    const drawing = draw.board.drawing;
    const again = await back();
    await press(again, ...WRITE);
    equal(again.shadowRoot?.querySelector('textarea')?.value, 'Bell hurts');
    await press(again, 'Back', 'Draw');
    equal(again.shadowRoot?.querySelector<ChildDraw>('goldthread-draw')?.board.drawing, drawing);
  });

  test('is there again if it was said: the sound, how long it is and what the child called it', async () => {
    const page = await back();
    await press(page, ...TALK);
    record(page, 'first');
    record(page, 'the bell rings');
    await until('all of it is on the device', () => !asksBeforeItGoes());
    const text = [...(await atRest()).values()].map(one => new TextDecoder().decode(one)).join('');
    ok(!text.includes('bell') && !text.includes(btoa('the bell rings')), 'only sealed bytes');
    const again = await back();
    await press(again, ...TALK);
    const {voice} = talkOf(again);
    equal([await voice?.sound.text(), voice?.sound.type], ['the bell rings', 'audio/webm']);
    equal([voice?.seconds, voice?.alt], [3, 'the bell']);
    ok(!asksBeforeItGoes(), 'it is still there');
  });

  test('is nowhere on the device once a recording was thrown away, or is too long for the server', async () => {
    const page = await back();
    await press(page, ...TALK);
    record(page, 'the bell rings');
    await until('it is on the device', () => !asksBeforeItGoes());
    ok((await atRest()).has('sound:worries'), 'it lies there');
    await drawn(page);
    await drawn(talkOf(page));
    button(talkOf(page), 'Throw it away').click();
    await page.kept.keep();
    ok(!(await atRest()).has('sound:worries'), 'nothing of it');
    record(page, 'x'.repeat(5_000_001));
    await page.kept.keep();
    ok(!(await atRest()).has('sound:worries'), 'nothing of it either');
    ok(asksBeforeItGoes(), 'it is in the page alone');
  });

  test('is gone from the device once it is kept in the house', async () => {
    const server = new FakeChildServer();
    const page = await back(server);
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    await press(page, 'Keep it', 'Yes');
    await until('it is kept', () => server.view.things.length === 2);
    await press(page, 'Talk');
    record(page, 'the bell rings');
    await page.kept.keep();
    await press(page, 'Keep it', 'Yes');
    await until('that is kept too', () => server.view.things.length === 3);
    await page.kept.keep();
    ok(!(await atRest()).has('sound:worries'), 'the sound is the house’s now');
    const again = await back();
    await press(again, ...WRITE);
    equal(again.shadowRoot?.querySelector('textarea')?.value, '');
  });

  test('is nowhere on a shared device, where the browser asks before the page goes', async () => {
    await (await store()).keep({});
    equal(await openDrafts({...owner, isShared: true}, () => clock), null);
    const names = (await indexedDB.databases()).map(({name}) => name ?? '');
    ok(!names.some(name => name.includes(owner.plan)), 'and what was there before is removed');
    const page = await arrive();
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    ok(asksBeforeItGoes(), 'it is in the page alone');
  });

  test('is dropped when whoever it was has no access any more, and when its time is over', async () => {
    const server = new FakeChildServer();
    const page = await back(server);
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    await until('it is on the device', () => !asksBeforeItGoes());
    server.refusal = {problem: 'closed', code: '', sentence: ''};
    dispatchEvent(new Event('online'));
    await until('the page is shut', () => wordsOf(page).includes('This page is not open now.'));
    await until('the device lets go', () => !page.kept.hasStore);
    const kept = await store();
    equal(await kept.load(), null);
    await kept.keep({worries: 'Bell hurts'});
    clock = new Date(clock.getTime() + 13 * 3_600_000);
    equal(await (await store()).load(), null);
  });

  test('is dropped too where access ends while what was kept is still being read', async () => {
    const page = await arrive();
    const going = page.goOn(await store());
    await page.kept.forget();
    await going;
    equal(page.kept.hasStore, false);
  });

  test('can’t be read at rest', async () => {
    const kept = await store();
    ok(await kept.keep({worries: {text: 'Bell hurts'}}), 'it is kept');
    equal(await kept.load(), {worries: {text: 'Bell hurts'}});
    const text = [...(await atRest()).values()].map(one => new TextDecoder().decode(one)).join('');
    ok(text.length > 20 && !text.includes('Bell'), 'only sealed bytes');
  });
});
