import {decodeClientMessage, decodeFrame, decodeServerMessage} from '@goldthread/schema/wire';

const NAMES = {
  syncStep1: 'sync step 1',
  syncStep2: 'sync step 2',
  update: 'update',
  awareness: 'awareness',
  queryAwareness: 'query awareness',
} as const;

/** What the list of doors calls a message on a socket. */
export function messageName(direction: 'in' | 'out', bytes: Uint8Array): string | null {
  const frame = decodeFrame(bytes);
  if (!frame.ok) return null;
  if (frame.value.kind !== 'goldthread') return NAMES[frame.value.kind];
  const decode = direction === 'in' ? decodeClientMessage : decodeServerMessage;
  const message = decode(frame.value.bytes);
  return message.ok ? message.value.kind : null;
}
