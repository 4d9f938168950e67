import type {RootName} from '@goldthread/schema';
import * as Y from 'yjs';
import type {OldDoc} from './doc-shelf.ts';
import {reinsert} from './reinsert.ts';
import {unsentPieces, wordsOf, type UnsentPiece} from './unsent-pieces.ts';

/** Words that are left for the person to copy, section by section. */
export interface WordsLeft {
  readonly root: RootName;
  readonly text: string;
}

/**
 * Brings a person back whose document was refused or dropped: what the fresh document, now synced, doesn't have is
 * put in at its place where `mayWrite` allows it, and the rest is returned. Nothing that was typed is in neither.
 */
export function recover(old: OldDoc, fresh: Y.Doc, mayWrite: (root: RootName) => boolean): WordsLeft[] {
  const state = Y.decodeStateVector(Y.encodeStateVector(fresh));
  const pieces = unsentPieces(
    old.doc,
    old.own.map(({cid}) => ({cid, storedUpTo: state.get(cid) ?? 0})),
  );
  return wordsLeft(reinsert(old.doc, fresh, pieces, mayWrite));
}

/** What of a document isn't stored, as far as is known here: for when no fresh document can be had. */
export function wordsNeverStored(old: OldDoc): WordsLeft[] {
  return wordsLeft(unsentPieces(old.doc, old.own));
}

/** Neighbouring words of one section stand together, as the person typed them. */
function wordsLeft(pieces: readonly UnsentPiece[]): WordsLeft[] {
  const left: {root: RootName; text: string; end: number; client: number}[] = [];
  for (const piece of pieces) {
    const text = wordsOf(piece);
    if (text.trim() === '') continue;
    const {client, clock} = piece.item.id;
    const last = left.at(-1);
    const follows = last?.root === piece.root && last.client === client && last.end === clock;
    const end = clock + piece.item.length;
    if (last !== undefined && follows && piece.what.kind === 'words')
      Object.assign(last, {text: last.text + text, end});
    else left.push({root: piece.root, text, end, client});
  }
  return left.map(({root, text}) => ({root, text}));
}
