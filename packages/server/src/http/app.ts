import type {FastifyBaseLogger, FastifyInstance, RawServerDefault} from 'fastify';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Caller} from '../auth/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; known from the first hook on. */
    caller: Caller;
  }
}

/** The HTTP application, in which a route's zod schemas are its types. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
