import type {ParticipantId, RootName} from '@goldthread/schema';
import {Carry} from '../authorship/index.ts';
import type {
  CarryRange,
  ClientBinding,
  CompartmentRecord,
  DocumentAppend,
  ItemRecord,
  RecordChange,
  RefusalRow,
  UpdateRow,
} from '../storage/index.ts';
import type {Connection} from './connection.ts';
import type {SyncLimits} from './limits.ts';
import type {LiveDocument} from './live-document.ts';
import type {LivePlan} from './live-plan.ts';
import type {Outbox} from './outbox.ts';
import type {Packet} from './packet.ts';
import {Presence} from './presence.ts';

/** A row that waits for the commit, and the connection that must not hear of it because it wrote it. */
export interface PendingUpdate {
  readonly row: UpdateRow;
  readonly author: Connection | null;
}

/** One document that somebody has open: who is there, and what of it waits for the next commit. */
export class Room {
  readonly plan: LivePlan;
  readonly compartment: CompartmentRecord;
  readonly document: LiveDocument;
  readonly presence: Presence;
  readonly connections = new Set<Connection>();
  readonly byCid = new Map<number, Connection>();
  /** Whom each Yjs client id was issued to, for everybody who was here. */
  readonly bindings = new Map<number, ParticipantId>();
  /** Upgrades and reads under way, while which the room stays in memory. */
  holds = 0;
  /** Set when the commit failed: this copy can't be trusted any more. */
  spoiled = false;
  /** Who first wrote what is known from the first words on that somebody writes: whoever only reads doesn't wait for it. */
  firstWriters: 'unread' | 'underWay' | 'known' = 'unread';
  #carry: Carry<ParticipantId> | null = null;
  readonly #carryRanges: CarryRange[] = [];
  pending: PendingUpdate[] = [];
  pendingItems: ItemRecord[] = [];
  pendingCarry: CarryRange[] = [];
  pendingRefusals: RefusalRow[] = [];
  /** Records that are to be on disk together with this document's rows. */
  pendingRecords: RecordChange[] = [];
  editedAt = 0;
  usedAt: number;
  /** Roots that were written to since content hashes were last sent. */
  readonly unchecked = new Set<RootName>();
  compacting = false;

  constructor(
    plan: LivePlan,
    document: LiveDocument,
    bindings: readonly ClientBinding[],
    limits: SyncLimits,
    now: number,
  ) {
    this.plan = plan;
    this.document = document;
    this.compartment = document.compartment;
    this.presence = new Presence(limits);
    this.usedAt = now;
    for (const {cid, participantId} of bindings) this.bindings.set(cid, participantId);
  }

  /** Who first wrote what; what it finds is stored beside the updates that it found it in. */
  get carry(): Carry<ParticipantId> {
    if (this.#carry === null) throw new Error('It is not known yet who first wrote what.');
    return this.#carry;
  }

  get hasPending(): boolean {
    const {pending, pendingRefusals, pendingRecords} = this;
    return pending.length + pendingRefusals.length + pendingRecords.length > 0;
  }

  /** Remembers what waits for the commit now; the function that it gives takes back whatever was added since. */
  mark(): () => void {
    const {pending, pendingItems} = this;
    const [updates, items] = [pending.length, pendingItems.length];
    const takeBack = this.document.mark();
    return () => {
      pending.length = updates;
      pendingItems.length = items;
      takeBack();
    };
  }

  /** Number for the next row. */
  get nextSeq(): number {
    return this.document.headSeq + this.pending.length + 1;
  }

  /** What waits for the commit, as storage takes it. */
  toAppend(): DocumentAppend {
    return {
      planId: this.plan.id,
      compartmentId: this.compartment.id,
      token: this.plan.token,
      updates: this.pending.map(({row}) => row),
      items: this.pendingItems,
      carry: this.pendingCarry,
      refusals: this.pendingRefusals,
    };
  }

  /** Tells everybody who is here, but for one. */
  tell(outbox: Outbox, packet: Packet, except: Connection | null): void {
    for (const connection of this.connections) {
      if (connection !== except) outbox.send(connection, packet);
    }
  }

  /** Takes what is stored about first writers. */
  learnFirstWriters(ranges: readonly CarryRange[]): void {
    if (this.firstWriters === 'known') return;
    for (const range of ranges) this.#carryRanges.push(range);
    this.#carry = this.#newCarry();
    this.firstWriters = 'known';
  }

  /** Notes what an accepted update repeats of other people's words. */
  addCarry(ranges: readonly CarryRange[]): void {
    this.#carryRanges.push(...ranges);
    this.pendingCarry.push(...ranges);
  }

  /** Notes whose words came here from another document. */
  carryAlong(ranges: readonly CarryRange[]): void {
    if (ranges.length === 0) return;
    this.carry.learn(ranges);
    this.addCarry(ranges);
  }

  /** Forgets what a refused update made the room believe about authors. */
  resetCarry(): void {
    if (this.#carry !== null) this.#carry = this.#newCarry();
  }

  #newCarry(): Carry<ParticipantId> {
    return new Carry(client => this.bindings.get(client) ?? null, this.#carryRanges);
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    if (this.byCid.get(connection.cid) === connection) this.byCid.delete(connection.cid);
  }
}
