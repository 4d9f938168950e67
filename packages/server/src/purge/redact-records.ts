import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {WordsFinder} from '@goldthread/schema/disclosure';
import type {
  GlassRecord,
  PlanStorage,
  ProposalRecord,
  RecordChange,
  ScaleRecord,
  WithholdingRecord,
} from '../storage/index.ts';
import {cutJson, cutNode} from './cut-json.ts';
import {redactedEntry} from './redact-entry.ts';

/** What is purged, from where. */
export interface Scope {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** Whether everybody on the plan receives that document. */
  readonly isOpen: boolean;
  readonly finder: WordsFinder;
}

type Storage = Pick<
  PlanStorage,
  | 'plan'
  | 'updatePlan'
  | 'participants'
  | 'putParticipant'
  | 'withholdings'
  | 'positions'
  | 'scales'
  | 'houses'
  | 'talk'
  | 'proposals'
  | 'items'
  | 'attachments'
  | 'glass'
  | 'record'
>;

/** Takes what is purged out of one kind of record; does nothing where it was taken out before. */
export type Redactor = (storage: Storage, scope: Scope) => Promise<void>;

/**
 * Every kind of record that may repeat words of a document. `words-at-rest.ts` says for each column of the database which of
 * these answers for it, or why none need.
 */
export const REDACTORS = {
  /** Decisions to withhold: what they say of a document's own words, and former wording of items that came from it. */
  withholdings: async (storage, scope) => {
    const records = await storage.withholdings(scope.planId);
    const changes = records.flatMap((record): RecordChange[] => {
      const put = redactedDecision(record, scope);
      return put === null ? [] : [{kind: 'withholding', put}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** What parties said of items, which has the readers of its item and so is a copy of no other document. */
  positions: async (storage, {planId, compartmentId, finder}) => {
    const own = (await storage.positions(planId)).filter(one => one.compartmentId === compartmentId);
    const changes = own.flatMap((record): RecordChange[] => {
      const words = finder.without(record.words);
      return words === null ? [] : [{kind: 'position', put: {...record, words}}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** Scales, with the words that people gave with their numbers. */
  scales: async (storage, {planId, compartmentId, finder}) => {
    const own = (await storage.scales.of(planId)).filter(one => one.compartmentId === compartmentId);
    const changes = own.flatMap((record): RecordChange[] => {
      const put = redactedScale(record, finder);
      return put === null ? [] : [{kind: 'scale', put}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** Recordings of which their owner says what is purged: nobody can take it out of a recording, so it goes whole. */
  attachments: async (storage, scope) => {
    const named = cutOwn(await storage.attachments.of(scope.planId), scope);
    await storage.record(named.map(({id}) => ({kind: 'attachmentGone', id})));
  },
  /** What was written down about sessions with the child. */
  houseSessions: async (storage, scope) => {
    const cut = cutOwn(await storage.houses.sessions.of(scope.planId), scope);
    await storage.record(cut.map(put => ({kind: 'houseSession', put})));
  },
  /** What was said and done because of words of the child. */
  traces: async (storage, scope) => {
    const cut = cutOwn(await storage.talk.traces.of(scope.planId), scope);
    await storage.record(cut.map(put => ({kind: 'trace', put})));
  },
  /** What was decided when a child called for help. */
  help: async (storage, scope) => {
    const cut = cutOwn(await storage.houses.help.of(scope.planId), scope);
    await storage.record(cut.map(put => ({kind: 'help', put})));
  },
  /** What children chose about items. */
  choices: async (storage, scope) => {
    const cut = cutOwn(await storage.houses.choices.of(scope.planId), scope);
    await storage.record(cut.map(put => ({kind: 'choice', put})));
  },
  /** Comments, and the words of its item that each one quotes: an item may stand where more people read than its comment. */
  comments: async (storage, {planId, compartmentId, finder}) => {
    const items = (await storage.items(planId)).filter(one => one.compartmentId === compartmentId);
    const here = new Set(items.map(({id}) => id));
    const changes = (await storage.talk.comments.of(planId)).flatMap((record): RecordChange[] => {
      const isOwn = record.compartmentId === compartmentId;
      const {text, anchor} = record;
      const left = isOwn ? finder.without(text) : null;
      const quotes = (isOwn || here.has(record.itemId)) && anchor !== null && finder.isToldBy(anchor.quote);
      if (left === null && !quotes) return [];
      const quote = quotes ? {anchor: {...anchor, quote: finder.without(anchor.quote) ?? ''}} : {};
      return [{kind: 'comment', put: {...record, text: left ?? text, ...quote}}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** What was suggested for items: why, what was answered, and what they said then. The words suggested stand in the document. */
  proposals: async (storage, {planId, compartmentId, finder}) => {
    const own = (await storage.proposals.of(planId)).filter(one => one.compartmentId === compartmentId);
    const changes = own.flatMap((record): RecordChange[] => {
      const put = redactedProposal(record, finder);
      return put === null ? [] : [{kind: 'proposal', put}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** Disagreements, with what their item said then. Nobody can take words out of a file: what went with an entry that held them goes whole. */
  disagreements: async (storage, {planId, compartmentId, finder}) => {
    const items = (await storage.items(planId)).filter(one => one.compartmentId === compartmentId);
    const here = new Set<string | null>(items.map(({id}) => id));
    const changes = (await storage.talk.disagreements.of(planId)).flatMap((record): RecordChange[] => {
      if (record.compartmentId !== compartmentId && !here.has(record.itemId)) return [];
      const entry = redactedEntry(record.entry, said => cutJson(said, finder));
      return entry === null ? [] : [{kind: 'disagreement', put: {...record, entry}}];
    });
    const cut = new Set<string | null>(
      changes.flatMap(one => (one.kind === 'disagreement' ? [one.put.id] : [])),
    );
    const files = (await storage.talk.files.of(planId)).filter(({entryId}) => cut.has(entryId));
    changes.push(...files.map(({id}) => ({kind: 'disagreementFileGone', id}) as const));
    if (changes.length > 0) await storage.record(changes);
  },
  /** Why somebody read in an emergency what is not for them, and what was said of it: words that may quote any document. */
  glass: async (storage, {planId, finder}) => {
    const changes = (await storage.glass(planId, 0)).flatMap((record): RecordChange[] => {
      const {words, review} = record;
      const cut = cutJson({words, review}, finder);
      // `cutJson` gives what it was given, but for words in texts.
      return cut === null
        ? []
        : [{kind: 'glass', put: {...record, ...(cut as Pick<GlassRecord, 'words' | 'review'>)}}];
    });
    if (changes.length > 0) await storage.record(changes);
  },
  /** What a plan knows beside its wording: meetings, clocks. Everybody on the plan receives it. */
  facts: async (storage, {planId, isOpen, finder}) => {
    if (!isOpen) return;
    for (;;) {
      const plan = await storage.plan(planId);
      const facts = plan === null ? null : cutJson(JSON.parse(plan.facts), finder);
      if (plan === null || facts === null) return;
      if ((await storage.updatePlan(planId, plan.version, {facts: JSON.stringify(facts)})) !== null) return;
    }
  },
  /** What is said of people. Nobody's name is ever purged. */
  people: async (storage, {planId, isOpen, finder}) => {
    if (!isOpen) return;
    for (const person of await storage.participants(planId)) {
      const relationship = finder.without(person.relationship);
      const agency = person.agency === undefined ? null : finder.without(person.agency);
      if (relationship === null && agency === null) continue;
      await storage.putParticipant({
        ...person,
        ...(relationship !== null && {relationship}),
        ...(agency !== null && {agency}),
      });
    }
  },
} as const satisfies Record<string, Redactor>;

/** A scale without what is purged; `null` where nothing of it stands there. */
function redactedScale(record: ScaleRecord, finder: WordsFinder): ScaleRecord | null {
  const ends = cutJson({zero: record.zero, ten: record.ten}, finder);
  const ratings = record.ratings.map(({words, whyNotLower, oneHigher, ...rating}) => {
    const said = {words, whyNotLower, oneHigher};
    const cut = cutJson(said, finder);
    // `cutJson` gives what it was given, but for words in texts.
    return {isCut: cut !== null, rating: {...rating, ...((cut as typeof said | null) ?? said)}};
  });
  if (ends === null && !ratings.some(({isCut}) => isCut)) return null;
  return {...record, ...(ends as Partial<ScaleRecord> | null), ratings: ratings.map(one => one.rating)};
}

/** A proposal without what is purged; `null` where nothing of it stands there. */
function redactedProposal(record: ProposalRecord, finder: WordsFinder): ProposalRecord | null {
  const said = {reason: record.reason, reasons: record.steps.map(({reason}) => reason)};
  // `cutJson` gives what it was given, but for words in texts.
  const cut = cutJson(said, finder) as typeof said | null;
  const base = cutNode(record.base, finder);
  if (cut === null && base === null) return null;
  const {reason, reasons} = cut ?? said;
  const steps = record.steps.map((step, index) => ({...step, reason: reasons[index] ?? ''}));
  return {...record, reason, steps, base: base ?? record.base};
}

/** A decision without what is purged; `null` where nothing of it stands there. */
function redactedDecision(record: WithholdingRecord, scope: Scope): WithholdingRecord | null {
  const {finder} = scope;
  const {openReason, legalGround, factBase, alternatives, childTold, releaseTold, readerAsked} = record;
  const isOwn = record.compartmentId === scope.compartmentId;
  // What only its readers read of a decision isn't a copy of an open document, but its open reason is read by everybody.
  const said = {
    ...((isOwn || scope.isOpen) && {openReason}),
    ...(isOwn && {legalGround, factBase, alternatives, childTold, releaseTold, readerAsked}),
  };
  const cut = cutJson(said, finder);
  const movedFrom = record.movedFrom.map(former => {
    const isCopy = isOwn || former.compartmentId === scope.compartmentId;
    const node = isCopy && former.formerNode !== null ? cutNode(former.formerNode, finder) : null;
    return node === null ? former : {...former, formerNode: node};
  });
  const isMoved = movedFrom.some((former, index) => former !== record.movedFrom[index]);
  if (cut === null && !isMoved) return null;
  // `cutJson` gives what it was given, but for words in texts.
  return {...record, ...(cut as typeof said | null), movedFrom};
}

/** The records of the document that hold what is purged, without it; ids hold no words. */
function cutOwn<Item extends {readonly compartmentId: CompartmentId}>(
  records: readonly Item[],
  {compartmentId, finder}: Scope,
): Item[] {
  const own = records.filter(one => one.compartmentId === compartmentId);
  // `cutJson` gives what it was given, but for words in texts.
  return own.flatMap(one => (cutJson(one, finder) as Item | null) ?? []);
}
