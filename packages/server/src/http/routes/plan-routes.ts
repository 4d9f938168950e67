import type {FastifyReply} from 'fastify';
import {z} from 'zod';
import {ROLES, STAGES} from '@goldthread/schema';
import {planFileSchema, toPlanJson} from '@goldthread/schema/json';
import {demandCleared, lookFor, textsOfFile} from '../../disclosure/index.ts';
import {RequestProblem} from '../../errors.ts';
import type {Deed} from '../../audit/index.ts';
import type {SignedIn} from '../../auth/index.ts';
import type {CompartmentRecord, PlanRecord} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {byWhom, emergencyReaderOf, participantOf, planIdOf} from '../authorize.ts';
import {changePlan, requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {importPlan} from '../import-plan.ts';
import {clearedDeed, exportDeed, readDeed} from '../note-reading.ts';
import {readerView} from '../reader-view.ts';
import {received} from '../reading.ts';
import {mayFollow} from '../stage-order.ts';

const importAnswer = z.object({
  planId: z.string(),
  participants: z.array(z.object({id: z.string(), key: z.string(), name: z.string(), role: z.enum(ROLES)})),
  items: z
    .array(z.object({ref: z.string(), id: z.string()}))
    .describe('Which id each item of the file has now'),
  notImported: z.array(z.string()).describe('Items that are not open to everyone and were not stored'),
});

/** Names findings that somebody cleared for a copy of the plan. */
const CLEARED_HEADER = 'goldthread-cleared';

/** Importing a plan, reading it, taking a copy along, and moving it to its next stage. */
export function planRoutes(app: App, ports: HttpPorts): void {
  importRoute(app, ports);
  exportRoute(app, ports);

  const view = {params: planAddress, response: {200: planFileSchema, ...failures(401, 404)}};
  app.get('/api/plans/:plan', {schema: view}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = emergencyReaderOf(request);
    return sendView(ports, plan, reader, toPlanJson(await readerView(ports, plan, reader)), readDeed, reply);
  });

  const stage = {
    params: planAddress,
    body: z.strictObject({stage: z.enum(STAGES)}),
    response: {200: z.object({stage: z.enum(STAGES)}), ...failures(400, 401, 404, 409)},
  };
  app.patch('/api/plans/:plan', {schema: stage}, async request => {
    const planId = planIdOf(request.params);
    const next = request.body.stage;
    const decide = (plan: PlanRecord) => {
      if (!mayFollow(plan.stage, next)) throw new RequestProblem('STAGE_ORDER');
      return {stage: next};
    };
    const note = ({stage: from}: PlanRecord) => [
      ports.audit.entry({planId, ...byWhom(request), action: 'stageChanged', detail: {from, to: next}}),
    ];
    await changePlan(ports.storage, planId, decide, note);
    await ports.sync.changed(planId);
    return {stage: next};
  });
}

/** Taking a copy of the plan along, which is noted each time. */
function exportRoute(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    querystring: z.strictObject({
      format: z.enum(['json']),
      for: z
        .enum(['me', 'others'])
        .default('me')
        .describe('A copy to hand on is looked at first; one to keep holds what its reader reads anyway'),
    }),
    // In a header, because addresses stand in logs and a key is made of the words that were found.
    headers: z.object({
      [CLEARED_HEADER]: z
        .string()
        .max(10_000)
        .default('')
        .describe('Keys of findings, parted by commas, that may leave the plan all the same'),
    }),
    response: {200: planFileSchema, ...failures(400, 401, 404, 409)},
  };
  app.get('/api/plans/:plan/export', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {format, for: whom} = request.query;
    const reader = participantOf(request);
    const file = toPlanJson(await readerView(ports, plan, reader));
    const cleared = request.headers[CLEARED_HEADER];
    const places = whom === 'me' ? 0 : await leavingCleared(ports, plan, reader, file, cleared);
    if (places > 0) await ports.audit.note(clearedDeed(request, plan.id, null, 'exported', places));
    void reply.header('content-disposition', `attachment; filename="plan.${format}"`);
    const noting: Noting = (who, compartment) => exportDeed(who, compartment, format);
    return sendView(ports, plan, reader, file, noting, reply);
  });
}

/** Demands that everything in a copy that is handed on is looked at first. Gives how many places were cleared. */
async function leavingCleared(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: SignedIn,
  file: unknown,
  cleared: string,
): Promise<number> {
  const people = (await ports.storage.participants(plan.id)).filter(one => ports.sessions.hasAccess(one));
  // Whoever the copy is given to, nobody on the plan is kept from whoever takes it along.
  const look = await lookFor(ports.storage, {plan, people}, reader, []);
  const found = await look.findInMany(textsOfFile(file).map(text => ({text})));
  return demandCleared(found, cleared.split(','));
}

type Noting = (reader: SignedIn, compartment: CompartmentRecord) => Deed;

/** Sends the reader's own view of the plan, once it is noted what of the plan this person was given. */
async function sendView(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: SignedIn,
  file: unknown,
  noting: Noting,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const mine = received(reader, plan, await ports.storage.compartments(plan.id));
  await ports.audit.note(...mine.map(one => noting(reader, one)));
  // The view is a plan by its type; checking every word of it again would cost more than making it.
  return reply
    .type('application/json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(file);
}

function importRoute(app: App, ports: HttpPorts): void {
  const schema = {
    // Every field of the file is checked while it is read, with the place in the file in the answer.
    body: z.unknown().describe('A plan file; `goldthread schema` prints its JSON Schema'),
    response: {201: importAnswer, ...failures(400, 401, 404, 413, 415)},
  };
  app.post('/api/plans', {schema, bodyLimit: ports.config.planBytes}, async (request, reply) => {
    const imported = await importPlan(ports, request.body);
    if (!imported.ok) throw new RequestProblem('BAD_REQUEST', imported.error);
    const {planId, participants, items, notImported} = imported.value;
    ports.logger.info({planId, requestId: request.id}, 'plan imported');
    return reply.code(201).send({
      planId,
      participants: participants.map(({id, key, name, role}) => ({id, key, name, role})),
      items: [...items],
      notImported: [...notImported],
    });
  });
}
