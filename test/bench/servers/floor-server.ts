import {WebSocketServer, type WebSocket} from 'ws';
import {eachPresence} from '../lib/client.ts';
import {EMPTY_UPDATE, readFrame, SYNC, syncFrame} from '../lib/frames.ts';

/**
 * The floor: a bare `ws` broadcast that keeps nothing and understands nothing. It answers sync step 1 with an empty
 * step 2, so that clients come up, and relays every update and every newer presence state to the others in the room.
 */
interface Room {
  readonly sockets: Set<WebSocket>;
  readonly clocks: Map<number, number>;
}

const EMPTY_STEP2 = syncFrame(SYNC.step2, EMPTY_UPDATE);
const rooms = new Map<string, Room>();

function isNewer(room: Room, body: Uint8Array): boolean {
  let newer = false;
  eachPresence(body, (cid, clock) => {
    if ((room.clocks.get(cid) ?? -1) >= clock) return;
    room.clocks.set(cid, clock);
    newer = true;
  });
  return newer;
}

function receive(room: Room, from: WebSocket, bytes: Buffer): void {
  const frame = readFrame(bytes);
  if (frame.type === 'sync' && frame.kind === SYNC.step1) {
    from.send(EMPTY_STEP2);
    return;
  }
  if (frame.type === 'sync' && frame.kind === SYNC.step2) return;
  if (frame.type === 'awareness' && !isNewer(room, frame.body)) return;
  for (const socket of room.sockets) if (socket !== from) socket.send(bytes);
}

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.PORT),
  perMessageDeflate: false,
});
server.on('connection', (socket, request) => {
  const name = request.url?.split('?')[0] ?? '';
  const room = rooms.get(name) ?? {sockets: new Set(), clocks: new Map()};
  rooms.set(name, room);
  room.sockets.add(socket);
  socket.on('error', () => socket.terminate());
  socket.on('message', (bytes: Buffer) => receive(room, socket, bytes));
  socket.on('close', () => {
    room.sockets.delete(socket);
    if (room.sockets.size === 0) rooms.delete(name);
  });
});
