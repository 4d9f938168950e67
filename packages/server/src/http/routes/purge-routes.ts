import {z} from 'zod';
import {RequestProblem} from '../../errors.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {received} from '../reading.ts';

/** Taking words that must not be anywhere out of a document, its history and every file. */
export function purgeRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body: z.strictObject({
      compartmentId: z.string(),
      text: z
        .string()
        .trim()
        .min(3)
        .max(500)
        .describe('Found however it is spaced, capitalised or formatted'),
    }),
    response: {
      202: z
        .object({
          purgeId: z.string(),
          places: z.number().int().describe('In how many places of the document it stood'),
          couldHaveSeen: z
            .array(z.object({id: z.string(), name: z.string(), firstAt: z.string()}))
            .describe(
              'Who had the document open or took a copy along since it stood there, as far as you may know them',
            ),
        })
        .describe('Never holds what was purged'),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/purges', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = participantOf(request);
    const mine = received(reader, plan, await ports.storage.compartments(plan.id));
    const compartment = mine.find(({id}) => id === request.body.compartmentId);
    if (compartment === undefined) throw new RequestProblem('NOT_FOUND');
    const asked = {compartmentId: compartment.id, words: request.body.text};
    const report = await ports.purges.purge(plan.id, reader, {sessionId: reader.session.id}, asked);
    return reply.code(202).send({...report, couldHaveSeen: [...report.couldHaveSeen]});
  });
}
