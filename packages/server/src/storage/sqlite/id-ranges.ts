import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {IdRange} from '../records.ts';

const NONE = new Uint8Array(0);

/** Id ranges as bytes: three variable-length numbers each, nothing for none. */
export function encodeRanges(ranges: readonly IdRange[]): Uint8Array {
  if (ranges.length === 0) return NONE;
  const encoder = encoding.createEncoder();
  for (const range of ranges) {
    encoding.writeVarUint(encoder, range.client);
    encoding.writeVarUint(encoder, range.clock);
    encoding.writeVarUint(encoder, range.length);
  }
  return encoding.toUint8Array(encoder);
}

/** The inverse of {@link encodeRanges}. */
export function decodeRanges(bytes: Uint8Array): IdRange[] {
  const ranges: IdRange[] = [];
  const decoder = decoding.createDecoder(bytes);
  while (decoding.hasContent(decoder)) {
    ranges.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      length: decoding.readVarUint(decoder),
    });
  }
  return ranges;
}
