import type {DraftStore} from '../../sync/draft-store.ts';
import {Drafts, type StoredDrafts} from './child-view.ts';
import {joined} from './join-sounds.ts';
import {KeptSounds, type CutSound} from './kept-sounds.ts';
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
  /** Whether a child is talking, and whether the device has every part of it. */
  #talk: {hasAll: boolean} | null = null;

  /** Whether something would be lost with the page. */
  get isInDanger(): boolean {
    if (this.#talk?.hasAll === false) return true;
    return !this.drafts.isEmpty && !this.#isKept;
  }

  /** Whether the device keeps anything. */
  get hasStore(): boolean {
    return this.#store !== null;
  }

  /**
   * Goes on with what the device kept, and keeps from now on what is begun. Gives the house in which a recording was cut by the end of an
   * earlier visit.
   */
  async goOn(store: DraftStore): Promise<House | null> {
    this.#store = store;
    const sounds = new KeptSounds(store);
    // Only `stored` ever made what is kept, and it is sealed.
    const kept = (await store.load()) as StoredDrafts | null;
    const spoken = new Map<House, Blob>();
    const cuts = new Map<House, CutSound>();
    for (const house of HOUSES) {
      const sound = kept?.[house]?.voice == null ? null : await sounds.load(house);
      if (sound !== null) spoken.set(house, sound);
      const cut = await sounds.loadCut(house);
      if (cut !== null) cuts.set(house, cut);
    }
    // Whoever it was has no access any more.
    if (store !== this.#store) return null;
    if (kept !== null) this.drafts.restore(kept, spoken);
    let last: House | null = null;
    for (const [house, cut] of cuts) if (await this.#putBehind(house, cut)) last = house;
    this.#sounds = sounds;
    await this.keep();
    return last;
  }

  /** A child is talking in a house: a device of the child's own has each part as soon as it is heard. */
  hear(house: House, part: Blob): void {
    const sounds = this.#sounds;
    const talk = (this.#talk ??= {hasAll: sounds !== null});
    if (sounds === null || !talk.hasAll) return;
    this.#last = this.#last.then(async () => {
      if (sounds !== this.#sounds || !(await sounds.hear(house, part))) talk.hasAll = false;
    });
  }

  /** It is said; what there is of it stands among what is begun. */
  endTalk(): void {
    this.#talk = null;
  }

  /** Gives what is begun now to the device. */
  keep(): Promise<void> {
    const [store, sounds] = [this.#store, this.#sounds];
    // While somebody talks its parts are kept; all of it is once it is said.
    if (store === null || sounds === null || this.#talk !== null) return Promise.resolve();
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

  /** Puts what was cut behind what it was said after; whether that is still what is there. */
  async #putBehind(house: House, {sound, seconds, behind}: CutSound): Promise<boolean> {
    const draft = this.drafts.in(house);
    const {voice} = draft;
    if ((voice?.sound.size ?? 0) !== behind) return false;
    const all = voice === null ? sound : await joined(voice.sound, sound);
    if (all === null) return false;
    draft.voice = {sound: all, seconds: seconds + (voice?.seconds ?? 0), alt: voice?.alt ?? ''};
    return true;
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
