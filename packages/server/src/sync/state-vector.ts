import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type {IdRange} from '../storage/index.ts';

/** How far a document knows each client: the next clock, by client id. */
export type StateVector = ReadonlyMap<number, number>;

/** The ranges added to a state vector. */
export function extend(vector: Map<number, number>, inserted: readonly IdRange[]): void {
  for (const {client, clock, length} of inserted) {
    if (clock + length > (vector.get(client) ?? 0)) vector.set(client, clock + length);
  }
}

/** A state vector as Yjs encodes it: highest client first, as in Yjs. */
export function encodeStateVector(vector: StateVector): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, vector.size);
  for (const client of [...vector.keys()].sort((a, b) => b - a)) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, vector.get(client) ?? 0);
  }
  return encoding.toUint8Array(encoder);
}

/** Reads a state vector from anybody; `null` where the bytes aren't one. */
export function decodeStateVector(bytes: Uint8Array): Map<number, number> | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const vector = new Map<number, number>();
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder);
      vector.set(client, decoding.readVarUint(decoder));
    }
    return decoding.hasContent(decoder) ? null : vector;
  } catch {
    return null;
  }
}

/** Whether `vector` knows everything that `other` knows. */
export function covers(vector: StateVector, other: StateVector): boolean {
  for (const [client, clock] of other) {
    if ((vector.get(client) ?? 0) < clock) return false;
  }
  return true;
}
