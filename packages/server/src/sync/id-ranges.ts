import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type {IdRange} from '../storage/index.ts';

/** The ids that a transaction deleted. */
export function deletedRanges(transaction: Y.Transaction): IdRange[] {
  const ranges: IdRange[] = [];
  for (const [client, deletes] of transaction.deleteSet.clients) {
    for (const {clock, len} of deletes) ranges.push({client, clock, length: len});
  }
  return ranges;
}

/** The ids that an update brings, neighbours joined. */
export function insertedBy(update: Uint8Array): IdRange[] {
  const ranges: IdRange[] = [];
  for (const {id, length} of Y.decodeUpdate(update).structs) {
    const last = ranges.at(-1);
    if (last?.client === id.client && last.clock + last.length === id.clock) {
      ranges[ranges.length - 1] = {...last, length: last.length + length};
    } else {
      ranges.push({client: id.client, clock: id.clock, length});
    }
  }
  return ranges;
}

/** The ids that an update deletes. */
export function deletedBy(update: Uint8Array): IdRange[] {
  return [...Y.decodeUpdate(update).ds.clients].flatMap(([client, deletes]) =>
    deletes.map(({clock, len}) => ({client, clock, length: len})),
  );
}

/** A Yjs update (version 1) that deletes these ids and brings nothing. */
export function encodeDeletes(ranges: readonly IdRange[]): Uint8Array {
  const byClient = Map.groupBy(ranges, range => range.client);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, deletes] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, deletes.length);
    for (const {clock, length} of deletes) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}
