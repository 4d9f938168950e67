import type {FastifyRequest} from 'fastify';
import {z} from 'zod';
import {ROLES, type ParticipantId, type PlanId} from '@goldthread/schema';
import {RequestProblem} from '../../errors.ts';
import {
  renewKeysWithout,
  type ParticipantRecord,
  type PlanRecord,
  type RecordChange,
} from '../../storage/index.ts';
import {isNoChange, splitChange, type AccessChange} from '../access-change.ts';
import {clearing, failures} from '../answers.ts';
import type {App} from '../app.ts';
import {actorOf, askerOf, byWhom, planIdOf} from '../authorize.ts';
import {changePlan, requirePlan} from '../change-plan.ts';
import {demandGainCleared} from '../cleared-gain.ts';
import type {HttpPorts} from '../http-ports.ts';
import {knownPerson} from '../known-person.ts';
import {clearedDeed} from '../note-reading.ts';
import {readFacts, writeFacts, type PendingAccess} from '../plan-facts.ts';

const address = z.object({plan: z.string(), id: z.string()});

const body = z.strictObject({
  role: z.enum(ROLES).optional(),
  lead: z.boolean().optional(),
  accessEnds: z.iso
    .datetime({offset: true})
    .nullable()
    .optional()
    .describe('From then on the person has no access; null takes the end away'),
});

const answer = z.object({
  id: z.string(),
  role: z.enum(ROLES),
  lead: z.boolean(),
  accessEnds: z.string().nullable(),
  pending: z
    .object({
      role: z.enum(ROLES).optional(),
      lead: z.boolean().optional(),
      accessEnds: z.string().nullable().optional(),
    })
    .nullable()
    .describe('What waits for a second person'),
});

/** Changing what somebody may do. Taking away acts at once; giving waits for a second person. */
export function participantRoutes(app: App, ports: HttpPorts): void {
  const change = {
    params: address,
    body,
    response: {200: answer, 202: answer, ...failures(400, 401, 404, 409)},
  };
  app.patch('/api/plans/:plan/participants/:id', {schema: change}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const actor = actorOf(request);
    const person = await knownPerson(ports, plan.id, request.params.id, askerOf(request));
    const asked = requestedChange(request.body);
    demandKnownLead(person, asked);
    const {narrowing, widening} = splitChange(person, asked);
    const note = (how: string, what: AccessChange) => accessEntry(ports, request, person, how, what);
    const narrowed = isNoChange(narrowing)
      ? person
      : await applyChange(ports, person, narrowing, [note('narrowed', narrowing)]);
    if (isNoChange(widening)) {
      await setPending(ports, plan.id, person.id, null, note('withdrawn', {}));
      return reply.code(200).send(describe(narrowed, null));
    }
    const pending = {...widening, participantId: person.id, askedBy: actor, askedAt: ports.clock.now()};
    await setPending(ports, plan.id, person.id, pending, note('asked', widening));
    return reply.code(202).send(describe(narrowed, pending));
  });

  const approve = {
    params: address,
    body: clearing,
    response: {200: answer, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/participants/:id/approve', {schema: approve}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const actor = actorOf(request);
    const person = await knownPerson(ports, plan.id, request.params.id, askerOf(request));
    const waiting = pendingOf(plan, person.id, actor);
    demandKnownLead(person, waiting);
    const after = {...person, ...fieldsOf(waiting)};
    const cleared = request.body?.cleared ?? [];
    const places = await demandGainCleared(ports, plan, askerOf(request), {before: person, after}, cleared);
    await takePending(ports, plan, waiting);
    const entries = [
      accessEntry(ports, request, person, 'approved', waiting),
      ...(places === 0
        ? []
        : [ports.audit.entry(clearedDeed(request, plan.id, person.id, 'accessChanged', places))]),
    ];
    return describe(await applyChange(ports, person, waiting, entries), null);
  });
}

/** Whoever leads is known to everybody on the plan: others are told to ask the lead, by name. */
function demandKnownLead({hiddenFrom}: ParticipantRecord, {lead}: AccessChange): void {
  if (lead === true && hiddenFrom.length > 0) throw new RequestProblem('HIDDEN_LEAD');
}

/** What is noted of a change of somebody's access. */
function accessEntry(
  ports: HttpPorts,
  request: FastifyRequest,
  person: ParticipantRecord,
  how: string,
  {role, lead, accessEndsAt}: AccessChange,
): RecordChange {
  const detail = {
    how,
    ...(role === undefined ? {} : {role}),
    ...(lead === undefined ? {} : {lead: String(lead)}),
    ...(accessEndsAt === undefined ? {} : {accessEnds: dateText(accessEndsAt) ?? 'never'}),
  };
  const who = {planId: person.planId, ...byWhom(request), subject: person.id};
  return ports.audit.entry({...who, action: 'accessChanged', detail});
}

function requestedChange(asked: z.output<typeof body>): AccessChange {
  const {role, lead, accessEnds} = asked;
  const isMissing = accessEnds === undefined;
  const accessEndsAt = isMissing || accessEnds === null ? accessEnds : Date.parse(accessEnds);
  return {role, lead, accessEndsAt};
}

async function applyChange(
  ports: HttpPorts,
  person: ParticipantRecord,
  change: AccessChange,
  entries: readonly RecordChange[],
): Promise<ParticipantRecord> {
  const changed = await ports.storage.changeAccess(person.id, fieldsOf(change), entries);
  if (changed === null) throw new RequestProblem('NOT_FOUND');
  await ports.sync.changed(person.planId);
  const isOver = ports.sessions.hasAccess(person) && !ports.sessions.hasAccess(changed);
  if (isOver) await renewKeysWithout(ports.storage, person.planId, person.id);
  ports.logger.info({planId: person.planId, participantId: person.id}, 'access changed');
  return changed;
}

function fieldsOf({role, lead, accessEndsAt}: AccessChange) {
  return {
    ...(role === undefined ? {} : {role}),
    ...(lead === undefined ? {} : {lead}),
    ...(accessEndsAt === undefined ? {} : {accessEndsAt}),
  };
}

/** Puts one person's waiting change in the place of an older one; `null` takes it away. */
async function setPending(
  ports: HttpPorts,
  planId: PlanId,
  person: ParticipantId,
  pending: PendingAccess | null,
  entry: RecordChange,
): Promise<void> {
  const before = readFacts(await requirePlan(ports.storage, planId));
  if (pending === null && !before.pending.some(one => one.participantId === person)) return;
  const decide = (plan: PlanRecord) => {
    const facts = readFacts(plan);
    const others = facts.pending.filter(one => one.participantId !== person);
    return {facts: writeFacts({...facts, pending: pending === null ? others : [...others, pending]})};
  };
  await changePlan(ports.storage, planId, decide, () => [entry]);
}

/** The change that waits for a second person, who is neither whoever asked nor whom it is about. */
function pendingOf(plan: PlanRecord, person: ParticipantId, approver: ParticipantId | null): PendingAccess {
  const waiting = readFacts(plan).pending.find(one => one.participantId === person);
  if (waiting === undefined) throw new RequestProblem('NOT_FOUND');
  if (waiting.askedBy === approver || person === approver) throw new RequestProblem('NEEDS_SECOND_PERSON');
  return waiting;
}

/** Takes the change that waits out of the plan, exactly as it was read, so that it is approved once and unchanged. */
async function takePending(ports: HttpPorts, plan: PlanRecord, waiting: PendingAccess): Promise<void> {
  const facts = readFacts(plan);
  const pending = facts.pending.filter(one => one.participantId !== waiting.participantId);
  const taken = await ports.storage.updatePlan(plan.id, plan.version, {
    facts: writeFacts({...facts, pending}),
  });
  if (taken === null) throw new RequestProblem('ALREADY_CHANGED');
}

function describe(person: ParticipantRecord, pending: AccessChange | null): z.output<typeof answer> {
  return {
    id: person.id,
    role: person.role,
    lead: person.lead,
    accessEnds: dateText(person.accessEndsAt),
    pending: pending && {
      ...(pending.role === undefined ? {} : {role: pending.role}),
      ...(pending.lead === undefined ? {} : {lead: pending.lead}),
      ...(pending.accessEndsAt === undefined ? {} : {accessEnds: dateText(pending.accessEndsAt)}),
    },
  };
}

function dateText(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
