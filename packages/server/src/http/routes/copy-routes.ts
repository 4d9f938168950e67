import {COPY_REASONS, isRootName, sectionOf, type CompartmentId} from '@goldthread/schema';
import {SHINGLE_WORDS} from '@goldthread/schema/disclosure';
import {z} from 'zod';
import {demandCleared, lookFor} from '../../disclosure/index.ts';
import {RequestProblem} from '../../errors.ts';
import type {CopiedRun} from '../../sync/index.ts';
import {clearedKeys, failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {byWhom, participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {clearedDeed} from '../note-reading.ts';
import {planTypeOf, received} from '../reading.ts';

/** Deciding that words of a private note may stand where more people read. */
export function copyRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body: z.strictObject({
      text: z.string().min(1).max(20_000).describe('The words, with those that they would stand among'),
      root: z.string().describe('Where they would stand'),
      compartmentId: z
        .string()
        .optional()
        .describe('The withheld document in which they would; left out for the open one that has the root'),
      reason: z.enum(COPY_REASONS),
      cleared: clearedKeys.describe('Findings in the copied words that may be told all the same'),
    }),
    response: {
      201: z.object({}).describe('The same whether or not the words stand anywhere else'),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/copies', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = participantOf(request);
    const {text, root, compartmentId, reason, cleared} = request.body;
    if (!isRootName(root)) throw new RequestProblem('BAD_REQUEST', 'root: not a part of a plan.');
    const kind = sectionOf(planTypeOf(plan), root)?.compartment;
    const mine = received(reader, plan, await ports.storage.compartments(plan.id));
    const target = mine.find(one =>
      compartmentId === undefined
        ? one.kind !== 'withheld' && one.kind === kind
        : one.kind === 'withheld' && one.id === compartmentId,
    );
    if (target === undefined) throw new RequestProblem('NOT_FOUND');
    const to = {participantId: reader.participant.id, session: reader.session, compartmentId: target.id};
    const runs = await ports.sync.copies.copiedIn(plan.id, to, text);
    if (runs.length > 0) {
      const people = (await ports.storage.participants(plan.id)).filter(one => ports.sessions.hasAccess(one));
      const readers = target.audience ?? people.map(({id}) => id);
      const look = await lookFor(ports.storage, {plan, people}, reader, readers);
      look.demandNoValue([text], readers);
      const found = look
        .find([text], kind === undefined ? undefined : root)
        .filter(one => runs.some(run => one.start < run.end && run.start < one.end));
      const places = demandCleared(found, cleared);
      const deeds = [
        ...notesOf(runs).map(note => ({
          planId: plan.id,
          ...byWhom(request),
          action: 'copied' as const,
          compartmentId: note.from,
          detail: {root, reason, words: String(note.words)},
        })),
        ...(places === 0 ? [] : [clearedDeed(request, plan.id, null, 'copied', places)]),
      ];
      const notes = deeds.map(deed => ports.audit.entry(deed));
      await ports.sync.copies.allow(plan.id, to, runs, notes);
    }
    return reply.code(201).send({});
  });
}

interface Copied {
  readonly from: CompartmentId;
  readonly words: number;
}

/** From which documents, and how many words of each: a run is eight, and each that follows it adds one. */
function notesOf(runs: readonly CopiedRun[]): Copied[] {
  const byDocument = Map.groupBy(runs, run => run.from);
  return [...byDocument].map(([from, list]) => ({from, words: list.length + SHINGLE_WORDS - 1}));
}
