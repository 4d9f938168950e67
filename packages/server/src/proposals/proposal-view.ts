import {mayKnowOf, partiesOf, type ItemId, type Party, type Reader} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {
  choicesOf,
  type ProposalChoice,
  type ProposalState,
  type ProposalStep,
} from '@goldthread/schema/proposals';
import {proposalRoot, type ParticipantRecord, type ProposalRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import {placeOf, proposalFactsOf} from './place.ts';

/** A side and the person who spoke for it, as a reader may know them. */
export interface SideView {
  /** The party as a plan file calls it. */
  readonly party: string;
  readonly name: string;
  readonly by: string;
  readonly byName: string;
}

/** What was done to a proposal once. Times are ISO strings. */
export interface StepView extends SideView {
  readonly step: ProposalStep;
  readonly at: string;
  readonly reason: string;
}

/** Other words for an item, as somebody sees them who reads the item. The words themselves stand in its document. */
export interface ProposalView extends SideView {
  readonly id: string;
  readonly item: ItemId;
  readonly compartmentId: string;
  readonly root: string;
  /** The item below that root which holds the words. */
  readonly wordingId: string;
  readonly at: string;
  readonly reason: string;
  /** The item as it was when the words were suggested. */
  readonly base: PmJson;
  /** The proposal that these words answer. */
  readonly answersTo: string | null;
  readonly state: ProposalState;
  /** Oldest first. */
  readonly steps: readonly StepView[];
  /** What this reader may do with it now. */
  readonly choices: readonly ProposalChoice[];
}

/** The proposals among some that a reader may know of: nobody's of whom the reader may not know. */
export function knownTo(
  records: readonly ProposalRecord[],
  {everyone}: PlanFacts,
  reader: Reader,
): readonly ProposalRecord[] {
  const ids = new Set<string>(everyone.flatMap(one => (mayKnowOf(reader, one) ? [one.id] : [])));
  return records.filter(({by}) => ids.has(by));
}

/** One proposal as a reader sees it; `records` are all that the reader may know of. */
export function proposalView(
  record: ProposalRecord,
  facts: PlanFacts,
  reader: Reader,
  records: readonly ProposalRecord[],
): ProposalView {
  const known = facts.everyone.filter(one => mayKnowOf(reader, one));
  const place = placeOf(facts, record.itemId);
  const mayAct = place !== null && reader.onlookers === null;
  return {
    id: record.id,
    item: record.itemId,
    compartmentId: record.compartmentId,
    root: proposalRoot(record.id),
    wordingId: record.wordingId,
    ...(sideView(record, known) ?? {party: '', name: '', by: '', byName: ''}),
    at: isoOf(record.at),
    reason: record.reason,
    base: record.base,
    answersTo: records.find(one => one.id === record.answersTo)?.id ?? null,
    state: record.state,
    steps: record.steps.flatMap(one => {
      const side = sideView(one, known);
      return side === null ? [] : [{step: one.step, ...side, at: isoOf(one.at), reason: one.reason}];
    }),
    choices: mayAct ? choicesOf(reader, place.facts, proposalFactsOf(record, facts, records)) : [],
  };
}

function sideView(
  {party, by}: {readonly party: Party; readonly by: string},
  known: readonly ParticipantRecord[],
): SideView | null {
  const person = known.find(({id}) => id === by);
  const side = partiesOf(known).find(one => one.party === party);
  if (person === undefined) return null;
  return {party: side?.key ?? '', name: side?.name ?? person.name, by, byName: person.name};
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
