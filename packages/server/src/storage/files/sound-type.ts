import type {AttachmentType} from '../attachment-record.ts';
import {isMp4Sound} from './mp4.ts';

const WEBM = [0x1a, 0x45, 0xdf, 0xa3];
const OGG = [0x4f, 0x67, 0x67, 0x53];

/** What kind of recording bytes are, by how they begin, whatever they are called; `null` where they are none. */
export function soundType(bytes: Uint8Array): AttachmentType | null {
  if (startsWith(bytes, WEBM)) return 'audio/webm';
  if (startsWith(bytes, OGG)) return 'audio/ogg';
  return isMp4Sound(bytes) ? 'audio/mp4' : null;
}

function startsWith(bytes: Uint8Array, what: readonly number[]): boolean {
  return what.every((byte, index) => bytes[index] === byte);
}
