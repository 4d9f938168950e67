import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TokenBucket} from './token-bucket.ts';

test('a bucket gives its burst at once and then as much as time brings', () => {
  const bucket = new TokenBucket(2, 3, 0);
  assert.deepEqual(
    [1, 2, 3, 4].map(() => bucket.take(1, 0)),
    [true, true, true, false],
  );
  assert.equal(bucket.take(1, 499), false);
  assert.equal(bucket.take(1, 500), true);
  assert.equal(bucket.take(3, 10_000), true);
  assert.equal(bucket.take(1, 10_000), false);
});

test('a clock that goes back gives nothing and takes nothing', () => {
  const bucket = new TokenBucket(1, 1, 1000);
  assert.equal(bucket.take(1, 0), true);
  assert.equal(bucket.take(1, 0), false);
});
