import {SHINGLE_WORDS} from '@goldthread/schema/disclosure';
import type {CompartmentId, CopyReason, ParticipantId, RootName, SessionId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {RecordChange} from '../storage/index.ts';
import type {CopiedRun} from '../sync/index.ts';
import {isReader, type PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Who gives a command, in which session. */
export interface Actor {
  readonly id: ParticipantId;
  readonly sessionId: SessionId;
}

/** Words that come out of a document to more readers. */
export interface Emerging {
  readonly texts: readonly string[];
  readonly readers: readonly ParticipantId[];
  readonly from: CompartmentId;
  readonly root: RootName;
}

/** Holds words that more people are to read against those of other private notes (E08). Gives what is to be noted. */
export async function heldEmerging(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: Actor,
  {texts, readers, from, root}: Emerging,
  copyReason: CopyReason | null,
): Promise<readonly RecordChange[]> {
  const runs = (await copiedIn(ports, facts, actor, texts, readers, from)).flat();
  if (runs.length > 0 && copyReason === null) throw new RequestProblem('COPIED_WORDS');
  return notesOf(ports, facts, actor, root, runs, copyReason);
}

/** The words of each text that some of its readers don't receive yet, though the writer does. `own` is where it stands itself. */
export function copiedIn(
  {sync}: WithholdingPorts,
  facts: PlanFacts,
  {id, sessionId}: Actor,
  texts: readonly string[],
  readers: readonly ParticipantId[],
  own: CompartmentId | null = null,
): Promise<readonly (readonly CopiedRun[])[]> {
  const known = facts.compartments.filter(one => readers.every(reader => isReader(one, reader)));
  // Only sessions of which it is sure whose they are come that far, and none that a room looks at.
  const session = {id: sessionId, confirmed: true, present: null, hasStranger: false, expiresAt: Infinity};
  const shown = {texts, readers, known: known.map(one => one.id), own};
  return sync.copies.shownIn(facts.plan.id, {participantId: id, session}, shown);
}

/** That words were brought from a private note, for the readers of that note. */
export function notesOf(
  {clock}: WithholdingPorts,
  facts: PlanFacts,
  {id, sessionId}: Actor,
  root: RootName,
  runs: readonly CopiedRun[],
  reason: CopyReason | null,
): RecordChange[] {
  return [...Map.groupBy(runs, ({from}) => from)].map(([compartmentId, list]) => ({
    kind: 'audit',
    append: {
      ...{planId: facts.plan.id, at: clock.now(), actor: id, sessionId},
      ...{action: 'copied', compartmentId, itemIds: [], subject: null},
      detail: {root, reason: reason ?? '', words: String(list.length + SHINGLE_WORDS - 1)},
    },
  }));
}
