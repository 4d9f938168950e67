import {z} from 'zod';
import type {App} from '../app.ts';
import type {HttpPorts} from '../http-ports.ts';

const siteAnswer = z.object({
  helpLine: z.string().nullable().describe('The telephone number to call when stuck'),
  council: z.string().nullable().describe('Who answers there'),
});

const route = z
  .object({
    name: z.string().describe('Who helps there'),
    words: z.string(),
    link: z.string().optional().describe('An https address'),
    phone: z.string().optional(),
  })
  .nullable();

const councilAnswer = z.object({
  council: z.string().nullable(),
  advice: route.describe('Who advises families; null where the council said nothing of its own'),
  mediation: route,
  appeal: route,
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

  const words = {schema: {response: {200: councilAnswer}}, config: {rateLimit: false}} as const;
  app.get('/council.json', words, async (_request, reply) => {
    const {advice = null, mediation = null, appeal = null} = ports.councilWords ?? {};
    const {council} = ports.config;
    return await reply.header('cache-control', 'no-cache').send({council, advice, mediation, appeal});
  });

  const symbols = {
    schema: {response: {200: z.object({pack: z.unknown().describe('A symbol pack, or null')})}},
    config: {rateLimit: false},
  } as const;
  app.get('/symbols.json', symbols, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send({pack: ports.schoolsOwn}),
  );
}
