import type {CopyReason, ParticipantId, Reader, RootName} from '@goldthread/schema';
import {demandCleared, lookFor, nodeText, type PlacedText} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {RecordChange, WithholdingRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {carriedAlong, wordsCarried, type Carried, type ItemMove} from './carried-along.ts';
import {decisionOf} from './decision-of.ts';
import {heldEmerging, type Actor} from './held-copies.ts';
import type {PlanFacts} from './plan-facts.ts';
import {movedProposals, type MovedProposals} from './move-proposals.ts';
import {movesOf, type Proposal} from './prepare.ts';
import {changesBack, reopened, type Reopened} from './restore-items.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** What opening a decision writes, and how many places somebody cleared for it. */
export interface Opening {
  readonly changes: readonly OwnChange[];
  /** What was said of the items, on its way along. */
  readonly carried: readonly Carried[];
  /** What was suggested for them, likewise; its changes stand among the others. */
  readonly proposals?: MovedProposals;
  readonly cleared: number;
  /** Whom it concerns, besides what the decision names. */
  readonly subject?: ParticipantId;
  /** More to be noted with it. */
  readonly notes?: readonly RecordChange[];
  /** Which items move where. */
  readonly moves: readonly ItemMove[];
}

/** What somebody who opens a decision said before, and what of it everybody could read until a moment ago. */
export interface OpeningAnswer {
  readonly isUndo: boolean;
  readonly cleared: readonly string[];
  /** Why words of other private notes may stand there too. */
  readonly copyReason: CopyReason | null;
  readonly stoodOpen: readonly string[];
}

/**
 * The changes that open what a decision withheld, once every place in its words that could tell something is cleared by name.
 * `stoodOpen` are the keys of places that everybody could read until a moment ago: taking that moment back shows nothing new.
 */
export async function openingOf(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: Actor,
  decision: WithholdingRecord,
  {isUndo, cleared, copyReason, stoodOpen}: OpeningAnswer,
): Promise<Opening> {
  // That somebody is on the plan is no word of it.
  if (decision.personId !== null) return {changes: [], carried: [], moves: [], cleared: 0};
  const look = await lookFor(ports.storage, facts, sureReader(facts, actor.id));
  const may = new Set(stoodOpen);
  const everybody = facts.people.map(({id}) => id);
  const demand = (items: readonly Reopened[], said: readonly PlacedText[] = []): number => {
    const texts = [...items.map(({root, node}) => ({root, text: nodeText(node)})), ...said];
    look.demandNoValue(
      texts.map(({text}) => text),
      everybody,
    );
    return demandCleared(
      look.findAt(texts).filter(({key}) => !may.has(key)),
      cleared,
    );
  };
  const {changes, moves} = changesBack(ports, facts, decision, isUndo, item => void demand([item]));
  // What was said of the items is read by everybody too. Nothing is said while this command runs, so it is looked at once.
  const carried = await carriedAlong(ports.storage, facts.plan.id, moves, decision.proposedAt);
  const items = await reopened(ports, facts, decision, isUndo);
  const proposals = await movedProposals(ports, facts, moves, text => void demand([], [text]));
  const count = demand(items, [...wordsCarried(carried), ...proposals.texts]);
  const all = {changes: [...changes, ...proposals.changes], carried, proposals, moves, cleared: count};
  if (isUndo) return all;
  const from = decision.compartmentId;
  const texts = [...items.map(({node}) => nodeText(node)), ...proposals.texts.map(({text}) => text)];
  const emerging = {texts, readers: everybody, from, root: items[0]?.root ?? ('items' as const)};
  return {...all, notes: await heldEmerging(ports, facts, actor, emerging, copyReason)};
}

/** Demands that what a proposal lets everybody read is cleared: words that stay, and the reason. Gives how many places were. */
export async function clearedOf(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  {items, record, compartment}: Proposal,
  cleared: readonly string[],
): Promise<number> {
  const staying = stayingOf(items);
  const root = items[0]?.from?.root ?? items[0]?.record.anchorRoot;
  const reason = root === null || root === undefined ? [] : [{root, text: record.openReason}];
  const texts = [...staying, ...reason].filter(({text}) => text.trim() !== '');
  const look = await lookFor(ports.storage, facts, sureReader(facts, actor));
  // The reason is safe for everybody, wherever it stands: where somebody is withheld it stands in no part.
  look.demandNoValue(
    [...staying.map(({text}) => text), record.openReason],
    facts.people.map(({id}) => id),
  );
  const readers = compartment.audience ?? decisionOf(record, facts).audience;
  look.demandNoValue(wordsOfDecision(record, items), readers);
  return demandCleared(look.findAt(texts), cleared);
}

/** Words that stay in the places of items. */
export function stayingOf(items: Proposal['items']): {readonly root: RootName; readonly text: string}[] {
  return items.flatMap(({safe, from}) =>
    safe === null || from === null ? [] : [{root: from.root, text: safe}],
  );
}

/** What only the readers of a decision read: what it says, and what is written for them alone. */
export function wordsOfDecision(record: WithholdingRecord, items: Proposal['items']): string[] {
  const {legalGround, factBase, alternatives, childTold} = record;
  const drafts = items.flatMap(({from, node}) => (from === null ? [nodeText(node)] : []));
  return [legalGround, factBase, alternatives, childTold, ...drafts];
}

/** The keys of what everybody can read until now of the items that a proposal takes out of sight. */
export async function standingOpen(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  {items}: Proposal,
): Promise<readonly string[]> {
  const moved = items.flatMap(({from, node}) =>
    from === null ? [] : [{root: from.root, text: nodeText(from.formerNode ?? node)}],
  );
  const look = await lookFor(ports.storage, facts, sureReader(facts, actor));
  const said = await saidOf(ports, facts, items);
  return look.findAt([...moved, ...said]).map(({key}) => key);
}

/** What was said of items that a decision moves, and suggested for them. */
async function saidOf(ports: WithholdingPorts, facts: PlanFacts, items: Proposal['items']) {
  const {texts} = await movedProposals(ports, facts, movesOf(items));
  return [...wordsCarried(await carriedAlong(ports.storage, facts.plan.id, movesOf(items))), ...texts];
}

/** Somebody who decides; only sessions of which it is sure whose they are come that far. */
export function sureReader(facts: PlanFacts, actor: ParticipantId): Reader {
  const participant = facts.people.find(({id}) => id === actor);
  if (participant === undefined) throw new RequestProblem('NOT_FOUND');
  return {participant, isConfirmed: true, onlookers: null};
}
