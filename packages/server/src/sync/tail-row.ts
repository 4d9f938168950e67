import type {UpdateRow} from '../storage/index.ts';
import {updatePacket, type Packet} from './packet.ts';

/** The update that brings nothing and deletes nothing. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** A committed log row as it is sent: the update's bytes are the end of the packet. */
export interface TailRow {
  readonly packet: Packet;
  readonly size: number;
}

/** Frames a log row; one without bytes brings nothing. */
export function toTailRow(row: UpdateRow): TailRow {
  const bytes = row.bytes ?? EMPTY_UPDATE;
  return {packet: updatePacket(bytes), size: bytes.length};
}

/** Bytes of the updates of these rows. */
export function sizeOf(rows: readonly TailRow[]): number {
  return rows.reduce((sum, row) => sum + row.size, 0);
}
