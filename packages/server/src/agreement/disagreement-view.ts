import {
  mayKnowOf,
  partiesOf,
  type Party,
  type PartyOnPlan,
  type Reader,
  type TryMeans,
} from '@goldthread/schema';
import type {DisagreementFileRecord, DisagreementRecord, ParticipantRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';

/** Who said something, for which side, and when. Times are ISO strings. */
interface Said {
  readonly id: string;
  readonly by: string;
  readonly byName: string;
  /** The side, as a plan file calls it, and its name. */
  readonly party: string;
  readonly name: string;
  readonly at: string;
  readonly words: string;
}

/** A file that goes with an entry, and with which of its words. */
type FileView = Pick<DisagreementFileRecord, 'id' | 'place' | 'type' | 'size'>;

/** One entry of a disagreement as a reader sees it. */
export interface EntryView extends Said {
  readonly act: 'opened' | 'said' | 'agreedNow' | 'stillDifferent' | 'printed' | 'notPrinted' | 'withdrawn';
  /** Only of what opened it: what the side would like instead, and why that matters to it. */
  readonly wish: string;
  readonly why: string;
  readonly files: readonly FileView[];
  /** Its side took the words back. */
  readonly isGone: boolean;
}

/** A disagreement as a reader sees it. */
export interface DisagreementView {
  /** The first entry of it that this reader may know. */
  readonly id: string;
  /** `null`: it is about a whole part of the plan. */
  readonly item: string | null;
  readonly root: string | null;
  /** What the item said when it was opened; empty of a whole part, and where the reader may not know who opened it. */
  readonly quote: string;
  /** The item, or the part of the plan, says something else now. */
  readonly isChangedSince: boolean;
  readonly entries: readonly EntryView[];
  /** `open` until the side that opened it says otherwise. */
  readonly outcome: 'open' | 'agreedNow' | 'stillDifferent' | 'withdrawn';
  /** The side that opened it wants it printed with the plan. */
  readonly isPrinted: boolean;
  /** Everybody on the plan reads it. */
  readonly isOpen: boolean;
}

/** That a side was asked, and what was offered to it. */
export interface TryView extends Said {
  /** `null`: about the whole plan. */
  readonly item: string | null;
  readonly to: string;
  readonly toName: string;
  readonly on: string;
  readonly means: TryMeans;
}

/** A disagreement as a reader sees it; `null` where that reader may know of nothing that was said in it. */
export function disagreementView(
  records: readonly DisagreementRecord[],
  facts: PlanFacts,
  reader: Reader,
  saysNow: string,
  files: readonly DisagreementFileRecord[],
): DisagreementView | null {
  const known = knownTo(facts, reader);
  const entries = records.flatMap(record => entryView(record, known, files) ?? []);
  const [first] = entries;
  if (first === undefined) return null;
  const [itemId = null] = records.flatMap(one => one.itemId ?? []);
  const [root = null] = records.flatMap(one => one.root ?? []);
  const opening = records.find(({id, entry}) => entry.act === 'opened' && entries.some(one => one.id === id));
  const opened = opening?.entry.act === 'opened' ? opening.entry : null;
  return {
    id: first.id,
    item: itemId,
    root,
    quote: opened?.quote ?? '',
    isChangedSince: opened !== null && opened.saw !== saysNow,
    entries,
    outcome: outcomeOf(entries),
    isPrinted: isPrinted(entries),
    isOpen: records.every(one => isOpen(facts, one)),
  };
}

/** What was done to hear sides that said nothing, as a reader sees it. */
export function tryViews(
  records: readonly DisagreementRecord[],
  facts: PlanFacts,
  reader: Reader,
): readonly TryView[] {
  const known = knownTo(facts, reader);
  return records.flatMap((record): TryView[] => {
    const {entry, itemId} = record;
    if (entry.act !== 'tried') return [];
    const said = saidOf(record, known);
    const to = sideOf(known, entry.to);
    if (said === null || to === undefined) return [];
    return [{...said, item: itemId, to: to.key, toName: to.name, on: entry.on, means: entry.means}];
  });
}

/** The side that a plan's people call so. */
export function sideOf(people: readonly ParticipantRecord[], party: Party): PartyOnPlan | undefined {
  return partiesOf(people).find(one => one.party === party);
}

function knownTo(facts: PlanFacts, reader: Reader): readonly ParticipantRecord[] {
  return facts.everyone.filter(one => mayKnowOf(reader, one));
}

function entryView(
  record: DisagreementRecord,
  known: readonly ParticipantRecord[],
  files: readonly DisagreementFileRecord[],
): EntryView | null {
  const {entry} = record;
  const said = saidOf(record, known);
  if (said === null || entry.act === 'tried') return null;
  const {wish, why} = entry.act === 'opened' ? entry : {wish: '', why: ''};
  const own = files.flatMap(({id, entryId, place, type, size}) =>
    entryId === record.id ? [{id, place, type, size}] : [],
  );
  // Before there were files nobody opened one without words.
  const isGone = record.isGone ?? (entry.act === 'opened' && entry.words === '' && own.length === 0);
  return {...said, act: entry.act, wish, why, files: own, isGone};
}

function saidOf(
  {id, by, party, at, entry}: DisagreementRecord,
  known: readonly ParticipantRecord[],
): Said | null {
  const author = known.find(one => one.id === by);
  const side = sideOf(known, party);
  if (author === undefined || side === undefined) return null;
  const when = new Date(at).toISOString();
  return {id, by, byName: author.name, party: side.key, name: side.name, at: when, words: entry.words};
}

function outcomeOf(entries: readonly EntryView[]): DisagreementView['outcome'] {
  const acts = entries.map(({act}) => act);
  return (
    acts.findLast(act => act === 'agreedNow' || act === 'stillDifferent' || act === 'withdrawn') ?? 'open'
  );
}

/** The last that its side said of it counts, and nothing that was taken back is printed. */
function isPrinted(entries: readonly EntryView[]): boolean {
  const last = entries.findLast(({act}) => act === 'printed' || act === 'notPrinted' || act === 'withdrawn');
  return last?.act === 'printed';
}

/** Neither it nor what it is about stands where fewer people read. */
function isOpen({items, compartments}: PlanFacts, {compartmentId, itemId}: DisagreementRecord): boolean {
  const home = items.find(({id}) => id === itemId)?.compartmentId;
  return compartments.every(({id, kind}) => kind !== 'withheld' || (id !== compartmentId && id !== home));
}
