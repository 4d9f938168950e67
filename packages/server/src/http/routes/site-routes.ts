import {z} from 'zod';
import type {App} from '../app.ts';
import type {HttpPorts} from '../http-ports.ts';

const siteAnswer = z.object({
  helpLine: z.string().nullable().describe('The telephone number to call when stuck'),
  council: z.string().nullable().describe('Who answers there'),
});

/**
 * What the pages know of whoever runs this server before anybody is signed in. An own device keeps the answer with
 * the pages, so that there is a number to call without a connection too.
 */
export function siteRoutes(app: App, ports: HttpPorts): void {
  const options = {schema: {response: {200: siteAnswer}}, config: {rateLimit: false}} as const;
  app.get('/site.json', options, async (_request, reply) => {
    const {helpLine, council} = ports.config;
    return await reply.header('cache-control', 'no-cache').send({helpLine, council});
  });

  const symbols = {
    schema: {response: {200: z.object({pack: z.unknown().describe('A symbol pack, or null')})}},
    config: {rateLimit: false},
  } as const;
  app.get('/symbols.json', symbols, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({pack: ports.schoolsOwn}),
  );
}
