import {z} from 'zod';
import {ROLES, SAFETY_LEVELS, STAGES} from '@goldthread/schema';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {peopleFor} from '../people-for.ts';

const person = z.object({
  id: z.string(),
  name: z.string(),
  relationship: z.string(),
  role: z.enum(ROLES),
  agency: z.string().optional(),
  lead: z.boolean(),
  isMe: z.boolean(),
});

const peopleAnswer = z.object({
  people: z.array(person),
  child: z.object({
    calledName: z.string(),
    houses: z
      .record(z.string(), z.string())
      .optional()
      .describe('What the child calls the houses, by root, where the child chose a name'),
  }),
  stage: z.enum(STAGES),
  planType: z.string(),
  safety: z.enum(SAFETY_LEVELS).nullable(),
});

/** Who is on the plan, as far as the reader may know. */
export function peopleRoutes(app: App, ports: HttpPorts): void {
  const schema = {params: planAddress, response: {200: peopleAnswer, ...failures(401, 404)}};
  app.get('/api/plans/:plan/people', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    return await peopleFor(ports, plan, participantOf(request));
  });
}
