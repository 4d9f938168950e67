const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** What a picture is made of: tables, the frame in one of its three usual kinds, how often it starts anew. */
const PICTURE = new Set([0xdb, 0xc4, 0xc0, 0xc1, 0xc2, 0xdd]);
/** `JFIF` without a small picture inside, which could show what was cut off. */
const JFIF = {marker: 0xe0, length: 16, starts: [0x4a, 0x46, 0x49, 0x46, 0]};
/** How the colours are to be read. */
const ADOBE = {marker: 0xee, length: 14, starts: [0x41, 0x64, 0x6f, 0x62, 0x65]};
const ALLOWED = [JFIF, ADOBE];

/** Whether bytes start as a JPEG does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

/**
 * Whether a JPEG holds its picture and nothing else: no place or device (APP1, APP13), no comment, no second picture, nothing behind its end.
 * What isn't known to be part of a picture isn't let through.
 */
export function isBareJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === EOI) return at + 2 === bytes.length;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > bytes.length) return false;
    if (marker !== SOS && !PICTURE.has(marker) && !isAllowed(bytes, at, marker, length)) return false;
    at += 2 + length;
    if (marker === SOS) at = endOfScan(bytes, at);
  }
}

function isAllowed(bytes: Uint8Array, at: number, marker: number, length: number): boolean {
  const one = ALLOWED.find(allowed => allowed.marker === marker);
  return (
    one !== undefined &&
    length === one.length &&
    one.starts.every((byte, index) => bytes[at + 4 + index] === byte)
  );
}

/** Where the next marker stands: in a scan 0xff is followed by 0 where it belongs to the picture, or by the number of a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 1;
  }
  return at;
}
