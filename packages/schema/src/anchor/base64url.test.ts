import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {fromBase64url, toBase64url} from './base64url.ts';

test('bytes come back from their text, which every other writer of base64url gives too', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 40}), bytes => {
      const text = toBase64url(bytes);
      assert.deepEqual(fromBase64url(text), bytes);
      assert.match(text, /^[A-Za-z0-9_-]*$/);
    }),
  );
  assert.equal(toBase64url(Uint8Array.of(251, 255, 0, 1)), '-_8AAQ');
});

test('a text of other letters gives no bytes', () => {
  for (const text of ['a+b', 'a/b', 'ab==', 'ä']) assert.equal(fromBase64url(text), null);
});
