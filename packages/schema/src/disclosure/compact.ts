import {wordsOf} from '../base/words.ts';

/** A text without anything but letters and digits, and where each stood: `Flat 3,Harbour Ct` is `flat3harbourcourt`. */
export interface Compact {
  readonly text: string;
  /** For each character, the word of the text to which it belongs. */
  readonly words: readonly CompactWord[];
}

interface CompactWord {
  readonly start: number;
  readonly end: number;
  /** Where the word begins and ends in the compact text. */
  readonly from: number;
  readonly to: number;
}

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  apt: 'apartment',
  ave: 'avenue',
  cl: 'close',
  cres: 'crescent',
  ct: 'court',
  dr: 'drive',
  gdns: 'gardens',
  gr: 'grove',
  ln: 'lane',
  pl: 'place',
  rd: 'road',
  sq: 'square',
  st: 'street',
  terr: 'terrace',
};

/** A word of an address as it is compared: `Rd` and `road` are one. */
export function streetWord(word: string): string {
  return Object.hasOwn(ABBREVIATIONS, word) ? (ABBREVIATIONS[word] ?? word) : word;
}

/** The compact form of a text. */
export function compactOf(text: string): Compact {
  const words: CompactWord[] = [];
  let compact = '';
  for (const {text: word, start, end} of wordsOf(text)) {
    const written = streetWord(word);
    const place = {start, end, from: compact.length, to: compact.length + written.length};
    compact += written;
    for (let index = 0; index < written.length; index += 1) words.push(place);
  }
  return {text: compact, words};
}
