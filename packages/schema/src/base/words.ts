/** One word of a text in the form in which words are compared, and where it stands. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const APOSTROPHES = new Set("'’‘ʼ＇`´");
const IGNORED = /[\p{Mark}\p{Default_Ignorable_Code_Point}]/u;
const WRITTEN = /[\p{Letter}\p{Number}]/u;

/**
 * The words of a text so that spelling tricks and typography don't matter: no capitals, accents, full-width letters,
 * apostrophes, soft hyphens or invisible characters. Everything that is neither letter nor digit parts two words.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let written = '';
  let start = 0;
  let end = 0;
  const close = () => {
    if (written !== '') words.push({text: written, start, end});
    written = '';
  };
  for (const {plain, at, length} of characters(text)) {
    if (plain === '') continue;
    if (plain === ' ') {
      close();
      continue;
    }
    if (written === '') start = at;
    written += plain;
    end = at + length;
  }
  close();
  return words;
}

/** The words of a text, one space between two. */
export function plainText(text: string): string {
  return wordsOf(text)
    .map(word => word.text)
    .join(' ');
}

interface Character {
  /** Letters and digits as they are compared; empty for what doesn't count; a space for what parts words. */
  readonly plain: string;
  readonly at: number;
  readonly length: number;
}

function* characters(text: string): Generator<Character> {
  let at = 0;
  for (const character of text) {
    yield {plain: plainCharacter(character), at, length: character.length};
    at += character.length;
  }
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return character;
  if (code >= 65 && code <= 90) return String.fromCharCode(code + 32);
  if (APOSTROPHES.has(character)) return '';
  if (code < 128) return ' ';
  const whole = character.normalize('NFKD').toLowerCase();
  const kept = [...whole].filter(part => !IGNORED.test(part));
  if (kept.length === 0) return '';
  const plain = kept.filter(part => WRITTEN.test(part)).join('');
  return plain === '' ? ' ' : plain.normalize('NFKD');
}
