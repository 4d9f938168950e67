import type * as Y from 'yjs';
import type {IdRange} from '../gate/index.ts';

/** What one transaction changed: the ids that became part of the document and those that it was first to delete. */
export interface EffectiveRanges {
  readonly inserted: readonly IdRange[];
  readonly deleted: readonly IdRange[];
}

/**
 * The ranges for the log row of one transaction. Taken from the transaction and not from the update, so that what an
 * update deletes without saying so (the former value of a field, the words of a deleted paragraph) is counted too.
 */
export function effectiveRanges({beforeState, afterState, deleteSet}: Y.Transaction): EffectiveRanges {
  const inserted: IdRange[] = [];
  for (const [client, end] of afterState) {
    const clock = beforeState.get(client) ?? 0;
    if (end > clock) inserted.push({client, clock, length: end - clock});
  }
  const deleted: IdRange[] = [];
  for (const [client, ranges] of deleteSet.clients) {
    for (const {clock, len} of ranges) deleted.push({client, clock, length: len});
  }
  return {inserted, deleted};
}
