import type {SQLOutputValue} from 'node:sqlite';

/** One row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** The row, or `null` where the statement found none. */
export function oneRow<T>(row: Row | undefined, read: (row: Row) => T): T | null {
  return row === undefined ? null : read(row);
}

/**
 * A text column as the string type that was written there. Columns are read back only by the code that wrote them,
 * in STRICT tables, so the brand or union of the value is known.
 */
export function text<T extends string>(row: Row, column: string): T {
  // See above: the database returns what this package put in.
  return row[column] as T;
}

/** A text column that may be NULL. */
export function textOrNull<T extends string>(row: Row, column: string): T | null {
  // See `text`.
  return row[column] as T | null;
}

/** A column of JSON text, written by this package from a value of this type. */
export function json<T>(row: Row, column: string): T {
  // See `text`.
  return JSON.parse(text(row, column)) as T;
}

export function integer(row: Row, column: string): number {
  return Number(row[column]);
}

export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : Number(row[column]);
}

export function flag(row: Row, column: string): boolean {
  return row[column] === 1;
}

export function blob(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`Column ${column} holds no bytes.`);
  return value;
}

/** A text as bytes to be sealed. */
export function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** The text of bytes that were opened. */
export function wordsOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
