import type {DraftStore} from '../../sync/draft-store.ts';
import {base64Of} from './sound.ts';
import {HOUSES, type House} from './read-houses.ts';

/** More than this the server takes of no recording, so that the device needn't keep it either. */
const MOST_BYTES = 5_000_000;

/** A recording as a device keeps it. */
interface KeptSound {
  readonly type: string;
  /** In base64. */
  readonly data: string;
}

/** What the device keeps of recordings: each by itself, written once, while all else that was begun changes with every key. */
export class KeptSounds {
  readonly #store: DraftStore;
  /** What lies there of each house; none where nobody has looked yet. */
  readonly #there = new Map<House, Blob | null>();

  constructor(store: DraftStore) {
    this.#store = store;
  }

  /** What an earlier visit recorded in a house. */
  async load(house: House): Promise<Blob | null> {
    // Only `keep` ever made what is kept, and it is sealed.
    const kept = (await this.#store.loadSound(house)) as KeptSound | null;
    if (kept === null) return null;
    const bytes = Uint8Array.from(atob(kept.data), character => character.charCodeAt(0));
    const sound = new Blob([bytes], {type: kept.type});
    this.#there.set(house, sound);
    return sound;
  }

  /** Makes the device hold these and no others; whether it holds them all. */
  async keep(sounds: ReadonlyMap<House, Blob>): Promise<boolean> {
    let hasAll = true;
    for (const house of HOUSES) {
      const sound = sounds.get(house) ?? null;
      if (this.#there.get(house) === sound) continue;
      const isTooLong = sound !== null && sound.size > MOST_BYTES;
      const kept = sound === null || isTooLong ? null : {type: sound.type, data: await base64Of(sound)};
      const isDone = await this.#store.keepSound(house, kept satisfies KeptSound | null);
      if (isDone && !isTooLong) this.#there.set(house, sound);
      else hasAll = false;
    }
    return hasAll;
  }
}
