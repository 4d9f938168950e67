import {readFileSync} from 'node:fs';
import {readSymbolPack, type SymbolPack} from '@goldthread/schema/symbols';

/** Reads the pack of picture symbols that a setting names; a wrong one stops the start with one sentence that says what is wrong. */
export function schoolSymbols(file: string | null): SymbolPack | null {
  if (file === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error('GOLDTHREAD_SYMBOLS must be a file with a symbol pack: this one can’t be read as JSON.');
  }
  try {
    return readSymbolPack(value);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`GOLDTHREAD_SYMBOLS must be a file with a symbol pack: ${what}`, {cause: error});
  }
}
