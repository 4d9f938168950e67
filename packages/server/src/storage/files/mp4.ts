const FTYP = 'ftyp';
/** Pictures that are packed as sound and film are, with the place where they were taken. */
const PICTURES = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);
const HOLDS_BOXES = new Set(['moov', 'trak', 'mdia', 'udta']);
/** Where something was recorded, by names that telephones use. */
const PLACES = ['\u00a9xyz', 'loci', 'location'];
/** Boxes that may hold anything, such as a place under a long name. */
const ANYTHING = new Set(['meta', 'uuid', '\u00a9xyz', 'loci']);

/** Whether bytes are an MP4 that holds sound, no film and no place. */
export function isMp4Sound(bytes: Uint8Array): boolean {
  if (latin(bytes, 4, 8) !== FTYP || PICTURES.has(latin(bytes, 8, 12))) return false;
  return !boxesIn(bytes, 0, bytes.length).some(box => tells(bytes, box));
}

interface Box {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** All boxes, and those inside boxes that hold nothing else. */
function boxesIn(bytes: Uint8Array, start: number, end: number): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Box[] = [];
  let at = start;
  while (at + 8 <= end) {
    const size = view.getUint32(at);
    const name = latin(bytes, at + 4, at + 8);
    // 0 goes on to the end, 1 has its size behind its name: neither is looked into but as one box.
    const to = size < 8 ? end : Math.min(end, at + size);
    found.push({name, from: at + 8, to});
    if (HOLDS_BOXES.has(name)) found.push(...boxesIn(bytes, at + 8, to));
    at = to;
  }
  return found;
}

/** A box that says where it was, or that what follows is a film. */
function tells(bytes: Uint8Array, {name, from, to}: Box): boolean {
  if (name === 'hdlr') return latin(bytes, from + 8, from + 12) === 'vide';
  if (!ANYTHING.has(name)) return false;
  const said = name + latin(bytes, from, to);
  return PLACES.some(place => said.includes(place));
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1');
}
