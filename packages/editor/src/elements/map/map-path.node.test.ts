import assert from 'node:assert/strict';
import test from 'node:test';
import {mapPath} from './map-path.ts';

const stops = [
  {x: 10, band: 100, y: 140},
  {x: 300, band: 110, y: 400},
];

test('nothing tied draws nothing', () => assert.equal(mapPath([], null), ''));

test('the thread goes up to the band, along it, and down to the next item', () => {
  const path = mapPath(stops, null);
  assert.ok(path.startsWith('M10.0 140.0L10.0 100.0C'), path);
  assert.ok(path.endsWith('300.0 110.0M300.0 400.0L300.0 110.0'), path);
});

test('a column without a tied item is passed in its own band', () => {
  const [first, last] = stops;
  assert.ok(first && last);
  const path = mapPath([first, {x: 150, band: 120, y: null}, last], null);
  assert.ok(path.includes(' 150.0 120.0C'), path);
});

test('it ends at the numbers', () => {
  const path = mapPath(stops, {edge: 900, x: 880, y: 700});
  assert.ok(path.endsWith('880.0 700.0'), path);
  assert.ok(path.includes('L900.0 674.0'), path);
});
