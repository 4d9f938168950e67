import type {FastifyRequest} from 'fastify';

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host to listen on can be reached from this machine only. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK_NAMES.has(host) || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * Whether a request was made on this machine, to this machine, with nothing in between. A forwarded request comes from
 * elsewhere although its socket doesn't; a foreign host name is a web page that pretends to be this one.
 */
export function isOnThisMachine(request: FastifyRequest): boolean {
  const {headers} = request;
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  const address = (request.raw.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return !isForwarded && isLoopbackHost(address) && isLoopbackHost(host);
}
