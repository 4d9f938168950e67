import assert from 'node:assert/strict';
import test from 'node:test';
import {seededRandom} from '@goldthread/schema/testing';
import {RangeRows} from './range-rows.ts';

type Range = {readonly client: number; readonly clock: number; readonly length: number};

const touch = (one: Range, other: Range): boolean =>
  one.client === other.client &&
  one.clock < other.clock + other.length &&
  other.clock < one.clock + one.length;

test('the last row that names any of some ids is the one that going through all of them finds', () => {
  const random = seededRandom(7);
  const upTo = (most: number): number => (random(1)[0] ?? 0) % most;
  for (let round = 0; round < 200; round++) {
    const next = new Map<number, number>();
    const rows = Array.from({length: upTo(12)}, () =>
      Array.from({length: upTo(3)}, (): Range => {
        const client = upTo(3);
        // Some ids belong to nobody's row.
        const clock = (next.get(client) ?? 0) + upTo(2);
        const length = 1 + upTo(4);
        next.set(client, clock + length);
        return {client, clock, length};
      }),
    );
    const asked = Array.from({length: upTo(4)}, (): Range => ({
      client: upTo(4),
      clock: upTo(20),
      length: 1 + upTo(5),
    }));
    const found = rows.findLastIndex(row => row.some(one => asked.some(other => touch(one, other))));
    const index = new RangeRows(rows);
    assert.equal(index.lastOf(asked), found, `round ${round}`);
    assert.equal(index.names(asked), found !== -1, `round ${round}`);
  }
});
