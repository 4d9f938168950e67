import assert from 'node:assert/strict';
import test from 'node:test';
import type {Clock} from './clock.ts';
import {repeat} from './repeat.ts';

test('something is done after each interval, and no more once that is called off', () => {
  const tasks: (() => void)[] = [];
  const clock: Clock = {
    now: () => 0,
    after(ms, task) {
      assert.equal(ms, 10);
      tasks.push(task);
      return () => void tasks.splice(tasks.indexOf(task), 1);
    },
  };
  let done = 0;
  const stop = repeat(clock, 10, () => (done += 1));
  assert.equal(done, 0, 'not before the first interval is over');
  for (const times of [1, 2, 3]) {
    tasks.shift()?.();
    assert.equal(done, times);
  }
  stop();
  assert.deepEqual(tasks, []);
});
