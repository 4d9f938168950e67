import type {RandomBytes} from '../base/ids.ts';

/** Repeatable bytes for tests (mulberry32). */
export function seededBytes(seed: number): RandomBytes {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) & 255;
  };
  return length => Uint8Array.from({length}, next);
}
