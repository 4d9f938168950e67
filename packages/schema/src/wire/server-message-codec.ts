import {assertNever} from '../base/assert-never.ts';
import {fail, ok, type Result} from '../base/result.ts';
import {isRootName, type RootName} from '../plan/root.ts';
import {isContentHash} from './client-message.ts';
import {decodeControl, encodeControl, isRecord, type Control} from './control.ts';
import {LIMITS} from './limits.ts';
import {RECORD_KINDS, type RecordKind, type ServerMessage} from './server-message.ts';
import type {WireProblem} from './wire-problem.ts';

type Fields = Control['fields'];

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Writes a message of the server. */
export function encodeServerMessage(message: ServerMessage): Uint8Array {
  const {kind, ...fields} = message;
  return encodeControl(kind, fields);
}

/**
 * Reads a message of the server; never throws. Fields, roots and record kinds that it doesn't know are left out,
 * because a newer server may add them.
 */
export function decodeServerMessage(bytes: Uint8Array): Result<ServerMessage, WireProblem> {
  const control = decodeControl(bytes, LIMITS.frameBytes);
  if (!control.ok) return control;
  if (control.value.kind === 'diverged') return fail('unknownKind');
  const message = readMessage(control.value.kind, control.value.fields);
  return message === null ? fail('wrongShape') : ok(message);
}

function readMessage(kind: ServerMessage['kind'], fields: Fields): ServerMessage | null {
  switch (kind) {
    case 'hello':
      return readHello(fields);
    case 'durable':
      return isCount(fields['upTo']) ? {kind, upTo: fields['upTo']} : null;
    case 'refused':
      return readRefused(fields);
    case 'reset':
      return typeof fields['reason'] === 'string' ? {kind, reason: fields['reason']} : null;
    case 'check':
      return readCheck(fields);
    case 'rights': {
      const writableRoots = readRoots(fields['writableRoots']);
      return writableRoots === null ? null : {kind, writableRoots};
    }
    case 'freeze': {
      const {on, reason} = fields;
      return typeof on === 'boolean' && typeof reason === 'string' ? {kind, on, reason} : null;
    }
    case 'records': {
      const kinds = readTexts(fields['kinds']);
      return kinds === null ? null : {kind, kinds: kinds.filter(isRecordKind)};
    }
    default:
      return assertNever(kind);
  }
}

function readHello(fields: Fields): ServerMessage | null {
  const {epoch, schemaVersion} = fields;
  const writableRoots = readRoots(fields['writableRoots']);
  if (!isCount(epoch) || !isCount(schemaVersion) || writableRoots === null) return null;
  return {kind: 'hello', epoch, schemaVersion, writableRoots};
}

function readRefused(fields: Fields): ServerMessage | null {
  const {frame, code, message} = fields;
  if (!isCount(frame) || typeof code !== 'string' || typeof message !== 'string') return null;
  return {kind: 'refused', frame, code, message};
}

function readCheck(fields: Fields): ServerMessage | null {
  const {stateVector, hashes} = fields;
  if (typeof stateVector !== 'string' || !BASE64.test(stateVector) || !isRecord(hashes)) return null;
  const known: Partial<Record<RootName, string>> = {};
  for (const [root, hash] of Object.entries(hashes)) {
    if (!isContentHash(hash)) return null;
    if (isRootName(root)) known[root] = hash;
  }
  return {kind: 'check', stateVector, hashes: known};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function readTexts(value: unknown): string[] | null {
  return Array.isArray(value) && value.every(entry => typeof entry === 'string') ? value : null;
}

function readRoots(value: unknown): RootName[] | null {
  return readTexts(value)?.filter(isRootName) ?? null;
}

function isRecordKind(text: string): text is RecordKind {
  return RECORD_KINDS.some(kind => kind === text);
}
