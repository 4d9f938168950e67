import * as encoding from 'lib0/encoding';
import {readFrame, readVarUint, type Received} from './frames.ts';

/** Where one client sits: one Yjs document instance in one room. */
export interface Seat {
  /** Path before the room's name: empty, or `/sync/PLAN`. */
  readonly base: string;
  /** The room's name: the last part of the path, or the document's name. */
  readonly room: string;
  readonly params: Readonly<Record<string, string>>;
  /** Yjs client id that this client must write under. */
  readonly cid: number;
}

/** How y-protocols messages travel to one kind of server. */
export interface Wire {
  readonly name: 'y-websocket' | 'hocuspocus';
  path(seat: Seat): string;
  /** Sent as soon as the socket is open. With it the client waits to be let in before it syncs. */
  hello(seat: Seat): Uint8Array | undefined;
  wrap(seat: Seat, message: Uint8Array): Uint8Array;
  unwrap(message: Uint8Array): Received | {readonly type: 'letIn'};
  /** y-websocket's provider sends every newer awareness state that it receives back to the server. */
  readonly echoesAwareness: boolean;
}

const yWebsocket: Wire = {
  name: 'y-websocket',
  path(seat) {
    const query = new URLSearchParams(seat.params).toString();
    return `${seat.base}/${encodeURIComponent(seat.room)}${query === '' ? '' : `?${query}`}`;
  },
  hello: () => undefined,
  wrap: (_seat, message) => message,
  unwrap: readFrame,
  echoesAwareness: true,
};

const HOCUSPOCUS = {auth: 2, syncReply: 4, token: 0, authenticated: 2} as const;

const hocuspocus: Wire = {
  name: 'hocuspocus',
  path: () => '/',
  hello: seat =>
    encoding.encode(encoder => {
      encoding.writeVarString(encoder, seat.room);
      encoding.writeVarUint(encoder, HOCUSPOCUS.auth);
      encoding.writeVarUint(encoder, HOCUSPOCUS.token);
      encoding.writeVarString(encoder, 'bench');
      encoding.writeVarString(encoder, '4.7.0');
    }),
  wrap(seat, message) {
    const name = Buffer.from(seat.room);
    return Buffer.concat([Uint8Array.of(name.length), name, message]);
  },
  unwrap(message) {
    const [length, start] = readVarUint(message, 0);
    const rest = message.subarray(start + length);
    if (rest[0] === HOCUSPOCUS.auth && rest[1] === HOCUSPOCUS.authenticated) return {type: 'letIn'};
    if (rest[0] === 0 || rest[0] === 1) return readFrame(rest);
    if (rest[0] !== HOCUSPOCUS.syncReply) return {type: 'other'};
    return readFrame(Buffer.concat([Uint8Array.of(0), rest.subarray(1)]));
  },
  echoesAwareness: false,
};

export const WIRES: Readonly<Record<Wire['name'], Wire>> = {'y-websocket': yWebsocket, hocuspocus};
