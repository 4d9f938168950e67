import type {OpenDoc} from '../../context/plan-source.ts';
import type {Proposal} from '../../records/proposals.ts';
import {standingOf, type Standing} from './standing-words.ts';

/** How long what is typed may wait before the difference is drawn anew. */
const LOOK_MS = 150;

/** Follows how a suggestion stands to its item, in the document that holds both. */
export class StandingWatch {
  readonly #onNews: () => void;
  #proposal: Proposal | null = null;
  #open: OpenDoc | null = null;
  #doc: OpenDoc['doc'] | null = null;
  #standing: Standing | null = null;
  #shown = '';
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** Null where one of both isn't on this page. */
  get standing(): Standing | null {
    return this.#standing;
  }

  get open(): OpenDoc | null {
    return this.#open;
  }

  /** Follows a suggestion in a document from now on, or none. */
  follow(proposal: Proposal | null, open: OpenDoc | null): void {
    const isNews = proposal !== this.#proposal || open !== this.#open;
    this.#proposal = proposal;
    if (open !== this.#open) this.#listen(open);
    if (isNews && open !== null) this.look();
  }

  /** Tells only where something differs otherwise: most of what is typed in a plan is elsewhere. */
  readonly look = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const [open, proposal] = [this.#open, this.#proposal];
    this.#standing = open === null || proposal === null ? null : standingOf(open.doc, proposal);
    const shown = JSON.stringify(this.#standing);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#onNews();
  };

  #listen(open: OpenDoc | null): void {
    this.#open?.removeEventListener('doc', this.#onDoc);
    this.#open?.removeEventListener('change', this.#onDoc);
    this.#doc?.off('update', this.#onUpdate);
    this.#open = open;
    this.#doc = open?.doc ?? null;
    open?.addEventListener('doc', this.#onDoc);
    open?.addEventListener('change', this.#onDoc);
    this.#doc?.on('update', this.#onUpdate);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Another document, or other rights in it. */
  readonly #onDoc = (): void => {
    const open = this.#open;
    this.#listen(null);
    this.#listen(open);
    this.look();
    this.#onNews();
  };

  readonly #onUpdate = (): void => {
    this.#timer ??= setTimeout(this.look, LOOK_MS);
  };
}
