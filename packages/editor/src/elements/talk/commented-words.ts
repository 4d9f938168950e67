import {fromBase64url} from '@goldthread/schema/anchor';
import {css} from 'lit';
import * as Y from 'yjs';
import type {CommentThread, CommentedWords} from '../../records/comments.ts';
import {adoptInto} from '../../styles/shared-sheets.ts';
import {inPause} from '../../sync/typing-pause.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {CommentStore} from './comment-store.ts';
import {textIn, wordsOnPage, type PageWords} from './page-words.ts';

const NAME = 'goldthread-commented';
/** A line of dots, which nothing else in a plan has: it is seen without colours too. */
const sheet = css`
  ::highlight(goldthread-commented) {
    text-decoration: underline dotted 2px;
    text-underline-offset: 0.2em;
  }
  /* There a browser would paint it as it paints what is selected, unless the words say otherwise. */
  .goldthread-item-words p,
  goldthread-island .ProseMirror p {
    forced-color-adjust: preserve-parent-color;
  }
  .goldthread-words .ProseMirror-widget {
    forced-color-adjust: auto;
  }
`;
/** How long words may rest before the line is drawn anew, in milliseconds. */
const SOONER = 150;
const LATER = 500;

/**
 * Draws a line below the words to which comments belong that aren't dealt with, where they stand on the page. It marks ranges of the
 * page and changes neither the page nor the document, so no editor knows of it.
 */
export class CommentedWordsOnPage {
  readonly #plan: PlanHost;
  readonly #store: CommentStore;
  readonly #ranges = new Set<Range>();
  readonly #docs = new Set<Y.Doc>();
  #callOff: (() => void) | null = null;

  constructor(store: CommentStore) {
    this.#store = store;
    this.#plan = store.plan;
    // A browser without them shows the words to which a comment belongs beside the comment alone.
    if (!('highlights' in CSS)) return;
    store.addEventListener('change', this.#soon);
    // Editors come and go with the parts that are shown.
    this.#plan.addController({hostUpdated: this.#soon, hostDisconnected: () => this.#clear()});
    this.#plan.addEventListener('plan-editor-ready', this.#soon);
  }

  get #threads(): readonly CommentThread[] {
    return (this.#store.known ?? []).filter(({anchor, resolved}) => anchor !== null && resolved === null);
  }

  readonly #soon = (): void => {
    if (this.#threads.length === 0 && this.#ranges.size === 0) return;
    this.#callOff ??= inPause(() => this.#draw(), SOONER, LATER);
  };

  #draw(): void {
    this.#callOff = null;
    this.#clear();
    if (!this.#plan.isConnected || this.#threads.length === 0) return;
    adoptInto(this.#plan, sheet);
    this.#watch();
    for (const {item, anchor} of this.#threads) {
      const words = anchor === null ? null : wordsOnPage(this.#plan, item);
      const range = anchor === null || words === null ? null : this.#rangeOf(anchor, words);
      if (range !== null) this.#ranges.add(range);
    }
    const all = CSS.highlights.get(NAME) ?? new Highlight();
    for (const range of this.#ranges) all.add(range);
    CSS.highlights.set(NAME, all);
  }

  /** By their places in the document, else by what they were. */
  #rangeOf(anchor: CommentedWords, words: PageWords): Range | null {
    const [from, to] = [anchor.start, anchor.end].map(place => this.#lettersTo(place));
    if (typeof from === 'number' && typeof to === 'number' && from < to) return words.range(from, to);
    const at = words.text.indexOf(anchor.quote);
    return at < 0 ? null : words.range(at, at + anchor.quote.length);
  }

  /** How many letters of its item stand before a place; null where no open document has it. */
  #lettersTo(place: string | null): number | null {
    const bytes = place === null ? null : fromBase64url(place);
    if (bytes === null) return null;
    for (const {doc} of this.#plan.source?.docs.values() ?? []) {
      const found = absolute(bytes, doc);
      if (found !== null && found.type instanceof Y.XmlText) return textIn(found.type, found.index);
    }
    return null;
  }

  #watch(): void {
    for (const {doc} of this.#plan.source?.docs.values() ?? []) {
      if (this.#docs.has(doc)) continue;
      this.#docs.add(doc);
      doc.on('update', this.#soon);
      doc.on('destroy', () => this.#docs.delete(doc));
    }
  }

  #clear(): void {
    const all = CSS.highlights.get(NAME);
    for (const range of this.#ranges) all?.delete(range);
    this.#ranges.clear();
  }
}

function absolute(bytes: Uint8Array, doc: Y.Doc): Y.AbsolutePosition | null {
  try {
    const place = Y.decodeRelativePosition(bytes);
    // Yjs makes an empty text of a place that a document doesn't have.
    return isOf(doc, place) ? Y.createAbsolutePositionFromRelativePosition(place, doc) : null;
  } catch {
    return null;
  }
}

/** Whether a document holds what a place names; Yjs would stop at one that is none of it. */
function isOf(doc: Y.Doc, {item, type}: Y.RelativePosition): boolean {
  const id = item ?? type;
  return id !== null && Y.getState(doc.store, id.client) > id.clock;
}
