const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is made of, and how its colours are to be read. */
const PICTURE = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'sRGB', 'gAMA', 'cHRM', 'sBIT', 'bKGD', 'pHYs']);
/** Length, name and check around what a chunk holds. */
const AROUND = 12;

/** Whether bytes start as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Whether a PNG holds its picture and nothing else: no words (tEXt, iTXt, zTXt), no place or device (eXIf), nothing behind its end. */
export function isBarePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  while (at + AROUND <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const next = at + AROUND + view.getUint32(at);
    if (name === 'IEND') return next === bytes.length && next === at + AROUND;
    if (!PICTURE.has(name)) return false;
    at = next;
  }
  return false;
}
