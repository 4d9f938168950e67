const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TIME = 0xe7;
const BLOCK = 0xa3;
/** Longer than any single block of speech lasts, in milliseconds. */
const AFTER_LAST_MS = 60;

/** One element of a WebM file: where it begins, and where what it holds begins and ends. */
interface Element {
  readonly id: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Whether more can be put behind a recording. */
export function canGrow(sound: Blob): boolean {
  return sound.type.startsWith('audio/webm');
}

/**
 * Two recordings of one browser as one, the second behind the first; `null` where they are none that can be joined. Whatever the first
 * had begun and not ended when it was cut is left out.
 */
export async function joined(first: Blob, second: Blob): Promise<Blob | null> {
  const [before, after] = await Promise.all([bytesOf(first), bytesOf(second)]);
  const [head, tail] = [[...elementsOf(before)], [...elementsOf(after)]];
  const end = head.at(-1)?.to ?? 0;
  const begins = tail.findIndex(({id}) => id === CLUSTER);
  if (!canGrow(first) || begins === -1 || !head.some(({id}) => id === CLUSTER)) return null;
  const shift = lastBlock(before, head) + AFTER_LAST_MS;
  const parts: BlobPart[] = [before.subarray(0, end)];
  for (const {id, at, from, to} of tail.slice(begins)) {
    if (id === TIME) parts.push(timeAt(number(after, from, to) + shift));
    else parts.push(after.subarray(at, to));
  }
  return new Blob(parts, {type: first.type});
}

/** The elements of a file one after the other; of those that hold the sound itself, what is in them comes next. */
function* elementsOf(bytes: Uint8Array): Generator<Element> {
  let at = 0;
  while (at < bytes.length) {
    const idEnd = at + lengthAt(bytes, at);
    const from = idEnd + lengthAt(bytes, idEnd);
    const id = number(bytes, at, idEnd);
    const isOpen = id === SEGMENT || id === CLUSTER;
    const marker = 2 ** (7 * (from - idEnd));
    const to = isOpen ? from : from + number(bytes, idEnd, from) - marker;
    if (to < from || to > bytes.length) return;
    yield {id, at, from, to};
    at = to;
  }
}

/** How many bytes a number takes whose length stands in its first byte. */
function lengthAt(bytes: Uint8Array, at: number): number {
  return Math.clz32(bytes[at] ?? 0) - 23;
}

function number(bytes: Uint8Array, from: number, to: number): number {
  return bytes.subarray(from, to).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** When the last block begins, in milliseconds: the time of its cluster, and its own behind the number of its track. */
function lastBlock(bytes: Uint8Array<ArrayBuffer>, elements: readonly Element[]): number {
  const number16 = new DataView(bytes.buffer);
  let cluster = 0;
  let last = 0;
  for (const {id, from, to} of elements) {
    if (id === TIME) cluster = number(bytes, from, to);
    if (id === BLOCK) last = cluster + number16.getInt16(from + 1);
  }
  return last;
}

/** The time of a cluster, in milliseconds. */
function timeAt(ms: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(10);
  bytes.set([TIME, 0x88]);
  new DataView(bytes.buffer).setBigUint64(2, BigInt(ms));
  return bytes;
}

async function bytesOf(sound: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await sound.arrayBuffer());
}
