import {createHash} from 'node:crypto';
import {z} from 'zod';
import {RECORD_KINDS, type RecordKind} from '@goldthread/schema/wire';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {emergencyReaderOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {recordsFor} from '../records-for.ts';

const kinds = z
  .string()
  .default(RECORD_KINDS.join(','))
  .transform(text => text.split(','))
  .pipe(z.array(z.enum(RECORD_KINDS)).min(1))
  .describe('Names with commas between them');

/** Records of a plan in the reader's view, for whoever is told that they changed, or asks now and then. */
export function recordsRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    querystring: z.strictObject({kinds}),
    response: {
      200: z.record(z.string(), z.unknown()).describe('One field for each kind that this server has'),
      304: z.null(),
      ...failures(400, 401, 404),
    },
  };
  app.get('/api/plans/:plan/records', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const asked: readonly RecordKind[] = request.query.kinds;
    const records = await recordsFor(ports, plan, emergencyReaderOf(request), new Set(asked));
    const body = JSON.stringify(records);
    // Of the reader's own bytes and nothing else, so that it changes for nobody else's sake.
    const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) return reply.code(304).send(null);
    return reply.code(200).send(records);
  });
}
