import * as encoding from 'lib0/encoding';
import {ByteReader} from './byte-reader.ts';
import {MESSAGE} from './kinds.ts';
import {LIMITS} from './limits.ts';
import {readUtf8} from './utf8.ts';

const NULL_BYTES = [0x6e, 0x75, 0x6c, 0x6c];

/** The presence of one client, as its clock last counted it. The state stays bytes until somebody needs it. */
export class AwarenessEntry {
  readonly cid: number;
  readonly clock: number;
  /** UTF-8 of the JSON of the state, as a view of the frame it came in. */
  readonly state: Uint8Array;

  constructor(cid: number, clock: number, state: Uint8Array) {
    this.cid = cid;
    this.clock = clock;
    this.state = state;
  }

  /** The JSON text of the state, empty where the bytes aren't text; whoever parses it parses a stranger's text. */
  get stateText(): string {
    return readUtf8(this.state) ?? '';
  }

  /** The client has left. */
  get isGone(): boolean {
    return this.state.length === NULL_BYTES.length && NULL_BYTES.every((byte, at) => this.state[at] === byte);
  }
}

/** Reads the payload of an awareness frame; on a problem the reader holds it and the list is to be dropped. */
export function readAwarenessEntries(reader: ByteReader): AwarenessEntry[] {
  const count = reader.number();
  if (count > LIMITS.awarenessEntries) reader.problem ??= 'tooManyEntries';
  const entries: AwarenessEntry[] = [];
  for (let left = count; left > 0 && reader.problem === null; left -= 1) {
    const cid = reader.number();
    const clock = reader.number();
    entries.push(new AwarenessEntry(cid, clock, reader.bytes(LIMITS.awarenessStateBytes)));
  }
  return entries;
}

/**
 * Whether an awareness frame holds anything that its receiver doesn't know already: an entry with a higher clock
 * than `clockOf` gives for its client, or an unknown client. It makes no object and reads no state, because stock
 * clients send back every cursor they receive and most frames end here. A frame that can't be read counts as news,
 * so that `decodeFrame` says what is wrong with it; whoever notes leaving by an equal clock doesn't use this.
 */
export function hasAwarenessNews(frame: Uint8Array, clockOf: (cid: number) => number | undefined): boolean {
  const reader = new ByteReader(frame);
  if (reader.number() !== MESSAGE.awareness || reader.number() !== reader.left) return true;
  const count = reader.number();
  if (count > LIMITS.awarenessEntries) return true;
  for (let left = count; left > 0 && reader.problem === null; left -= 1) {
    const known = clockOf(reader.number());
    if (known === undefined || reader.number() > known) return true;
    reader.skip(LIMITS.awarenessStateBytes);
  }
  return reader.problem !== null || reader.left > 0;
}

/** What an awareness frame is written from. */
export interface AwarenessState {
  readonly cid: number;
  readonly clock: number;
  /** JSON text; `null` says that the client has left. */
  readonly stateText: string;
}

/** An awareness frame that tells of the given clients. */
export function encodeAwareness(states: readonly AwarenessState[]): Uint8Array {
  const payload = encoding.createEncoder();
  encoding.writeVarUint(payload, states.length);
  for (const state of states) {
    encoding.writeVarUint(payload, state.cid);
    encoding.writeVarUint(payload, state.clock);
    encoding.writeVarString(payload, state.stateText);
  }
  const frame = encoding.createEncoder();
  encoding.writeVarUint(frame, MESSAGE.awareness);
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(payload));
  return encoding.toUint8Array(frame);
}
