import type {CopyReason} from '@goldthread/schema';
import {demandCleared, heldValues, lookFor, nodeText} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {RecordChange} from '../storage/index.ts';
import type {Sighted} from '../sync/index.ts';
import {decisionOf} from './decision-of.ts';
import {copiedIn, notesOf, type Actor} from './held-copies.ts';
import {stayingOf, sureReader, wordsOfDecision} from './opening.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {Proposal} from './prepare.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** What somebody said about words of a private note among those of a proposal. */
export interface CopyAnswer {
  readonly copyReason: CopyReason | null;
  readonly cleared: readonly string[];
}

/** What is to be kept of words that may stand. */
export interface HeldWords {
  readonly notes: readonly RecordChange[];
  readonly cleared: number;
  /** Protected values that their writer may not read, of which those who keep them are told. */
  readonly sighted: readonly Sighted[];
}

/**
 * Holds the words that come with a proposal against what words typed in an item are held against: those of private notes (E08) and,
 * for those who keep them, values that the writer may not read (E07). Ends the request where they may not stand there unasked.
 */
export async function heldWords(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: Actor,
  proposal: Proposal,
  {copyReason, cleared}: CopyAnswer,
): Promise<HeldWords> {
  const {record, compartment, items} = proposal;
  const root = items[0]?.from?.root ?? items[0]?.record.anchorRoot ?? 'items';
  const everybody = facts.people.map(({id}) => id);
  const readers = compartment.audience ?? decisionOf(record, facts).audience;
  const open = [...stayingOf(items).map(({text}) => text), record.openReason];
  const own = wordsOfDecision(record, items);
  const inOpen = await copiedIn(ports, facts, actor, open, everybody);
  const inOwn = await copiedIn(ports, facts, actor, own, readers);
  const runs = [...inOpen, ...inOwn].flat();
  if (runs.length > 0 && copyReason === null) throw new RequestProblem('COPIED_WORDS');
  // What everybody is to read is looked at whether it was copied or not.
  const look = await lookFor(ports.storage, facts, sureReader(facts, actor.id), readers);
  const found = own.flatMap((text, at) =>
    (inOwn[at] ?? []).length === 0
      ? []
      : look.find([text]).filter(one => inOwn[at]?.some(run => one.start < run.end && run.start < one.end)),
  );
  return {
    cleared: demandCleared(found, cleared),
    notes: notesOf(ports, facts, actor, root, runs, copyReason),
    sighted: await sightingsIn(ports, facts, actor, proposal),
  };
}

async function sightingsIn(
  {storage}: WithholdingPorts,
  facts: PlanFacts,
  actor: Actor,
  {compartment, items}: Proposal,
): Promise<Sighted[]> {
  const planId = facts.plan.id;
  const contacts = await storage.contacts(planId);
  const writer = {participantId: actor.id, sessionId: actor.sessionId};
  return items.flatMap(({record, node, from, safe}) => {
    const text = from === null ? nodeText(node) : (safe ?? '');
    const place =
      from === null
        ? {compartmentId: compartment.id, itemId: record.id}
        : {compartmentId: from.compartmentId, itemId: from.formerId};
    const {sighted} = heldValues(contacts, sureReader(facts, actor.id), text, []);
    return sighted.map(token => ({planId, ...writer, ...place, token}));
  });
}
