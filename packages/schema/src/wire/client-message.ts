import {fail, ok, type Result} from '../base/result.ts';
import {isRootName, type RootName} from '../plan/root.ts';
import {decodeControl, encodeControl} from './control.ts';
import {LIMITS} from './limits.ts';
import type {WireProblem} from './wire-problem.ts';

/** What our client tells the server beside sync: that its own text of a root differs from the server's hash. */
export interface DivergedMessage {
  readonly kind: 'diverged';
  readonly root: RootName;
  /** What the client computed: 16 hexadecimal digits. */
  readonly hash: string;
}
export type ClientMessage = DivergedMessage;

const HASH = /^[0-9a-f]{16}$/;

/** Whether text is the hash of a root's content, as check and diverged messages carry it. */
export function isContentHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

/** Writes a message of the client. */
export function encodeClientMessage(message: ClientMessage): Uint8Array {
  return encodeControl(message.kind, {root: message.root, hash: message.hash});
}

/** Reads a message of the client; never throws. A kind that only the server may send is `unknownKind`. */
export function decodeClientMessage(bytes: Uint8Array): Result<ClientMessage, WireProblem> {
  const control = decodeControl(bytes, LIMITS.clientMessageBytes);
  if (!control.ok) return control;
  const {kind, fields} = control.value;
  if (kind !== 'diverged') return fail('unknownKind');
  const {root, hash} = fields;
  if (typeof root !== 'string' || root.length > LIMITS.rootNameCharacters) return fail('wrongShape');
  if (!isRootName(root) || !isContentHash(hash)) return fail('wrongShape');
  return ok({kind, root, hash});
}
