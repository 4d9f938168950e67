import {decodeUtf8} from 'lib0/string';

/** Reads bytes as UTF-8; null where they aren't. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return decodeUtf8(bytes);
  } catch {
    return null;
  }
}
