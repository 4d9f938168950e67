import type {RandomBytes} from '@goldthread/schema';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LENGTH = 12;
const SHAPE = /zq[a-z0-9]{12}qz/g;

/** Who may know one marker. */
interface Known {
  /** Everybody who reads what it stands in, though their access may be at rest. */
  readonly readers: Set<string>;
  /** Those of them who may have been sent it. */
  readonly by: Set<string>;
  isOpen: boolean;
}

/** Words that occur nowhere else, each with the people who may know it. */
export class Markers {
  readonly #random: RandomBytes;
  readonly #known = new Map<string, Known>();

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  get count(): number {
    return this.#known.size;
  }

  /** A new marker for these readers; whoever is away doesn't get to know it. */
  make(readers: Iterable<string>, away: ReadonlySet<string> = new Set()): string {
    const letters = [...this.#random(LENGTH)].map(byte => LETTERS.charAt(byte % LETTERS.length)).join('');
    const marker = `zq${letters}qz`;
    const all = new Set(readers);
    this.#known.set(marker, {
      readers: all,
      by: new Set([...all].filter(one => !away.has(one))),
      isOpen: false,
    });
    return marker;
  }

  /** A marker that everybody on the plan may read. */
  makeOpen(): string {
    const marker = this.make([]);
    this.open([marker]);
    return marker;
  }

  /** From now on everybody may read these. */
  open(markers: Iterable<string>): void {
    for (const marker of markers) this.#of(marker).isOpen = true;
  }

  /** More people come to read these. */
  widen(markers: Iterable<string>, readers: Iterable<string>, away: ReadonlySet<string>): void {
    for (const marker of markers) {
      const known = this.#of(marker);
      for (const one of readers) {
        known.readers.add(one);
        if (!away.has(one)) known.by.add(one);
      }
    }
  }

  /** Somebody who was away comes back to all that they read. */
  comeBack(person: string): void {
    for (const {readers, by} of this.#known.values()) if (readers.has(person)) by.add(person);
  }

  /** The first marker in these bytes that not each of these people may know. */
  strayIn(bytes: string, eyes: readonly string[]): string | null {
    for (const [marker] of bytes.matchAll(SHAPE)) {
      const known = this.#known.get(marker);
      if (known !== undefined && !known.isOpen && !eyes.every(one => known.by.has(one))) return marker;
    }
    return null;
  }

  /** Any marker in these bytes, whoever may know it. */
  anyIn(bytes: string): string | null {
    return bytes.match(SHAPE)?.[0] ?? null;
  }

  #of(marker: string): Known {
    const known = this.#known.get(marker);
    if (known === undefined) throw new RangeError(`${marker} was never made.`);
    return known;
  }
}
