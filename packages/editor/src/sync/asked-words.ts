import type {RootName} from '@goldthread/schema';
import {itemElementOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {ASKS} from './close-reaction.ts';
import type {OldDoc} from './doc-shelf.ts';
import {recover} from './recover.ts';
import {textOf, unsentPieces, type UnsentPiece} from './unsent-pieces.ts';
import type {UnsentTray} from './unsent-tray.ts';

/** An item with words that weren't let in, as it would read with them. */
export interface AskedText {
  readonly root: RootName;
  readonly text: string;
}

interface Kept extends OldDoc {
  destroy(): void;
}

/** A document whose words were held back until their writer decides, so that they can still be put in at their place. */
export class AskedWords {
  #old: Kept | null = null;
  #texts: readonly AskedText[] = [];

  get texts(): readonly AskedText[] {
    return this.#texts;
  }

  /** Keeps a document whose words wait for a decision, in the place of one that was kept before, and lets go of any other. */
  afterTrade(old: Kept, fresh: Y.Doc, why: string): void {
    if (why !== ASKS) {
      old.destroy();
      return;
    }
    this.drop();
    this.#old = old;
    const state = Y.decodeStateVector(Y.encodeStateVector(fresh));
    const own = old.own.map(({cid}) => ({cid, storedUpTo: state.get(cid) ?? 0}));
    this.#texts = textsWith(unsentPieces(old.doc, own));
  }

  /** Puts the words in at their place; what has none any more stays in the tray. */
  putIn(fresh: Y.Doc, mayWrite: (root: RootName) => boolean, tray: UnsentTray): void {
    const old = this.#old;
    if (old === null) return;
    const why = tray.dismissAsked();
    tray.keep(recover(old, fresh, mayWrite), why);
    this.drop();
  }

  drop(): void {
    this.#old?.destroy();
    this.#old = null;
    this.#texts = [];
  }
}

function textsWith(pieces: readonly UnsentPiece[]): AskedText[] {
  const texts = new Map<unknown, AskedText>();
  for (const {what, item, root} of pieces) {
    if (what.kind === 'fact') {
      if (typeof what.value === 'string') texts.set(item, {root, text: what.value});
      continue;
    }
    const {parent} = item;
    const inside = what.kind === 'block' ? what.type : parent instanceof Y.AbstractType ? parent : null;
    const element = inside === null ? null : itemElementOf(inside);
    if (element !== null) texts.set(element, {root, text: textOf(element)});
  }
  return [...texts.values()];
}
