import assert from 'node:assert/strict';
import {test} from 'node:test';
import {seededRandom} from '../testing/seeded-random.ts';
import type {Span} from './finding.ts';
import {joined, without} from './spans.ts';

function span(start: number, end: number, rule: Span['rule'] = 'SG-01'): Span {
  return {rule, start, end};
}

test('what shares no character with another is what is left, as comparing each with each says', () => {
  const random = seededRandom(4);
  const some = (count: number) =>
    Array.from({length: count}, () => {
      const [start = 0, length = 0] = random(2);
      return span(start, start + 1 + (length % 20));
    });
  for (let round = 0; round < 300; round += 1) {
    const [spans, others] = [some(12), some(6)];
    const expected = spans.filter(
      one => !others.some(other => one.start < other.end && other.start < one.end),
    );
    const left = without(spans, others);
    assert.deepEqual(new Set(left), new Set(expected), `seed 4, round ${round}`);
    assert.equal(left.length, expected.length);
  }
});

test('two findings of one rule that overlap are one, and so are the lines of an address', () => {
  const text = 'Flat 3,\nHarbour Court and Tern Road';
  assert.deepEqual(joined([span(8, 21), span(0, 6)], text), [span(0, 21)]);
  assert.deepEqual(joined([span(8, 21), span(26, 35)], text), [span(8, 21), span(26, 35)]);
  assert.deepEqual(joined([span(0, 10), span(4, 6)], text), [span(0, 10)]);
  assert.deepEqual(joined([span(0, 6, 'SG-02'), span(8, 21, 'SG-02')], text).length, 2);
  assert.deepEqual(joined([span(0, 6), span(3, 9, 'SG-02')], text).length, 2);
});
