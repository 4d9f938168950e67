import assert from 'node:assert/strict';
import test from 'node:test';
import {decodePoints, encodePoints} from './points.ts';

test('a line is read back as it was drawn, to the last point', () => {
  const line = [
    {x: 0, y: 0},
    {x: 1000, y: 620},
    {x: 3, y: 619},
    {x: 3, y: 619},
  ];
  assert.deepEqual(decodePoints(encodePoints(line)), line);
  assert.deepEqual(decodePoints(encodePoints([])), []);
});

test('what is no line has no points, and half a point is left out', () => {
  assert.deepEqual(decodePoints('not base64!'), []);
  assert.deepEqual(decodePoints(btoa('\u0001\u0000\u0002')), []);
});
