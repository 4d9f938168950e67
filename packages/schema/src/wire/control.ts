import * as encoding from 'lib0/encoding';
import {fail, ok, type Result} from '../base/result.ts';
import {ByteReader} from './byte-reader.ts';
import {KIND, MESSAGE, type KindName} from './kinds.ts';
import type {WireProblem} from './wire-problem.ts';

/** A frame of type 100 opened as far as its JSON object, whose fields nobody has looked at yet. */
export interface Control {
  readonly kind: KindName;
  readonly fields: Readonly<Record<string, unknown>>;
}

const NAMES: ReadonlyMap<number, KindName> = new Map(
  // Object.entries forgets that the keys of KIND are its names.
  (Object.entries(KIND) as [KindName, number][]).map(([name, number]) => [number, name]),
);

/** Writes a frame of type 100. */
export function encodeControl(kind: KindName, fields: object): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.goldthread);
  encoding.writeVarUint(encoder, KIND[kind]);
  encoding.writeVarString(encoder, JSON.stringify(fields));
  return encoding.toUint8Array(encoder);
}

/** Opens a frame of type 100 of at most `limit` bytes of JSON. */
export function decodeControl(bytes: Uint8Array, limit: number): Result<Control, WireProblem> {
  const reader = new ByteReader(bytes);
  if (reader.number() !== MESSAGE.goldthread) return fail(reader.problem ?? 'unknownMessage');
  const kind = NAMES.get(reader.number());
  if (reader.problem === null && kind === undefined) return fail('unknownKind');
  const text = reader.text(limit);
  reader.end();
  if (reader.problem !== null || kind === undefined) return fail(reader.problem ?? 'unknownKind');
  const fields = parseObject(text);
  return fields === null ? fail('notJson') : ok({kind, fields});
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a parsed value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
