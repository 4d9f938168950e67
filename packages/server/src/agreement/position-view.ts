import {
  mayKnowOf,
  partiesOf,
  type CompartmentId,
  type ItemId,
  type Party,
  type PartyOnPlan,
  type Reader,
  type Stance,
} from '@goldthread/schema';
import type {ParticipantRecord, PositionRecord} from '../storage/index.ts';
import {dayOf, isReader, type PlanFacts} from '../withholding/index.ts';

/** What was said once: by whom, when and in what words. Times are ISO strings. */
export interface SaidOnce {
  readonly stance: Stance;
  readonly words: string;
  /** The person who said it for the party, and their name. */
  readonly by: string | null;
  readonly byName: string | null;
  readonly at: string | null;
}

/** How one party stands to one item, as somebody sees it who reads the item. */
export interface PositionView extends SaidOnce {
  readonly item: ItemId;
  /** The party as a plan file calls it. */
  readonly party: string;
  readonly name: string;
  /** How often it was said, as far as this reader knows: what the next change of it has to expect. */
  readonly version: number;
  /** What it said before, newest first. */
  readonly earlier: readonly SaidOnce[];
}

/** A party of the plan, as far as a reader may know. */
export interface PartyView extends Omit<PartyOnPlan, 'party'> {
  /** Withheld compartments that this party receives, of those that the reader receives. */
  readonly compartments: readonly CompartmentId[];
}

/** The parties of the people on the plan now whom a reader may know. */
export function partyViews(
  facts: PlanFacts,
  reader: Reader,
  received: readonly CompartmentId[],
): PartyView[] {
  const withheld = facts.compartments.filter(one => one.kind === 'withheld' && received.includes(one.id));
  return partiesOf(facts.people.filter(one => mayKnowOf(reader, one))).map(({party: _party, ...one}) => ({
    ...one,
    compartments: withheld.flatMap(compartment =>
      one.people.some(id => isReader(compartment, id)) ? [compartment.id] : [],
    ),
  }));
}

/** One party's answers about one item, oldest first. */
export type Answers = readonly [PositionRecord, ...PositionRecord[]];

/** All that a reader may know of what was said of some items: nothing by anybody of whom the reader may not know. */
export function answersKnownTo(
  records: readonly PositionRecord[],
  everyone: readonly ParticipantRecord[],
  reader: Reader,
): Answers[] {
  const known = everyone.filter(one => mayKnowOf(reader, one));
  const ids = new Set<string | null>([null, ...known.map(({id}) => id)]);
  const parties = new Set<Party>(partiesOf(known).map(({party}) => party));
  const mine = records.filter(({by, party}) => ids.has(by) && parties.has(party));
  const groups = Map.groupBy(mine, ({itemId, party}) => `${itemId} ${party}`);
  // A group has at least the record that made it.
  return [...groups.values()] as unknown as Answers[];
}

/** A party's answers as a reader sees them; `known` are people of whom the reader may know. */
export function positionView(answers: Answers, known: readonly ParticipantRecord[]): PositionView {
  const [newest, ...earlier] = answers.toReversed();
  const last = newest ?? answers[0];
  const party = partiesOf(known).find(one => one.party === last.party);
  return {
    item: last.itemId,
    party: party?.key ?? '',
    name: party?.name ?? '',
    ...said(last, known),
    version: answers.length,
    earlier: earlier.map(one => said(one, known)),
  };
}

function said({stance, words, by, at}: PositionRecord, known: readonly ParticipantRecord[]): SaidOnce {
  const byName = known.find(({id}) => id === by)?.name ?? null;
  return {stance, words, by, byName, at: at === null ? null : new Date(at).toISOString()};
}

/** A position as a plan file says it. */
export interface FilePosition {
  readonly item: string;
  readonly party: string;
  readonly by?: string;
  readonly stance: Stance;
  readonly words?: string;
  readonly on?: string;
}

/** A party's newest answer as a plan file says it. */
export function filePosition(answers: Answers, known: readonly ParticipantRecord[]): FilePosition {
  const {item, party, stance, words, by, at} = positionView(answers, known);
  const person = known.find(({id}) => id === by);
  const isAgency = person !== undefined && person.key !== party;
  return {
    item,
    party,
    ...(isAgency && {by: person.key}),
    stance,
    ...(words !== '' && {words}),
    ...(at !== null && {on: dayOf(Date.parse(at))}),
  };
}
