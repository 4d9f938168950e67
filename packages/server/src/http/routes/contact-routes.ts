import type {FastifyRequest} from 'fastify';
import {z} from 'zod';
import {CONTACT_KINDS, type ParticipantId} from '@goldthread/schema';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';

const readers = z.array(z.string()).max(100);

const contact = z.object({
  token: z.string().describe('What may stand in the plan in the place of the value'),
  kind: z.enum(CONTACT_KINDS),
  value: z.string(),
  audience: z.array(z.string()).describe('Who reads it, as far as the reader may know them'),
  writtenBy: z.string().nullable(),
  writtenAt: z.string(),
  asked: z
    .object({audience: z.array(z.string()), askedBy: z.string()})
    .nullable()
    .describe('Other readers for whom a second person is waited; none at all destroys the value'),
  mayAsk: z.boolean(),
  mayApprove: z.boolean(),
  sightings: z
    .array(z.object({at: z.string(), by: z.string(), compartmentId: z.string(), itemId: z.string()}))
    .describe('Where somebody wrote it who may not read it; for those alone who keep such values'),
});

const byToken = planAddress.extend({token: z.string()});

/** The protected contact store: what stands in no plan, for those alone who are named. */
export function contactRoutes(app: App, ports: HttpPorts): void {
  const {contacts} = ports;
  const list = {
    params: planAddress,
    response: {200: z.object({contacts: z.array(contact)}), ...failures(401, 404, 409)},
  };
  app.get('/api/plans/:plan/contacts', {schema: list}, async request => {
    const mine = await contacts.read(planIdOf(request.params), commander(request));
    return {
      contacts: mine.map(one => ({
        ...one,
        audience: [...one.audience],
        asked: one.asked === null ? null : {...one.asked, audience: [...one.asked.audience]},
        sightings: [...one.sightings],
      })),
    };
  });

  const write = {
    params: planAddress,
    body: z.strictObject({
      kind: z.enum(CONTACT_KINDS),
      value: z.string().trim().min(1).max(500),
      audience: readers.optional().describe('Exactly the readers; left out: the writer and social care'),
    }),
    response: {201: z.object({token: z.string()}), ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/contacts', {schema: write}, async (request, reply) => {
    const {kind, value, audience} = request.body;
    const named = audience === undefined ? null : idsOf(audience);
    const asked = {kind, value, audience: named};
    const token = await contacts.write(planIdOf(request.params), commander(request), asked);
    return reply.code(201).send({token});
  });

  audienceRoutes(app, ports);
}

function audienceRoutes(app: App, {contacts}: HttpPorts): void {
  const ask = {
    params: byToken,
    body: z.strictObject({audience: readers.describe('Exactly the readers; none at all destroys the value')}),
    response: {200: z.object({status: z.enum(['changed', 'pending'])}), ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/contacts/:token/audience', {schema: ask}, async request => {
    const {plan, token} = request.params;
    const wanted = idsOf(request.body.audience);
    return {status: await contacts.askAudience(planIdOf({plan}), commander(request), token, wanted)};
  });

  const approve = {
    params: byToken,
    response: {200: z.object({status: z.literal('changed')}), ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/contacts/:token/approve', {schema: approve}, async request => {
    const {plan, token} = request.params;
    await contacts.approveAudience(planIdOf({plan}), commander(request), token);
    return {status: 'changed' as const};
  });
}

/** Ids are only looked up: one of the wrong shape is simply on no plan. */
function idsOf(texts: readonly string[]): readonly ParticipantId[] {
  return [...new Set(texts)] as ParticipantId[];
}

function commander(request: FastifyRequest) {
  const reader = participantOf(request);
  return {actor: {id: reader.participant.id, sessionId: reader.session.id}, reader};
}
