import {openDrafts, type DraftOwner} from '../../device/draft-store.ts';
import type {DraftStore} from '../../sync/draft-store.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {arrive, press, write} from '../../testing/houses-stand.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';
import type {ChildDraw} from './draw.ts';
import type {GoldthreadHouses} from './houses.ts';

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

  test('is gone from the device once it is kept in the house', async () => {
    const server = new FakeChildServer();
    const page = await back(server);
    await press(page, ...WRITE);
    await write(page, 'Bell hurts');
    await press(page, 'Keep it');
    await until('it is kept', () => server.view.things.length === 2);
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

  test('can’t be read at rest', async () => {
    const kept = await store();
    ok(await kept.keep({worries: {text: 'Bell hurts'}}), 'it is kept');
    equal(await kept.load(), {worries: {text: 'Bell hurts'}});
    const request = indexedDB.open(`goldthread:${owner.plan}:${owner.participant}`);
    await new Promise(resolve => (request.onsuccess = resolve));
    const rows: IDBRequest<unknown[]> = request.result.transaction('records').objectStore('records').getAll();
    await new Promise(resolve => (rows.onsuccess = resolve));
    request.result.close();
    const text = rows.result.map(one => new TextDecoder().decode(one as Uint8Array)).join('');
    ok(text.length > 20 && !text.includes('Bell'), 'only sealed bytes');
  });
});
