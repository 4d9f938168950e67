import type {DraftStore} from '../../sync/draft-store.ts';
import {base64Of, PART_MS, type Voice} from './sound.ts';
import {HOUSES, type House} from './read-houses.ts';

/** More than this the server takes of no recording, so that the device needn't keep it either. */
const MOST_BYTES = 5_000_000;

/** A recording as a device keeps it. */
interface KeptSound {
  readonly type: string;
  /** In base64. */
  readonly data: string;
}

/** A part of a recording that still ran, behind what was there before. */
interface KeptPart extends KeptSound {
  /** How many bytes were there before: whatever became of those since, the part is behind nothing else. */
  readonly behind: number;
}

/** What was still being said when a visit ended. */
export interface CutSound extends Omit<Voice, 'alt'> {
  readonly behind: number;
}

const partOf = (house: House, at: number): string => `${house}+${at}`;

/** What the device keeps of recordings: each by itself, written once, while all else that was begun changes with every key. */
export class KeptSounds {
  readonly #store: DraftStore;
  /** What lies there of each house; none where nobody has looked yet. */
  readonly #there = new Map<House, Blob | null>();

  /** How many parts of a recording that still runs lie there. */
  readonly #parts = new Map<House, number>();

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** What an earlier visit recorded in a house. */
  async load(house: House): Promise<Blob | null> {
    // Only `keep` ever made what is kept, and it is sealed.
    const kept = (await this.#store.loadSound(house)) as KeptSound | null;
    if (kept === null) return null;
    const sound = blobOf(kept);
    this.#there.set(house, sound);
    return sound;
  }

  /** What an earlier visit was still recording in a house behind what it kept. */
  async loadCut(house: House): Promise<CutSound | null> {
    const behind = this.#there.get(house)?.size ?? 0;
    const parts: Blob[] = [];
    let at = 0;
    for (;;) {
      // Only `hear` ever made what is kept.
      const part = (await this.#store.loadSound(partOf(house, at))) as KeptPart | null;
      if (part === null) break;
      if (part.behind === behind) parts.push(blobOf(part));
      at += 1;
    }
    this.#parts.set(house, at);
    const [first] = parts;
    if (first === undefined) return null;
    const seconds = Math.round((parts.length * PART_MS) / 1000);
    return {sound: new Blob(parts, {type: first.type}), seconds, behind};
  }

  /** Keeps one more part of what is being said in a house; whether the device has it. */
  async hear(house: House, part: Blob): Promise<boolean> {
    const at = this.#parts.get(house) ?? 0;
    this.#parts.set(house, at + 1);
    const behind = this.#there.get(house)?.size ?? 0;
    const kept: KeptPart = {type: part.type, data: await base64Of(part), behind};
    return this.#store.keepSound(partOf(house, at), kept);
  }

  /** Makes the device hold these and no others; whether it holds them all. */
  async keep(sounds: ReadonlyMap<House, Blob>): Promise<boolean> {
    let hasAll = true;
    for (const house of HOUSES) {
      const sound = sounds.get(house) ?? null;
      const parts = this.#parts.get(house) ?? 0;
      if (this.#there.get(house) === sound && parts === 0) continue;
      const isTooLong = sound !== null && sound.size > MOST_BYTES;
      const kept = sound === null || isTooLong ? null : {type: sound.type, data: await base64Of(sound)};
      const isDone = await this.#store.keepSound(house, kept satisfies KeptSound | null);
      // The last one first: what is left where the page goes meanwhile is behind nothing any more.
      for (let at = parts; at > 0; at -= 1) await this.#store.keepSound(partOf(house, at - 1), null);
      this.#parts.delete(house);
      if (isDone && !isTooLong) this.#there.set(house, sound);
      else hasAll = false;
    }
    return hasAll;
  }
}

function blobOf({type, data}: KeptSound): Blob {
  return new Blob([Uint8Array.from(atob(data), character => character.charCodeAt(0))], {type});
}
