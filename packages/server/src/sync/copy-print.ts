import {createHash} from 'node:crypto';

/** What is kept of words in a row to know them again. */
export function printOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}
