import fastifyCors, {type FastifyCorsOptions} from '@fastify/cors';
import type {IncomingHttpHeaders} from 'node:http';
import {PARTICIPANT_HEADER} from '../auth/index.ts';
import type {App} from './app.ts';

/** What a page that embeds a plan loads and asks. Pages, numbers and the demo stay with this server's own pages. */
const OPEN = /^\/(api|embed|assets)\//;

/**
 * Lets the pages of listed origins ask the interface and load the elements. Never with cookies: such a page holds a
 * session token and sends it itself, so that no page can act by what a browser happens to keep. Where no origin is
 * listed nothing is added at all; to an origin that isn't on the list nothing of this is there.
 */
export async function letOtherOriginsIn(app: App, listed: readonly string[]): Promise<void> {
  if (listed.length === 0) return;
  await app.register(fastifyCors, {
    delegator: (request, answer) => {
      const {origin} = request.headers;
      const isIn = origin !== undefined && listed.includes(origin) && OPEN.test(request.url);
      answer(null, {...TERMS, origin: isIn ? origin : false});
    },
  });
}

const TERMS: FastifyCorsOptions = {
  credentials: false,
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['authorization', 'content-type', PARTICIPANT_HEADER],
  strictPreflight: false,
  maxAge: 600,
};

/**
 * Whether a socket is opened by a page that may: one of this server, one of a listed origin, or no page at all.
 * A browser always says which page asks; a program that isn't one says nothing, and has no cookies to misuse.
 */
export function mayOpenSocket(
  headers: Pick<IncomingHttpHeaders, 'origin' | 'host'>,
  listed: readonly string[],
  publicUrl: string | null,
): boolean {
  const {origin, host} = headers;
  if (origin === undefined || listed.includes(origin)) return true;
  const page = URL.parse(origin);
  if (page === null || page.host === '') return false;
  // Behind a proxy the host may be another than the one that people open.
  return page.host === host || page.origin === URL.parse(publicUrl ?? '')?.origin;
}
