import {z} from 'zod';
import type {CompartmentId, RandomBytes} from '@goldthread/schema';
import {hashSecret, newSecret, type SignedIn} from '../../auth/index.ts';
import {RequestProblem} from '../../errors.ts';
import type {CompartmentRecord} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {emergencyReaderOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {readDeed} from '../note-reading.ts';
import {accessToCompartment} from '../reading.ts';
import {untoldTo} from '../untold.ts';
import {visiblePeople} from '../visible-people.ts';

/** Client ids below this one are the server's own, so that no person is ever bound to one. */
export const FIRST_CLIENT_ID = 65_536;

const compartment = z.object({
  id: z.string(),
  kind: z.enum(['shared', 'voice', 'withheld']),
  access: z.enum(['read', 'write']),
  epoch: z.number(),
  schemaVersion: z.number(),
  audience: z
    .array(z.string())
    .optional()
    .describe('Who receives a withheld document, as far as this reader may know them'),
});

const ticket = z.object({
  ticket: z.string().describe('Opens sockets for this one document until the session ends'),
  cid: z.number().describe('The Yjs client id to write under'),
  epoch: z.number(),
  schemaVersion: z.number(),
  path: z.string(),
});

/** Which documents a person receives, and tickets for their sockets. */
export function ticketRoutes(app: App, ports: HttpPorts): void {
  const list = {params: planAddress, response: {200: z.array(compartment), ...failures(401, 404)}};
  app.get('/api/plans/:plan/compartments', {schema: list}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = emergencyReaderOf(request);
    const all = await ports.storage.compartments(plan.id);
    const people = visiblePeople(await ports.storage.participants(plan.id), reader);
    const known = people.filter(one => ports.sessions.hasAccess(one)).map(({id}) => id);
    const untold = await untoldTo(ports, plan.id, reader);
    return all.flatMap(one => {
      const access = accessToCompartment(reader, plan, one);
      if (access === 'none') return [];
      const {id, kind, epoch, schemaVersion} = one;
      // A list that lacks somebody would be false; without one the page says nothing of who else reads it.
      const audience =
        untold(id).size > 0 ? undefined : one.audience?.filter(person => known.includes(person));
      return [{id, kind, access, epoch, schemaVersion, ...(audience && {audience})}];
    });
  });

  const issue = {
    params: planAddress,
    body: z.strictObject({compartmentId: z.string()}),
    response: {201: ticket, ...failures(400, 401, 404, 429)},
  };
  app.post('/api/plans/:plan/tickets', {schema: issue}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = emergencyReaderOf(request);
    // The id is only looked up; one of the wrong shape is simply not found.
    const found = await ports.storage.compartment(request.body.compartmentId as CompartmentId);
    const mine = found?.planId === plan.id && accessToCompartment(reader, plan, found) !== 'none';
    if (found === null || !mine) throw new RequestProblem('NOT_FOUND');
    const issued = await bindClientId(ports, reader, found);
    const {epoch, schemaVersion} = found;
    return reply.code(201).send({...issued, epoch, schemaVersion, path: `/sync/${plan.id}/${found.id}`});
  });
}

/**
 * Binds a client id that this document has never seen to the session; durable before anyone is told. Counts this session's tickets
 * for this document alone, so that being refused tells of nothing else.
 */
async function bindClientId(
  ports: HttpPorts,
  reader: SignedIn,
  document: CompartmentRecord,
): Promise<{ticket: string; cid: number}> {
  const secret = newSecret(ports.random);
  const ticketOf = (cid: number) => ({
    ticketHash: hashSecret(secret),
    planId: document.planId,
    compartmentId: document.id,
    participantId: reader.participant.id,
    sessionId: reader.session.id,
    cid,
    epoch: document.epoch,
    createdAt: ports.clock.now(),
  });
  const read = ports.audit.entry(readDeed(reader, document));
  for (;;) {
    const cid = newClientId(ports.random);
    const {ticketsPerSession} = ports.config;
    const outcome = await ports.storage.createTicket(ticketOf(cid), [read], ticketsPerSession);
    if (outcome === 'bound') return {ticket: secret, cid};
    if (outcome === 'full') throw new RequestProblem('TOO_MANY_TICKETS');
  }
}

function newClientId(random: RandomBytes): number {
  for (;;) {
    const bytes = random(4);
    const id = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
    if (id >= FIRST_CLIENT_ID) return id;
  }
}
