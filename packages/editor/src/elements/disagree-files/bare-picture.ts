/** The longest side of a picture that is sent, in pixels: small print on a page can still be read. */
const LONGEST = 2000;
const QUALITY = 0.85;
const JFIF = 0xe0;
const APP_LAST = 0xef;
const COMMENT = 0xfe;
const SCAN = 0xda;

/**
 * A picture as it looks, and nothing else that its file held: drawn anew, so that neither where and when it was taken nor on which device
 * is sent along. `null` where the browser can't read it.
 */
export async function barePicture(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (bitmap === null) return null;
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // What can be seen through has no colour in a JPEG.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (drawn === null) return null;
  return new Blob([bareJpeg(new Uint8Array(await drawn.arrayBuffer()))], {type: 'image/jpeg'});
}

/** A JPEG without what some browsers write into it of their own accord: the day, a profile, a program's name. */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (bytes[at] === 0xff && bytes[at + 1] !== SCAN && at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    const next = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const isMore = (marker > JFIF && marker <= APP_LAST) || marker === COMMENT;
    if (!isMore) kept.push(bytes.subarray(at, next));
    at = next;
  }
  kept.push(bytes.subarray(at));
  const bare = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of kept) {
    bare.set(part, to);
    to += part.length;
  }
  return bare;
}
