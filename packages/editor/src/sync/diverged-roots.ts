import type {RootName} from '@goldthread/schema';
import type {CheckMessage} from '@goldthread/schema/wire';
import {canonicalHash} from '@goldthread/schema/ydoc';
import {fromBase64} from 'lib0/buffer';
import * as Y from 'yjs';
import {isSettled, type SaveLedger} from './save-ledger.ts';

/** A root whose text here differs from the server's, and what was computed here. */
export interface DivergedRoot {
  readonly root: RootName;
  readonly hash: string;
}

/** What of a connection says whether its document can be compared with the server's. */
export interface Comparable {
  readonly ledger: SaveLedger;
  readonly queue: {afterPending(then: () => void): void};
}

/**
 * Runs `then` once everything that came before a check was applied, if by then nothing was sent that the server hadn't
 * seen when it made the check: a deletion doesn't show in a state vector, and would be taken for a difference.
 */
export function whenComparable(link: Comparable | null, then: () => void): void {
  if (link === null || !isSettled(link.ledger)) return;
  const {sent} = link.ledger;
  link.queue.afterPending(() => {
    if (isSettled(link.ledger) && link.ledger.sent === sent) then();
  });
}

/**
 * Roots that differ from what the server says it holds, though both know the same changes. Empty where the two are
 * at different points: then nothing can be said. Ask only when all own edits are stored, since own deletions don't
 * show in a state vector.
 */
export function divergedRoots(doc: Y.Doc, check: CheckMessage): DivergedRoot[] {
  if (!isAtSamePoint(doc, fromBase64(check.stateVector))) return [];
  // Object.entries forgets that the keys are root names.
  const hashes = Object.entries(check.hashes) as [RootName, string][];
  return hashes.flatMap(([root, expected]) => {
    const hash = canonicalHash(doc, root);
    return hash === expected ? [] : [{root, hash}];
  });
}

function isAtSamePoint(doc: Y.Doc, stateVector: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(stateVector);
  const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
  return theirs.size === ours.size && [...theirs].every(([client, clock]) => ours.get(client) === clock);
}
