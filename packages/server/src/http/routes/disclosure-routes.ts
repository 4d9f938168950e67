import {isRootName} from '@goldthread/schema';
import {z} from 'zod';
import {lookFor} from '../../disclosure/index.ts';
import {RequestProblem} from '../../errors.ts';
import {failures, foundPlace, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

/** A page has about 3,000 characters; looking at so many takes a tenth of a second. */
const MOST_CHARACTERS = 20_000;

/** Looking, before words are shown to more people, what they could tell. */
export function disclosureRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body: z.strictObject({
      texts: z
        .array(z.string())
        .max(50)
        .refine(
          texts => texts.reduce((sum, text) => sum + text.length, 0) <= MOST_CHARACTERS,
          'too much at once',
        ),
      root: z.string().describe('Where the texts would stand'),
    }),
    response: {
      200: z
        .object({findings: z.array(foundPlace)})
        .describe('Depends on the texts and on what you may know, and on nothing else'),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/disclosure-checks', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {texts, root} = request.body;
    if (!isRootName(root)) throw new RequestProblem('BAD_REQUEST', 'root: not a part of a plan.');
    const people = (await ports.storage.participants(plan.id)).filter(one => ports.sessions.hasAccess(one));
    const look = await lookFor(ports.storage, {plan, people}, participantOf(request));
    return {findings: look.find(texts, root)};
  });
}
