/** A part of a text, and where it begins there. */
export interface Window {
  readonly text: string;
  readonly start: number;
}

const WRITTEN = /[\p{Letter}\p{Number}]/u;

/**
 * As much of a text around a change as could belong to something of so many letters and digits, in whole words: what a change
 * completes stands there, however long the text is.
 */
export function lettersAround(
  text: string,
  {from, to}: {readonly from: number; readonly to: number},
  letters: number,
): Window {
  let start = from;
  for (let left = letters; start > 0 && (left > 0 || !isSpace(text, start - 1)); start -= 1) {
    if (isWritten(text, start - 1)) left -= 1;
  }
  let end = to;
  for (let left = letters; end < text.length && (left > 0 || !isSpace(text, end)); end += 1) {
    if (isWritten(text, end)) left -= 1;
  }
  return {text: text.slice(start, end), start};
}

/** As many words around a change, and the words in which it stands. */
export function wordsAround(
  text: string,
  {from, to}: {readonly from: number; readonly to: number},
  words: number,
): Window {
  let start = from;
  for (let left = words + 1; start > 0 && left > 0; start -= 1) {
    if (isSpace(text, start - 1) && !isSpace(text, start) && isWritten(text, start)) left -= 1;
  }
  let end = to;
  for (let left = words + 1; end < text.length && left > 0; end += 1) {
    if (isSpace(text, end) && isWritten(text, end - 1)) left -= 1;
  }
  return {text: text.slice(start, end), start};
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 10;
}

function isWritten(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return WRITTEN.test(text.charAt(at));
}
