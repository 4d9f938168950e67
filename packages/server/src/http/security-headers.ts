import fastifyHelmet from '@fastify/helmet';
import type {App} from './app.ts';
import type {HttpPorts} from './http-ports.ts';

const HOST = /^[A-Za-z0-9.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i;

/**
 * Headers that keep a page to what this server serves: no script or style from elsewhere or written into the page, no
 * framing, no address handed on. Sockets are named by host, because older browsers don't count them as `'self'`.
 */
export async function setSecurityHeaders(app: App, ports: HttpPorts): Promise<void> {
  const isSecure = ports.config.publicUrl?.startsWith('https:') ?? false;
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", request => socketSource(request.headers.host, isSecure)],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    crossOriginResourcePolicy: {policy: 'same-origin'},
    frameguard: {action: 'deny'},
    referrerPolicy: {policy: 'no-referrer'},
    hsts: isSecure,
  });
  setPermissions(app);
}

/** Where somebody records their voice. */
const RECORDS = new Set<string | undefined>(['/child/:planId', '/plan/:planId']);

/** No page of ours uses a sensor of the device, but for those on which somebody records their voice. */
function setPermissions(app: App): void {
  app.addHook('onRequest', (request, reply, done) => {
    const microphone = RECORDS.has(request.routeOptions.url) ? '(self)' : '()';
    reply.header('permissions-policy', `camera=(), geolocation=(), microphone=${microphone}`);
    done();
  });
}

function socketSource(host: string | undefined, isSecure: boolean): string {
  if (host === undefined || !HOST.test(host)) return "'self'";
  return `${isSecure ? 'wss' : 'ws'}://${host}`;
}
