import {COPY_REASONS, type CompartmentId, type ItemId, type ScaleId} from '@goldthread/schema';
import {z} from 'zod';
import type {ScaleView} from '../../agreement/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

const number = {
  value: z.number().int(),
  at: z.string().nullable(),
  words: z.string(),
  whyNotLower: z.string(),
  oneHigher: z.string(),
  isBlind: z.boolean().describe('Nobody else sees it until the numbers are shown'),
};

const scale = z.object({
  id: z.string(),
  compartmentId: z.string(),
  about: z.string().nullable().describe('The danger statement that it is for'),
  zero: z.string(),
  ten: z.string(),
  ratings: z.array(
    z.object({
      party: z.string(),
      personId: z.string().nullable(),
      name: z.string(),
      ...number,
      earlier: z.array(z.object(number)).describe('Newest first'),
    }),
  ),
  revealedAt: z.string().nullable(),
  mayReveal: z.boolean(),
});

const passage = z.string().trim().max(4000);
const copyReason = z
  .enum(COPY_REASONS)
  .optional()
  .describe('After COPIED_WORDS: why words of a private note may stand here');
const one = planAddress.extend({id: z.string()});

/** Scales from 0 to 10: everybody's own number, blind until somebody shows them all. What may be seen is among the records. */
export function scaleRoutes(app: App, ports: HttpPorts): void {
  const {scales} = ports;
  const make = {
    params: planAddress,
    body: z.strictObject({
      zero: passage.min(1).describe('What 0 means'),
      ten: passage.min(1).describe('What 10 means'),
      compartmentId: z.string().optional().describe('For whom it is; left out, everybody on the plan'),
      about: z.string().optional().describe('The danger statement that it is for'),
      copyReason,
    }),
    response: {201: scale, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/scales', {schema: make}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {zero, ten, compartmentId, about, copyReason: reason = null} = request.body;
    // The ids are only ever looked up; one of the wrong shape is simply not found.
    const where = (compartmentId ?? null) as CompartmentId | null;
    const made = await scales.make(plan.id, participantOf(request), {
      ...{zero, ten, compartmentId: where, about: (about ?? null) as ItemId | null, copyReason: reason},
    });
    return reply.code(201).send(answerOf(made));
  });

  const rate = {
    params: one,
    body: z.strictObject({
      value: z.int().min(0).max(10),
      whyNotLower: passage.default(''),
      oneHigher: passage.default(''),
      copyReason,
    }),
    response: {200: scale, ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/scales/:id/rating', {schema: rate}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {copyReason: reason = null, ...placed} = request.body;
    const id = request.params.id as ScaleId;
    return answerOf(await scales.rate(plan.id, participantOf(request), id, {...placed, copyReason: reason}));
  });

  const reveal = {
    params: one,
    body: z.strictObject({}).nullish(),
    response: {200: scale, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/scales/:id/reveal', {schema: reveal}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    return answerOf(await scales.reveal(plan.id, participantOf(request), request.params.id as ScaleId));
  });
}

function answerOf(view: ScaleView) {
  return {...view, ratings: view.ratings.map(rating => ({...rating, earlier: [...rating.earlier]}))};
}
