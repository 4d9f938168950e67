import fastifyStatic from '@fastify/static';
import {basename, dirname} from 'node:path';
import type {App} from '../app.ts';

const HIDDEN = {schema: {hide: true}, config: {rateLimit: false}} as const;

/** The built pages and what they load. They hold nothing of any plan. */
export async function pageRoutes(app: App, pagesFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: pagesFolder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply, path) {
      const isHashed = basename(dirname(path)) === 'assets';
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/', HIDDEN, (_request, reply) => reply.sendFile('index.html'));
  app.get('/join', HIDDEN, (_request, reply) => reply.sendFile('join.html'));
  app.get('/plan/:planId', HIDDEN, (_request, reply) => reply.sendFile('plan.html'));
  app.get('/child/:planId', HIDDEN, (_request, reply) => reply.sendFile('child.html'));
}
