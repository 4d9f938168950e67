import {readUtf8} from './utf8.ts';
import type {WireProblem} from './wire-problem.ts';

const NOTHING = new Uint8Array(0);

/**
 * Reads the variable-length numbers and byte strings of lib0 without ever throwing: after the first problem every
 * read gives zero or nothing, so the caller looks at `problem` once, at the end. Owns a position, not the bytes.
 */
export class ByteReader {
  problem: WireProblem | null = null;
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** A number from 0 to 2^53 - 1. */
  number(): number {
    const first = this.#bytes[this.#at];
    if (first !== undefined && first < 128 && this.problem === null) {
      this.#at += 1;
      return first;
    }
    return this.#longNumber();
  }

  #longNumber(): number {
    let value = 0;
    let factor = 1;
    while (this.problem === null) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) return this.#fail('truncated');
      this.#at += 1;
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) return this.#fail('numberTooLarge');
      if (byte < 128) return value;
      factor *= 128;
      // Eight groups of seven bits hold every safe number; more would be padding.
      if (factor > 2 ** 49) return this.#fail('numberTooLarge');
    }
    return 0;
  }

  /** A byte string with its length before it, as a view of the same memory. */
  bytes(limit: number): Uint8Array {
    const length = this.skip(limit);
    return this.problem === null ? this.#bytes.subarray(this.#at - length, this.#at) : NOTHING;
  }

  /** Passes over a byte string with its length before it, and gives the length; makes no object. */
  skip(limit: number): number {
    const length = this.number();
    if (this.problem !== null) return 0;
    if (length > limit) return this.#fail('tooBig');
    if (length > this.left) return this.#fail('truncated');
    this.#at += length;
    return length;
  }

  /** UTF-8 text with its length in bytes before it. */
  text(limit: number): string {
    const text = readUtf8(this.bytes(limit));
    if (text === null) this.#fail('notText');
    return text ?? '';
  }

  /** Notes a problem if anything is left. */
  end(): void {
    if (this.problem === null && this.left > 0) this.#fail('trailingBytes');
  }

  #fail(problem: WireProblem): number {
    this.problem ??= problem;
    return 0;
  }
}
