import type {Duplex} from 'node:stream';
import {parseId, type CompartmentId, type PlanId} from '@goldthread/schema';

/** What a client asks for when it opens a socket. */
export interface UpgradeRequest {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly ticket: string;
  readonly cid: number;
  /** `null` where the client left it out: it will accept being told. */
  readonly epoch: number | null;
  readonly schema: number | null;
}

const PATH = /^\/sync\/([^/]+)\/([^/]+)$/;

/** Reads the address of a socket; `null` for anything that can't be one. */
export function parseUpgrade(address: string | undefined): UpgradeRequest | null {
  const url = URL.parse(address ?? '', 'ws://localhost');
  const path = url === null ? null : PATH.exec(url.pathname);
  if (url === null || path === null) return null;
  const planId = parseId<PlanId>(path[1]);
  const compartmentId = parseId<CompartmentId>(path[2]);
  const ticket = url.searchParams.get('ticket');
  const cid = wholeNumber(url.searchParams.get('cid'));
  if (!planId.ok || !compartmentId.ok || ticket === null || cid === null) return null;
  return {
    planId: planId.value,
    compartmentId: compartmentId.value,
    ticket,
    cid,
    epoch: wholeNumber(url.searchParams.get('epoch')),
    schema: wholeNumber(url.searchParams.get('schema')),
  };
}

/** Something that isn't a number can't be the right one either, so it reads as one that never fits. */
function wholeNumber(text: string | null): number | null {
  if (text === null) return null;
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

const BODY = '{"error":{"code":"NOT_FOUND","message":"There is nothing here."}}';

/** The one answer to everything that is missing, forbidden or not a ticket: the same bytes, whichever it is. */
export const NOT_FOUND = answer('404 Not Found', BODY);

/** Answers a socket that may not open as if there were nothing here. */
export function refuseUpgrade(socket: Duplex): void {
  // A connection that is reset meanwhile has been refused too; without a listener it would end the process.
  socket.on('error', () => undefined);
  hangUp(socket, NOT_FOUND);
}

/** Answers and closes for good: a stranger who never closes the other half would else hold a descriptor for ever. */
export function hangUp(socket: Duplex, bytes: string): void {
  socket.end(bytes, () => {
    socket.destroy();
  });
}

/** The answer while the server is closing or full. */
export const UNAVAILABLE = answer(
  '503 Service Unavailable',
  '{"error":{"code":"UNAVAILABLE","message":"Please try again in a moment."}}',
);

function answer(status: string, body: string): string {
  const head = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}
