import {registerHooks} from 'node:module';
import type {Awareness} from 'y-protocols/awareness';
import WebSocket from 'ws';
import {WebsocketProvider} from 'y-websocket';
import type * as Y from 'yjs';
import {PEERS} from '../servers/kinds.ts';
import {MESSAGE} from './frames.ts';
import {within} from './measure.ts';
import type {Seat, Wire} from './wire.ts';

/** One of the real client libraries over a socket that counts what comes in. */
export interface RealProvider {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly received: {messages: number; bytes: number};
  destroy(): void;
}

interface Counted {
  readonly received: {messages: number; bytes: number};
  readonly Socket: new (url: string | URL) => WebSocket;
}

function countingSocket(): Counted {
  const received = {messages: 0, bytes: 0};
  class CountingSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url, {perMessageDeflate: false});
      this.on('message', (data: ArrayBuffer | Buffer) => {
        received.messages++;
        received.bytes += data.byteLength;
      });
    }
  }
  return {received, Socket: CountingSocket};
}

/** Joins a room with the library that a user of that server would take; resolves when it says that it is in step. */
export function joinForReal(port: number, wire: Wire, seat: Seat, doc: Y.Doc): Promise<RealProvider> {
  doc.clientID = seat.cid;
  const joining =
    wire.name === 'hocuspocus' ? joinHocuspocus(port, seat, doc) : joinYWebsocket(port, seat, doc);
  return within(joining, 15_000, 'the real provider');
}

async function joinYWebsocket(port: number, seat: Seat, doc: Y.Doc): Promise<RealProvider> {
  const {received, Socket} = countingSocket();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}${seat.base}`, seat.room, doc, {
    // `ws` has everything that the provider calls, but not every member of the browser's type.
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params: {...seat.params},
  });
  // A stock client ignores Goldthread's own messages, but says so on the console each time.
  provider.messageHandlers[MESSAGE.goldthread] = () => undefined;
  await new Promise<void>(resolve => provider.on('sync', (inStep: boolean) => inStep && resolve()));
  return {doc, awareness: provider.awareness, received, destroy: () => provider.destroy()};
}

/** The part of Hocuspocus's client library that is used; it is installed on demand, so its types aren't here. */
interface HocuspocusClient {
  HocuspocusProviderWebsocket: new (options: object) => {destroy(): void};
  HocuspocusProvider: new (options: object) => {
    awareness: Awareness;
    attach(): void;
    on(event: 'synced', then: () => void): void;
    destroy(): void;
  };
}

let shared = false;

/** Lets the peer's client take this process's Yjs: two copies of it don't know each other's types. */
function shareYjs(): void {
  if (shared) return;
  shared = true;
  registerHooks({
    resolve: (specifier, context, next) =>
      /^(yjs|lib0|y-protocols)(\/|$)/.test(specifier)
        ? next(specifier, {...context, parentURL: import.meta.url})
        : next(specifier, context),
  });
}

async function joinHocuspocus(port: number, seat: Seat, doc: Y.Doc): Promise<RealProvider> {
  const {received, Socket} = countingSocket();
  shareYjs();
  const file = `${PEERS}/hocuspocus-sqlite/node_modules/@hocuspocus/provider/dist/hocuspocus-provider.esm.js`;
  // Installed on demand; the shape is the one that its documentation gives.
  const client = (await import(file)) as HocuspocusClient;
  const socket = new client.HocuspocusProviderWebsocket({
    url: `ws://127.0.0.1:${port}`,
    WebSocketPolyfill: Socket,
  });
  const provider = new client.HocuspocusProvider({
    websocketProvider: socket,
    name: seat.room,
    document: doc,
    token: 'bench',
  });
  provider.attach();
  await new Promise<void>(resolve => provider.on('synced', resolve));
  const destroy = (): void => {
    provider.destroy();
    socket.destroy();
  };
  return {doc, awareness: provider.awareness, received, destroy};
}
