import type {AttachmentType} from '../storage/index.ts';

const WEBM = [0x1a, 0x45, 0xdf, 0xa3];
const OGG = [0x4f, 0x67, 0x67, 0x53];
const FTYP = [0x66, 0x74, 0x79, 0x70];

/** What kind of recording bytes are, by how they begin, whatever they are called; `null` where they are none. */
export function soundType(bytes: Uint8Array): AttachmentType | null {
  if (startsAt(bytes, 0, WEBM)) return 'audio/webm';
  if (startsAt(bytes, 0, OGG)) return 'audio/ogg';
  return startsAt(bytes, 4, FTYP) ? 'audio/mp4' : null;
}

function startsAt(bytes: Uint8Array, at: number, what: readonly number[]): boolean {
  return what.every((byte, index) => bytes[at + index] === byte);
}
