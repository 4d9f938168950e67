import {COPY_REASONS, type ItemId, type ParticipantId} from '@goldthread/schema';
import {z} from 'zod';
import {clearedKeys, failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {toldAnswer, toldBody, toldOf} from './told-body.ts';

const passage = z.string().trim().max(4000);

const override = z.object({
  id: z.string(),
  reader: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  second: z.string(),
  told: toldAnswer,
  agreedAt: z.string().nullable(),
  mayAgree: z.boolean(),
  mayTell: z.boolean(),
});

const list = z.object({
  overrides: z.array(override).readonly(),
  items: z
    .array(
      z.object({
        itemId: z.string(),
        words: z.string(),
        readers: z.array(z.string()).readonly(),
        notWith: z.array(z.string()).readonly(),
      }),
    )
    .readonly()
    .describe('The child’s own words about which this person may ask'),
});

const address = planAddress.extend({id: z.string()});
const response = {200: override, ...failures(400, 401, 404, 409)};

/** Decisions that one person more reads a child's words against the child's choice. */
export function overrideRoutes(app: App, {overrides}: HttpPorts): void {
  const all = {params: planAddress, response: {200: list, ...failures(401, 404)}};
  app.get('/api/plans/:plan/overrides', {schema: all}, async request =>
    overrides.list(planIdOf(request.params), participantOf(request).participant.id),
  );

  const ask = {
    params: address,
    body: z.strictObject({
      readerId: z.string().describe('Who is to read it too'),
      secondId: z.string().describe('Who is asked to agree'),
      reason: passage.min(1).describe('Whom it keeps safe, and how'),
      ...{told: toldBody, cleared: clearedKeys, copyReason: z.enum(COPY_REASONS).optional()},
    }),
    response,
  };
  app.post('/api/plans/:plan/items/:id/readers', {schema: ask}, async request => {
    const {readerId, secondId, told: said, copyReason = null, ...more} = request.body;
    return overrides.ask(planIdOf(request.params), actorIn(request), {
      ...more,
      // Ids are only looked up: one of the wrong shape is simply not found.
      itemId: request.params.id as ItemId,
      reader: readerId as ParticipantId,
      second: secondId as ParticipantId,
      told: toldOf(said),
      copyReason,
    });
  });

  const plain = {params: address, body: z.strictObject({}).nullish(), response};
  app.post('/api/plans/:plan/overrides/:id/agree', {schema: plain}, async request =>
    overrides.agree(planIdOf(request.params), actorIn(request), request.params.id),
  );

  const tell = {params: address, body: z.strictObject({told: toldBody}), response};
  app.post('/api/plans/:plan/overrides/:id/told', {schema: tell}, async request =>
    overrides.tell(planIdOf(request.params), actorIn(request), request.params.id, toldOf(request.body.told)),
  );
}

/** Who decides. Their doors let in only sessions of which it is sure whose they are. */
function actorIn(request: Parameters<typeof participantOf>[0]) {
  const {participant, session} = participantOf(request);
  return {id: participant.id, sessionId: session.id};
}
