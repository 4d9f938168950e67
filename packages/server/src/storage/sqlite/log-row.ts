import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {IdRange} from '../../gate/index.ts';
import type {UpdateKind, UpdateRow} from '../records.ts';

/** Kinds of update by their number on disk; only add at the end. */
const KINDS: readonly UpdateKind[] = ['edit', 'cleanup', 'import', 'redact', 'accept'];

/** A log row as it lies on disk: its author is a row of the table `author`, 0 for the server itself. */
export interface PackedRow {
  readonly seq: number;
  readonly epoch: number;
  readonly at: number;
  readonly author: number;
  readonly kind: UpdateKind;
  readonly inserted: readonly IdRange[];
  readonly deleted: readonly IdRange[];
  /** Sealed; `null` once a snapshot holds what it says. */
  readonly bytes: Uint8Array | null;
}

/** Appends one row, preceded by its length; `bytes` are the sealed bytes of the update. */
export function packRow(
  encoder: encoding.Encoder,
  row: Omit<UpdateRow, 'bytes'> | PackedRow,
  author: number,
  bytes: Uint8Array | null,
): void {
  encoding.writeVarUint(encoder, row.seq);
  encoding.writeVarUint(encoder, row.epoch);
  encoding.writeVarUint(encoder, row.at);
  encoding.writeVarUint(encoder, author);
  encoding.writeVarUint(encoder, KINDS.indexOf(row.kind));
  packRanges(encoder, row.inserted);
  packRanges(encoder, row.deleted);
  encoding.writeVarUint(encoder, bytes === null ? 0 : bytes.length + 1);
  if (bytes !== null) encoding.writeUint8Array(encoder, bytes);
}

/** Reads one row; the bytes are a view. */
export function unpackRow(decoder: decoding.Decoder): PackedRow {
  const seq = decoding.readVarUint(decoder);
  const epoch = decoding.readVarUint(decoder);
  const at = decoding.readVarUint(decoder);
  const author = decoding.readVarUint(decoder);
  const kind = KINDS[decoding.readVarUint(decoder)];
  if (kind === undefined)
    throw new RangeError('The update log holds a kind of row that this version does not know.');
  const inserted = unpackRanges(decoder);
  const deleted = unpackRanges(decoder);
  const length = decoding.readVarUint(decoder);
  const bytes = length === 0 ? null : decoding.readUint8Array(decoder, length - 1);
  return {seq, epoch, at, author, kind, inserted, deleted, bytes};
}

function packRanges(encoder: encoding.Encoder, ranges: readonly IdRange[]): void {
  encoding.writeVarUint(encoder, ranges.length);
  for (const range of ranges) {
    encoding.writeVarUint(encoder, range.client);
    encoding.writeVarUint(encoder, range.clock);
    encoding.writeVarUint(encoder, range.length);
  }
}

function unpackRanges(decoder: decoding.Decoder): IdRange[] {
  const ranges: IdRange[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    ranges.push({client, clock, length: decoding.readVarUint(decoder)});
  }
  return ranges;
}
