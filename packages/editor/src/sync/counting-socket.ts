import {MESSAGE, SYNC} from '@goldthread/schema/wire';

/** Told of each data frame that leaves, just before it leaves. */
export type OnDataFrame = (kind: 'step2' | 'update') => void;

/**
 * A WebSocket class that tells of every data frame it sends. The server acknowledges by counting frames, so the
 * count is taken where frames leave and nowhere else; the wire stays y-websocket's own.
 */
export function countingSocket(onDataFrame: OnDataFrame): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    override send(data: string | Blob | BufferSource): void {
      const kind = dataFrameKind(data);
      if (kind !== null) onDataFrame(kind);
      super.send(data);
    }
  };
}

function dataFrameKind(data: unknown): 'step2' | 'update' | null {
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync) return null;
  if (data[1] === SYNC.step2) return 'step2';
  return data[1] === SYNC.update ? 'update' : null;
}
