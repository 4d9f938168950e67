import {z} from 'zod';
import {GLASS_OUTCOMES, GLASS_REASONS} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {emergencyReaderOf, participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';

const LEAST_WORDS = 20;
const passage = z.string().trim().max(2000);

const opening = z.object({
  id: z.string(),
  by: z.string(),
  at: z.string(),
  until: z.string(),
  reason: z.enum(GLASS_REASONS),
  words: z.string().nullable().describe('For whoever did it and whoever may look at it afterwards'),
  compartmentIds: z.array(z.string()).describe('What opened of that which you receive'),
  review: z
    .object({by: z.string(), at: z.string(), outcome: z.enum(GLASS_OUTCOMES), words: z.string().nullable()})
    .nullable(),
  reviewBy: z.string(),
  isOverdue: z.boolean(),
  mayReview: z.boolean(),
});

/** Reading in an emergency what is not meant for the reader, and answering for it. */
export function glassRoutes(app: App, ports: HttpPorts): void {
  const list = {
    params: planAddress,
    response: {200: z.object({openings: z.array(opening)}), ...failures(401, 404, 409)},
  };
  app.get('/api/plans/:plan/break-glass', {schema: list}, async request => {
    const found = await ports.glass.list(planIdOf(request.params), emergencyReaderOf(request));
    return {openings: found.map(one => ({...one, compartmentIds: [...one.compartmentIds]}))};
  });

  const breakIt = {
    params: planAddress,
    body: z.strictObject({
      reason: z.enum(GLASS_REASONS),
      words: passage.min(LEAST_WORDS).describe('Why; nobody but who looks at it afterwards reads it'),
    }),
    response: {
      201: z
        .object({id: z.string(), until: z.string()})
        .describe('The same whatever opens. GET /compartments says what you receive now'),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/break-glass', {schema: breakIt}, async (request, reply) => {
    const {id, until} = await ports.glass.open(
      planIdOf(request.params),
      participantOf(request),
      request.body,
    );
    return reply.code(201).send({id, until: new Date(until).toISOString()});
  });

  const review = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({outcome: z.enum(GLASS_OUTCOMES), words: passage.min(1)}),
    response: {200: z.object({outcome: z.enum(GLASS_OUTCOMES)}), ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/break-glass/:id/review', {schema: review}, async request => {
    const {participant, session} = participantOf(request);
    const actor = {id: participant.id, sessionId: session.id};
    await ports.glass.review(planIdOf(request.params), actor, request.params.id, request.body);
    return {outcome: request.body.outcome};
  });
}
