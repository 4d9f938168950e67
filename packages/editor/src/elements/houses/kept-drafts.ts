import type {DraftStore} from '../../sync/draft-store.ts';
import {Drafts, type StoredDrafts} from './child-view.ts';

/** What a child has begun, and where the device keeps it: nowhere but in this page, until it is given a place. */
export class KeptDrafts {
  readonly drafts = new Drafts();
  #store: DraftStore | null = null;
  /** Whether the device keeps all that is begun, and how often it was given to it. */
  #isKept = false;
  #turn = 0;

  /** Whether something would be lost with the page. */
  get isInDanger(): boolean {
    const isSafe = this.#isKept && !this.drafts.hasVoice;
    return !this.drafts.isEmpty && !isSafe;
  }

  /** Whether the device keeps anything. */
  get hasStore(): boolean {
    return this.#store !== null;
  }

  /** Goes on with what the device kept, and keeps from now on what is begun. */
  async goOn(store: DraftStore): Promise<void> {
    this.#store = store;
    // Only `stored` ever made what is kept, and it is sealed.
    const kept = (await store.load()) as StoredDrafts | null;
    if (kept !== null) this.drafts.restore(kept);
    await this.keep();
  }

  /** Gives what is begun now to the device. */
  async keep(): Promise<void> {
    if (this.#store === null) return;
    const turn = ++this.#turn;
    this.#isKept = false;
    const isKept = await this.#store.keep(this.drafts.stored());
    // Something newer may be on its way by now.
    if (turn === this.#turn) this.#isKept = isKept;
  }

  noteContact(): void {
    this.#store?.noteContact();
  }

  /** Whoever it was has no access any more: nothing stays on the device. */
  async forget(): Promise<void> {
    const store = this.#store;
    this.#store = null;
    this.#isKept = false;
    await store?.drop();
  }
}
