import {open, readdir} from 'node:fs/promises';
import {join} from 'node:path';

const PIECE = 1024 * 1024;

/** How often any of these bytes stand in any file below a folder. Reads a piece at a time, so that a large folder fits. */
export async function occurrencesIn(folder: string, needles: readonly Uint8Array[]): Promise<number> {
  const longest = Math.max(0, ...needles.map(needle => needle.length));
  if (longest === 0) return 0;
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  let found = 0;
  for (const entry of entries) {
    if (entry.isFile())
      found += await occurrencesInFile(join(entry.parentPath, entry.name), needles, longest);
  }
  return found;
}

async function occurrencesInFile(
  file: string,
  needles: readonly Uint8Array[],
  longest: number,
): Promise<number> {
  const handle = await open(file, 'r').catch(() => null);
  // Gone meanwhile, as the index of the write-ahead log may be.
  if (handle === null) return 0;
  try {
    const buffer = Buffer.alloc(PIECE + longest - 1);
    let found = 0;
    for (let at = 0; ; at += PIECE) {
      const {bytesRead} = await handle.read(buffer, 0, buffer.length, at);
      const isLast = bytesRead < buffer.length;
      // What begins in the overlap is counted with the next piece.
      found += countIn(buffer.subarray(0, bytesRead), needles, isLast ? bytesRead : PIECE);
      if (isLast) return found;
    }
  } finally {
    await handle.close();
  }
}

function countIn(bytes: Buffer, needles: readonly Uint8Array[], before: number): number {
  let count = 0;
  for (const needle of needles) {
    for (let at = bytes.indexOf(needle); at !== -1 && at < before; at = bytes.indexOf(needle, at + 1))
      count += 1;
  }
  return count;
}
