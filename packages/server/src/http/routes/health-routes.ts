import {z} from 'zod';
import {failures} from '../answers.ts';
import type {App} from '../app.ts';
import type {HttpPorts} from '../http-ports.ts';

/** Whether the server lives, what it counts, and what its interface is. */
export function healthRoutes(app: App, ports: HttpPorts): void {
  const schema = {response: {200: z.object({status: z.literal('ok')})}};
  app.get('/healthz', {schema, config: {rateLimit: false}}, () => ({status: 'ok' as const}));

  app.get('/metrics', {schema: {response: failures(401, 404)}}, async (_request, reply) => {
    const text = await ports.metrics.text();
    // The text goes out as it stands; the schemas of this route describe its failures only.
    return reply
      .type('text/plain; version=0.0.4; charset=utf-8')
      .serializer(String)
      .send(text as never);
  });

  app.get('/api/openapi.json', {schema: {hide: true}}, () => app.swagger());
}
