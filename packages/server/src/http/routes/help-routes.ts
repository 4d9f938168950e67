import {HELP_OUTCOMES} from '@goldthread/schema';
import {z} from 'zod';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';

const passage = z.string().trim().max(4000);

const call = z.object({
  id: z.string(),
  compartmentId: z.string(),
  itemId: z.string(),
  how: z.enum(['asked', 'words']),
  at: z.string(),
  dueOn: z.string(),
  isLate: z.boolean(),
  escalatedAt: z.string().nullable(),
  keptFrom: z.array(z.string()).readonly(),
  asked: z.array(z.string()).readonly(),
  decisions: z
    .array(
      z.object({
        by: z.string(),
        at: z.string(),
        outcome: z.enum(HELP_OUTCOMES),
        words: z.string(),
        childTold: z.string(),
        keepsSealed: z.boolean(),
      }),
    )
    .readonly(),
});

/** Calls of a child for help: what somebody decided who was asked. Which there are is among the records. */
export function helpRoutes(app: App, {helpCalls}: HttpPorts): void {
  const decide = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({
      outcome: z.enum(HELP_OUTCOMES).describe('Who was told, or that there is no harm'),
      words: passage.min(1).describe('What was decided and why; only for those who were asked'),
      childTold: passage.min(1).describe('What the child was told of it'),
      keepsSealed: z.boolean().default(true).describe('Whether it stays kept from those whom its words name'),
    }),
    response: {200: call, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/help-calls/:id/decide', {schema: decide}, async request => {
    const {params, body} = request;
    return helpCalls.decide(planIdOf(params), participantOf(request), params.id, body);
  });
}
