export {AwarenessEntry, encodeAwareness, hasAwarenessNews, type AwarenessState} from './awareness.ts';
export {
  decodeClientMessage,
  encodeClientMessage,
  isContentHash,
  type ClientMessage,
  type DivergedMessage,
} from './client-message.ts';
export {CLOSE, closeNameOf, type CloseName, type CloseReason} from './close.ts';
export {
  decodeFrame,
  encodeQueryAwareness,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdate,
  type Frame,
} from './frame.ts';
export {KIND, MESSAGE, SYNC, type KindName} from './kinds.ts';
export {LIMITS} from './limits.ts';
export {REFUSALS, isRefusalCode, type RefusalCode} from './refusals.ts';
export {
  RECORD_KINDS,
  RESET_REASONS,
  type CheckMessage,
  type DurableMessage,
  type FreezeMessage,
  type HelloMessage,
  type RecordKind,
  type RecordsMessage,
  type RefusedMessage,
  type ResetMessage,
  type ResetReason,
  type RightsMessage,
  type ServerMessage,
} from './server-message.ts';
export {decodeServerMessage, encodeServerMessage} from './server-message-codec.ts';
export type {WireProblem} from './wire-problem.ts';
