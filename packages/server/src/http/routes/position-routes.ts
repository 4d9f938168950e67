import {COPY_REASONS, STANCES, type ItemId} from '@goldthread/schema';
import {z} from 'zod';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

const saidOnce = {
  stance: z.enum(STANCES),
  words: z.string(),
  by: z.string().nullable().describe('Who said it for the party'),
  byName: z.string().nullable(),
  at: z.string().nullable(),
};

const standing = z.object({
  item: z.string(),
  party: z.string().describe('As a plan file calls it: the key of a person, or the name of an agency'),
  name: z.string(),
  ...saidOnce,
  version: z.number().int().describe('What the next change of this position has to expect'),
  earlier: z.array(z.object(saidOnce)).describe('What the party said before, newest first'),
  isBeforeLastChange: z.boolean().describe('The item says something else now than what was answered'),
});

/** Saying what one's own party thinks of an item. What others think is among the records. */
export function positionRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress.extend({item: z.string()}),
    body: z.strictObject({
      party: z
        .string()
        .max(300)
        .describe('The caller’s own: the key or id of the person, or the name of the agency'),
      stance: z.enum(STANCES),
      words: z.string().trim().max(4000).default(''),
      expectedVersion: z.int().min(0).describe('How often the party answered so far; 0 for the first answer'),
      copyReason: z
        .enum(COPY_REASONS)
        .optional()
        .describe('After COPIED_WORDS: why words of a private note may stand here'),
    }),
    response: {200: standing, ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/positions/:item', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {copyReason = null, ...said} = request.body;
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const item = request.params.item as ItemId;
    const taken = await ports.positions.take(plan.id, participantOf(request), item, {...said, copyReason});
    return {...taken, earlier: [...taken.earlier]};
  });
}
