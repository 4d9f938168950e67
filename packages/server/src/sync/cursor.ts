import {isRootName} from '@goldthread/schema';
import type {StateVector} from './state-vector.ts';

/** A place in a document as Yjs names it, with nothing else in it. */
export interface SafePosition {
  readonly type: SafeId | null;
  readonly tname: string | null;
  readonly item: SafeId | null;
  readonly assoc: number;
}

interface SafeId {
  readonly client: number;
  readonly clock: number;
}

/** A selection whose two ends are places that the document has. */
export interface SafeCursor {
  readonly anchor: SafePosition;
  readonly head: SafePosition;
}

/**
 * The cursor of a presence state, or `null` where there is none or it names a place that this document doesn't have.
 * Only the fields of a relative position survive, so that presence can't carry anything else.
 */
export function readCursor(value: unknown, document: StateVector): SafeCursor | null {
  if (!isObject(value)) return null;
  const anchor = readPosition(value['anchor'], document);
  const head = readPosition(value['head'], document);
  return anchor === null || head === null ? null : {anchor, head};
}

function readPosition(value: unknown, document: StateVector): SafePosition | null {
  if (!isObject(value)) return null;
  const type = readId(value['type'], document);
  const item = readId(value['item'], document);
  const tname = value['tname'] ?? null;
  if (type === undefined || item === undefined) return null;
  if (tname !== null && (typeof tname !== 'string' || !isRootName(tname))) return null;
  if (type === null && item === null && tname === null) return null;
  return {type, tname, item, assoc: value['assoc'] === -1 ? -1 : 0};
}

/** `undefined` for something that isn't an id of this document. */
function readId(value: unknown, document: StateVector): SafeId | null | undefined {
  if (value === undefined || value === null) return null;
  if (!isObject(value)) return undefined;
  const {client, clock} = value;
  if (typeof client !== 'number' || typeof clock !== 'number') return undefined;
  if (!Number.isInteger(clock) || clock < 0 || clock >= (document.get(client) ?? 0)) return undefined;
  return {client, clock};
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
