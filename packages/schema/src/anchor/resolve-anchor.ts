import * as Y from 'yjs';
import {fragmentOf, type AnchorDocs} from './anchor-docs.ts';
import type {Anchor, AnchoredPlace} from './anchor.ts';
import {indexOfItem, indexOfQuote} from './neighbours.ts';

/**
 * Where a withheld item stands now. Looks for its neighbour by id, then for where that was, then for its words, and
 * else gives the end of the section: a private note is never lost and never put beside something it isn't about
 * without saying so. Every reader gets the same answer from the same content, however it came to have it.
 */
export function resolveAnchor(docs: AnchorDocs, anchor: Anchor): AnchoredPlace {
  const {root, isAtStart, item, at, quote} = anchor;
  const fragment = fragmentOf(docs, root);
  if (fragment === null) return {root, afterIndex: -1, state: 'loose'};
  if (isAtStart) return {root, afterIndex: -1, state: 'exact'};
  const beside = item === null ? -1 : indexOfItem(fragment, item);
  if (beside >= 0) return {root, afterIndex: beside, state: 'exact'};
  const before = at === null ? null : itemsBefore(fragment, at);
  if (before !== null) return {root, afterIndex: before - 1, state: 'moved'};
  const quoted = indexOfQuote(fragment, quote);
  if (quoted >= 0) return {root, afterIndex: quoted, state: 'moved'};
  return {root, afterIndex: fragment.length - 1, state: 'loose'};
}

/** How many items of a root stand before a position, or null where the position says nothing about this root. */
function itemsBefore(fragment: Y.XmlFragment, at: Uint8Array): number | null {
  const {doc} = fragment;
  if (doc === null) return null;
  try {
    const position = Y.decodeRelativePosition(at);
    // A position by the name of a root would open that root, and only the start of a section has one.
    if (position.item === null) return null;
    // Only the one who undid a deletion knows what became of what was deleted: following it would give others another
    // place.
    const found = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
    return found?.type === fragment ? found.index : null;
  } catch {
    // Bytes that somebody else wrote may be anything.
    return null;
  }
}
