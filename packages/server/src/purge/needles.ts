/**
 * The bytes of words as they may stand in a file: as one text in each encoding, and each of their longer words, so that a copy which
 * was cut in pieces is found too.
 */
export function needlesOf(words: string): Uint8Array[] {
  const pieces = words.split(/\s+/).filter(piece => piece.length >= SHORTEST);
  return [...new Set([words, words.toLowerCase(), ...pieces])].flatMap(spellings);
}

/** Shorter words stand in every file by chance. */
const SHORTEST = 8;

function spellings(text: string): Uint8Array[] {
  const escaped = [...Array(text.length).keys()]
    .map(at => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(escaped), Buffer.from(jsonOf(text))];
}

function jsonOf(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
