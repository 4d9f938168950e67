import type {DraftStore} from '../../sync/draft-store.ts';
import {Drafts, type StoredDrafts} from './child-view.ts';
import {KeptSounds} from './kept-sounds.ts';
import {HOUSES, type House} from './read-houses.ts';

/** What a child has begun, and where the device keeps it: nowhere but in this page, until it is given a place. */
export class KeptDrafts {
  readonly drafts = new Drafts();
  #store: DraftStore | null = null;
  #sounds: KeptSounds | null = null;
  /** What is given to the device, one after the other: what was thrown away isn't written after that. */
  #last: Promise<void> = Promise.resolve();
  /** Whether the device keeps all that is begun, and how often it was given to it. */
  #isKept = false;
  #turn = 0;

  /** Whether something would be lost with the page. */
  get isInDanger(): boolean {
    return !this.drafts.isEmpty && !this.#isKept;
  }

  /** Whether the device keeps anything. */
  get hasStore(): boolean {
    return this.#store !== null;
  }

  /** Goes on with what the device kept, and keeps from now on what is begun. */
  async goOn(store: DraftStore): Promise<void> {
    this.#store = store;
    const sounds = new KeptSounds(store);
    // Only `stored` ever made what is kept, and it is sealed.
    const kept = (await store.load()) as StoredDrafts | null;
    const spoken = new Map<House, Blob>();
    for (const house of HOUSES) {
      const sound = kept?.[house]?.voice == null ? null : await sounds.load(house);
      if (sound !== null) spoken.set(house, sound);
    }
    // Whoever it was has no access any more.
    if (store !== this.#store) return;
    this.#sounds = sounds;
    if (kept !== null) this.drafts.restore(kept, spoken);
    await this.keep();
  }

  /** Gives what is begun now to the device. */
  keep(): Promise<void> {
    const [store, sounds] = [this.#store, this.#sounds];
    if (store === null || sounds === null) return Promise.resolve();
    const turn = ++this.#turn;
    this.#isKept = false;
    this.#last = this.#last.then(async () => {
      // Something newer is on its way by now, or nothing may be kept any more.
      if (turn !== this.#turn || store !== this.#store) return;
      // Words first: a device that is too full for a recording still has them.
      const isKept = await store.keep(this.drafts.stored());
      const hasSounds = await sounds.keep(this.drafts.sounds);
      if (turn === this.#turn) this.#isKept = isKept && hasSounds;
    });
    return this.#last;
  }

  noteContact(): void {
    this.#store?.noteContact();
  }

  /** Whoever it was has no access any more: nothing stays on the device. */
  async forget(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    this.#sounds = null;
    this.#isKept = false;
    await store?.drop();
  }
}
