import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type {IdRange} from './admitted-update.ts';
import type {IncomingRun} from './decode.ts';

/**
 * Writes new structs and effective deletes as a Yjs update (version 1). Only what this writes ever reaches a document,
 * storage or another client: bytes of a client could hold other content under ids that somebody else has not seen.
 */
export function encode(runs: readonly IncomingRun[], deleted: readonly IdRange[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const {restEncoder} = encoder;
  encoding.writeVarUint(restEncoder, runs.length);
  // Higher client ids first, as Yjs does, because its conflict algorithm is faster that way.
  for (const run of [...runs].sort((a, b) => b.client - a.client)) {
    encoding.writeVarUint(restEncoder, run.structs.length);
    encoder.writeClient(run.client);
    encoding.writeVarUint(restEncoder, run.start);
    for (const struct of run.structs) struct.write(encoder, 0);
  }
  writeDeletes(encoder, deleted);
  return encoder.toUint8Array();
}

function writeDeletes(encoder: Y.UpdateEncoderV1, deleted: readonly IdRange[]): void {
  const byClient = new Map<number, IdRange[]>();
  for (const range of deleted) {
    const ranges = byClient.get(range.client);
    if (ranges === undefined) byClient.set(range.client, [range]);
    else ranges.push(range);
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, ranges] of [...byClient].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const {clock, length} of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(length);
    }
  }
}
