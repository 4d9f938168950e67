import {
  accessFor,
  accessThrough,
  eyesOf,
  isItemTypeName,
  mayBeSeenIn,
  mayBring,
  writableRoots,
  type CompartmentFacts,
  type CompartmentId,
  type Participant,
  type ParticipantId,
  type PlanId,
  type RootName,
} from '@goldthread/schema';
import {
  itemFactsOf,
  readerOf,
  type ItemRecord,
  type RecordChange,
  type SessionReach,
} from '../storage/index.ts';
import {CopyWatch} from './copy-watch.ts';
import type {Room} from './room.ts';
import type {PlanAccess} from './sync-directory.ts';
import type {WriteWatch} from './write-watch.ts';

/** Somebody at one of their sessions. */
export interface Seat {
  readonly participantId: ParticipantId;
  readonly session: SessionReach;
}

/** What one person may do in one document now. */
export interface Rights {
  readonly participant: Participant;
  readonly facts: CompartmentFacts;
  readonly writable: readonly RootName[];
  /** Whether anybody may be told that this person is here. */
  readonly visible: boolean;
}

/** An item as an update names it; `beside` is where a new withheld one is to stand. */
export interface ItemInUpdate {
  readonly itemId: string | null;
  readonly type: string;
  readonly beside: RootName | undefined;
}

/** One plan while somebody has it open: who may do what, whose item is whose, and its rooms. */
export class LivePlan {
  readonly id: PlanId;
  /** Of this process's lease; storage refuses every append with an older one. */
  readonly token: number;
  access: PlanAccess;
  /** By document, because an id in a document says nothing about any other. */
  readonly #items = new Map<CompartmentId, Map<string, ItemRecord>>();
  /** Where each recording is that an item names. */
  readonly recordings = new Map<string, CompartmentId>();
  readonly rooms = new Map<CompartmentId, Room>();
  /** What must not be written here where everybody reads it; of all wording, a plan in memory holds this and that of `copies`. */
  watch: WriteWatch;
  /** What of withheld documents must not be brought to more readers unasked. */
  readonly copies = new CopyWatch();
  /** While above 0, rights are being decided anew and frames of this plan wait. */
  deciding = 0;
  /** How often they were decided anew. */
  decisions = 0;
  /** Settles when the newest decision that was asked for is made. */
  decided: Promise<void> = Promise.resolve();
  /** Documents on their way into memory, while which the plan stays there. */
  loading = 0;

  constructor(
    id: PlanId,
    token: number,
    access: PlanAccess,
    items: readonly ItemRecord[],
    watch: WriteWatch,
  ) {
    this.id = id;
    this.token = token;
    this.access = access;
    this.watch = watch;
    this.learn(items);
  }

  /** Takes over records of items. */
  learn(items: Iterable<ItemRecord>): void {
    for (const item of items) {
      const known = this.#items.get(item.compartmentId) ?? new Map<string, ItemRecord>();
      this.#items.set(item.compartmentId, known.set(item.id, item));
    }
  }

  /** Takes over where recordings are that items name. */
  learnRecordings(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      if (change.kind === 'attachmentMoved') this.recordings.set(change.id, change.to.compartmentId);
      if (change.kind === 'attachmentGone') this.recordings.delete(change.id);
      // One that no item names yet is known to nobody but its owner.
      if (change.kind === 'attachment' && change.put.itemId !== null)
        this.recordings.set(change.put.id, change.put.compartmentId);
    }
  }

  /** The record of an item of one document. */
  item(compartmentId: CompartmentId, id: string): ItemRecord | undefined {
    return this.#items.get(compartmentId)?.get(id);
  }

  /** What a person at a session may do in a document; `null` where they receive nothing of it there. */
  rights({participantId, session}: Seat, compartmentId: CompartmentId): Rights | null {
    const {participants, compartments, stage, planType, emergencies} = this.access;
    const reader = readerOf(participantId, session, participants, emergencies);
    const facts = compartments.find(compartment => compartment.id === compartmentId);
    if (reader === null || facts === undefined) return null;
    const root = this.rootsOf(facts)[0];
    if (root === undefined || accessThrough(reader, stage, facts, root) === 'none') return null;
    const {participant} = reader;
    return {
      participant,
      facts,
      writable: writableRoots(participant, stage, facts, planType),
      visible: mayBeSeenIn(participant, facts),
    };
  }

  /** Whether a session may be told of what only `readers` know: everybody who looks at it is one of them. */
  isFor({participantId, session}: Seat, readers: ReadonlySet<ParticipantId>): boolean {
    const {participants} = this.access;
    const reader = readerOf(participantId, session, participants);
    return reader !== null && eyesOf(reader, participants).every(({id}) => readers.has(id));
  }

  /** The roots that a document has. */
  rootsOf(facts: CompartmentFacts): RootName[] {
    const sections = this.access.planType.sections.filter(section => section.compartment === facts.kind);
    const fixed: RootName[] = facts.kind === 'withheld' ? ['items'] : sections.map(section => section.root);
    // Object.keys forgets that every key of this record is the root of a proposal.
    const open = Object.keys(facts.proposals ?? {}) as RootName[];
    return [...fixed, ...open, ...(facts.closedProposals ?? [])];
  }

  /** Whether somebody on the plan may change an item, whatever session they are at. */
  mayWrite(personId: ParticipantId, compartmentId: CompartmentId, root: RootName, itemId: string): boolean {
    const {participants, compartments, stage} = this.access;
    const person = participants.find(({id}) => id === personId);
    const facts = compartments.find(({id}) => id === compartmentId);
    const record = this.item(compartmentId, itemId);
    if (person === undefined || facts === undefined || record === undefined) return false;
    return accessFor(person, stage, facts, root, itemFactsOf(record)) === 'write';
  }

  /** Whether a person may write in an item, or bring it in if it isn't known. */
  mayWriteItem({participant, facts}: Rights, root: RootName, {itemId, type, beside}: ItemInUpdate): boolean {
    const {stage} = this.access;
    const record = itemId === null ? undefined : this.item(facts.id, itemId);
    if (record !== undefined)
      return accessFor(participant, stage, facts, root, itemFactsOf(record)) === 'write';
    return isItemTypeName(type) && mayBring(participant, stage, facts, beside ?? root, type);
  }
}
