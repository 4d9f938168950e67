import assert from 'node:assert/strict';
import test from 'node:test';
import {InboundQueue} from './inbound-queue.ts';

interface Watched {
  readonly queue: InboundQueue;
  readonly batches: number[][];
  now: number;
}

function watched(): Watched {
  const batches: number[][] = [];
  const state: Watched = {
    batches,
    now: 1_000_000,
    queue: new InboundQueue(
      updates => batches.push(updates.map(update => update[0] ?? -1)),
      () => state.now,
    ),
  };
  return state;
}

test('edits of others are applied at once while nobody types', () => {
  const {queue, batches} = watched();
  queue.push(Uint8Array.of(1));
  queue.push(Uint8Array.of(2));
  assert.deepEqual(batches, [[1], [2]]);
});

test('while the person types they are gathered and applied as one', t => {
  t.mock.timers.enable({apis: ['setTimeout']});
  const state = watched();
  state.queue.noteTyping();
  state.now += 100;
  state.queue.push(Uint8Array.of(1));
  state.queue.push(Uint8Array.of(2));
  assert.deepEqual(state.batches, []);
  t.mock.timers.tick(150);
  assert.deepEqual(state.batches, [[1, 2]]);
});

test('what has to come after them waits with them, in order', () => {
  const {queue, batches} = watched();
  const release = queue.hold();
  queue.push(Uint8Array.of(1));
  queue.afterPending(() => batches.push([100]));
  queue.push(Uint8Array.of(2));
  assert.deepEqual(batches, []);
  assert.equal(queue.isEmpty, false);
  release();
  assert.deepEqual(batches, [[1], [100], [2]]);
});

test('whoever holds them back hears of each change that waits, where a sentence is one', () => {
  const state = watched();
  const heard: number[] = [];
  const release = state.queue.hold(waiting => heard.push(waiting));
  for (const wait of [0, 200, 2_000, 3_001, 100]) {
    state.now += wait;
    state.queue.push(Uint8Array.of(1));
  }
  assert.deepEqual(heard, [1, 2]);
  release();
  state.now += 10_000;
  state.queue.push(Uint8Array.of(2));
  assert.deepEqual(heard, [1, 2]);
  state.queue.hold(waiting => heard.push(waiting));
  state.queue.push(Uint8Array.of(3));
  assert.deepEqual(heard, [1, 2, 1]);
});

test('two holds are both needed to be let go, and one can’t be let go twice', () => {
  const {queue, batches} = watched();
  const first = queue.hold();
  const second = queue.hold();
  queue.push(Uint8Array.of(1));
  first();
  first();
  assert.deepEqual(batches, []);
  second();
  assert.deepEqual(batches, [[1]]);
});
