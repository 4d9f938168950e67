import type {RandomBytes} from '../base/ids.ts';

/** Bytes that look random and are the same for the same seed; for tests alone, since anybody can foretell them. */
export function seededRandom(seed: number): RandomBytes {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) & 0xff;
  };
  return length => Uint8Array.from({length}, next);
}
