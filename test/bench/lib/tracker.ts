import * as Y from 'yjs';
import {now, Samples} from './measure.ts';
import {readVarUint} from './frames.ts';

interface Writer {
  readonly clocks: number[];
  readonly times: number[];
  readonly indexOf: Map<number, number>;
}

const CONTENT_STRING = 4;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;

/**
 * Latency from a writer's local edit to each receiver. An edit is known by its client id and the clock of its first
 * character: the writer registers the moment, each receiver reports the clocks that it just got.
 */
export class Tracker {
  readonly latency = new Samples();
  sent = 0;
  seen = 0;
  readonly #writers = new Map<number, Writer>();
  #since = Number.POSITIVE_INFINITY;

  /** Begins a measured stretch: edits from now on count. */
  start(): void {
    this.#since = now();
    this.latency.clear();
    this.sent = 0;
    this.seen = 0;
  }

  stop(): void {
    this.#since = Number.POSITIVE_INFINITY;
  }

  /** A writer's local edit whose first character has `clock`. */
  edit(cid: number, clock: number): void {
    const at = now();
    let writer = this.#writers.get(cid);
    if (!writer) this.#writers.set(cid, (writer = {clocks: [], times: [], indexOf: new Map()}));
    writer.indexOf.set(clock, writer.clocks.length);
    writer.clocks.push(clock);
    writer.times.push(at);
    if (at >= this.#since) this.sent++;
  }

  /** A receiver got the clocks from `from` up to, not including, `to`. */
  got(cid: number, from: number, to: number, at = now()): void {
    const writer = this.#writers.get(cid);
    if (!writer) return;
    let i = writer.indexOf.get(from) ?? firstFrom(writer.clocks, from);
    for (; (writer.clocks[i] ?? Number.POSITIVE_INFINITY) < to; i++) {
      const began = writer.times[i] ?? 0;
      if (began < this.#since) continue;
      this.latency.push(at - began);
      this.seen++;
    }
  }

  /** Reports what an update holds, leaving out the receiver's own client id. False when it isn't an update. */
  update(bytes: Uint8Array, self: number): boolean {
    if (bytes[0] === 0) return true;
    if (this.#oneInsert(bytes, self)) return true;
    try {
      const meta = Y.parseUpdateMeta(bytes);
      const at = now();
      for (const [cid, to] of meta.to) if (cid !== self) this.got(cid, meta.from.get(cid) ?? 0, to, at);
      return true;
    } catch {
      return false;
    }
  }

  /** The common case by hand: one client, one struct, a string with an origin. */
  #oneInsert(bytes: Uint8Array, self: number): boolean {
    if (bytes[0] !== 1 || bytes[1] !== 1) return false;
    const [cid, clockAt] = readVarUint(bytes, 2);
    const [clock, infoAt] = readVarUint(bytes, clockAt);
    const info = bytes[infoAt] ?? 0;
    if ((info & 31) !== CONTENT_STRING || (info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) return false;
    let at = infoAt + 1;
    for (const flag of [HAS_ORIGIN, HAS_RIGHT_ORIGIN]) {
      if ((info & flag) === 0) continue;
      at = readVarUint(bytes, readVarUint(bytes, at)[1])[1];
    }
    const [length] = readVarUint(bytes, at);
    if (cid !== self) this.got(cid, clock, clock + length);
    return true;
  }
}

/** Index of the first of the ascending `clocks` that is at least `from`. */
function firstFrom(clocks: readonly number[], from: number): number {
  let low = 0;
  let high = clocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clocks[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
