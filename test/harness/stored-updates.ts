import * as Y from 'yjs';
import type {HeldLine} from './held-line.ts';

/**
 * Of what a refused document sent on its lines, what the server has all the same. `fresh` is the server's document, `cid` the
 * client id of the refused one.
 */
export function storedUpdates(fresh: Y.Doc, cid: number, lines: readonly HeldLine[]): Uint8Array[] {
  const clock = Y.getState(fresh.store, cid);
  const deleted = Y.createDeleteSetFromStructStore(fresh.store);
  return lines.flatMap(({sent, durable}) =>
    sent.filter((update, index) => {
      // A server that ended just after its commit had no time to say so.
      const begins = Y.parseUpdateMeta(update).from.get(cid);
      return index < durable || (begins === undefined ? isWithin(update, deleted) : begins < clock);
    }),
  );
}

/** Whether everything that an update deletes is among what is deleted. */
function isWithin(update: Uint8Array, deleted: Y.Transaction['deleteSet']): boolean {
  return [...Y.decodeUpdate(update).ds.clients].every(([client, ranges]) =>
    ranges.every(({clock, len}) =>
      Array.from({length: len}, (_, at) => Y.createID(client, clock + at)).every(id =>
        Y.isDeleted(deleted, id),
      ),
    ),
  );
}

/** Whether something is the start or end of bold and the like. */
export function isFormat(item: Y.Item): boolean {
  return item.content instanceof Y.ContentFormat;
}

/** Yjs removes format markers that have no effect any more, whoever looks at them. */
export function isTidying(transaction: Y.Transaction): boolean {
  const isNew = [...transaction.afterState].some(
    ([client, clock]) => clock > (transaction.beforeState.get(client) ?? 0),
  );
  let isOnlyFormats = !isNew;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
    if (struct instanceof Y.Item && !isFormat(struct)) isOnlyFormats = false;
  });
  return isOnlyFormats;
}
