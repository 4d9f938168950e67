import assert from 'node:assert/strict';
import test from 'node:test';
import {DataKey, keyIdOf, newKeyBytes} from './data-key.ts';

const about = Buffer.from('place');
const words = new TextEncoder().encode('blue room quiet');

test('what a key seals it opens, and the header names the key', () => {
  const key = new DataKey(3_000_000_000, newKeyBytes());
  for (const bytes of [words, new Uint8Array(), new Uint8Array(100_000).fill(7)]) {
    const sealed = key.seal(bytes, about);
    assert.equal(keyIdOf(sealed), 3_000_000_000);
    assert.deepEqual(Buffer.from(key.open(sealed, about) ?? []), Buffer.from(bytes));
  }
});

test('one flipped bit anywhere, another place, another key or less of it don’t open', () => {
  const bytes = newKeyBytes();
  const key = new DataKey(1, bytes);
  const sealed = key.seal(words, about);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Uint8Array.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.equal(key.open(changed, about), null, `bit ${bit}`);
  }
  assert.equal(key.open(sealed, Buffer.from('elsewhere')), null);
  assert.equal(new DataKey(1, newKeyBytes()).open(sealed, about), null);
  assert.equal(new DataKey(2, bytes).open(sealed, about), null);
  for (const length of [0, 1, 20, sealed.length - 1]) {
    assert.equal(key.open(sealed.subarray(0, length), about), null, `${length} bytes`);
  }
});

test('the same words are never sealed to the same bytes, and no random start is used twice', () => {
  const key = new DataKey(1, newKeyBytes());
  const starts = Array.from({length: 3000}, () => Buffer.from(key.seal(words, about)).toString('hex', 5, 17));
  assert.equal(new Set(starts).size, starts.length);
});

test('what is nothing sealed names no key', () => {
  for (const bytes of [new Uint8Array(), words, new Uint8Array(60)]) assert.equal(keyIdOf(bytes), null);
});
