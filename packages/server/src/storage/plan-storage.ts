import type {CompartmentId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';
import type {AttachmentRecord} from './attachment-record.ts';
import type {AuditEntry, AuditPage} from './audit-entry.ts';
import type {CarryRange} from '../authorship/index.ts';
import type {
  AccessFields,
  ClientBinding,
  CompartmentRecord,
  InviteRecord,
  ItemRecord,
  Lease,
  ParticipantRecord,
  PlanChange,
  PlanRecord,
  RefusalRow,
  SessionRecord,
  SnapshotRow,
  TicketRecord,
  UpdateRow,
} from './records.ts';
import type {ChoiceRecord} from './choice-record.ts';
import type {ContactRecord} from './contact-record.ts';
import type {CopyRecord} from './copy-record.ts';
import type {PositionRecord} from './position-record.ts';
import type {ProposalRecord} from './proposal-record.ts';
import type {PurgeRecord} from './purge-record.ts';
import type {RecordChange} from './record-change.ts';
import type {HouseSessionRecord} from './house-session-record.ts';
import type {HelpRecord} from './help-record.ts';
import type {StoredScales} from './scale-record.ts';
import type {StoredFiles, StoredRecords, StoredTalk} from './stored-records.ts';
import type {Upkeep} from './upkeep.ts';
import type {GlassRecord} from './glass-record.ts';
import type {Proofs} from './proof-record.ts';
import type {WithholdingRecord} from './withholding-record.ts';

/** The wording that a document is born with: its row number 1 (kind `import`, no author) and its items. */
export interface InitialDocument {
  readonly compartmentId: CompartmentId;
  readonly update: UpdateRow;
  readonly items: readonly ItemRecord[];
}

/** A plan with everything that must come into being with it, wording included, so that no half plan is ever seen. */
export interface NewPlan {
  readonly plan: PlanRecord;
  readonly participants: readonly ParticipantRecord[];
  readonly compartments: readonly CompartmentRecord[];
  readonly documents: readonly InitialDocument[];
  /** Records that come into being with it. */
  readonly changes?: readonly RecordChange[];
}

/** What one commit adds to one document. */
export interface DocumentAppend {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** The token of the caller's {@link Lease}. */
  readonly token: number;
  readonly updates: readonly UpdateRow[];
  readonly items: readonly ItemRecord[];
  readonly carry: readonly CarryRange[];
  readonly refusals: readonly RefusalRow[];
  /** Stands in the place of every row so far, these included, whose bytes are dropped. [14] */
  readonly snapshot?: SnapshotRow;
}

/** A document as it is stored: apply the snapshot, then the tail in order. */
export interface StoredDocument {
  readonly compartment: CompartmentRecord;
  readonly snapshot: SnapshotRow | null;
  /** The rows after the snapshot, each with its bytes. */
  readonly tail: readonly UpdateRow[];
  /** Number of the newest row ever appended, 0 if none. */
  readonly headSeq: number;
}

/**
 * Where plans live. Every implementation passes `testing/storage-contract.ts`, whose numbers stand in brackets.
 *
 * Promises resolve only when what they wrote survives the loss of power. [1] A failed call leaves nothing behind. [2]
 * Looking up something that isn't there gives `null` or an empty list. Lists come in the order of creation.
 * Nothing is numbered across plans or documents, because a gap in a number tells a reader that something is there.
 * `changes` of a call are records that are written in the same transaction, or not at all where the call does nothing. [17]
 */
export interface PlanStorage {
  /** Writes a plan, its people and its compartments, all or nothing. Fails if an id exists. [3] */
  createPlan(plan: NewPlan): Promise<void>;
  plan(id: PlanId): Promise<PlanRecord | null>;
  plans(): Promise<readonly PlanRecord[]>;
  /** Changes a plan if its version is still the expected one; gives the new record, or `null` if it wasn't. [4] */
  updatePlan(
    id: PlanId,
    expectedVersion: number,
    change: PlanChange,
    changes?: readonly RecordChange[],
  ): Promise<PlanRecord | null>;

  participants(planId: PlanId): Promise<readonly ParticipantRecord[]>;
  /** Adds a person or replaces the record of one. [5] */
  putParticipant(participant: ParticipantRecord): Promise<void>;
  /**
   * Changes the named fields of one person and leaves the others as they are, so that two commands at once both count; gives
   * the new record, or `null` if there is no such person. [16]
   */
  changeAccess(
    id: ParticipantId,
    change: AccessFields,
    changes?: readonly RecordChange[],
  ): Promise<ParticipantRecord | null>;

  compartment(id: CompartmentId): Promise<CompartmentRecord | null>;
  compartments(planId: PlanId): Promise<readonly CompartmentRecord[]>;
  addCompartment(compartment: CompartmentRecord): Promise<void>;

  createInvite(invite: InviteRecord, changes?: readonly RecordChange[]): Promise<void>;
  invite(tokenHash: string): Promise<InviteRecord | null>;
  /** Marks an unused, unexpired invite as used and gives it; `null` for every other, so that one link signs in once. [6] */
  useInvite(tokenHash: string, now: number): Promise<InviteRecord | null>;

  createSession(session: SessionRecord, changes?: readonly RecordChange[]): Promise<void>;
  session(tokenHash: string): Promise<SessionRecord | null>;
  sessionById(id: SessionId): Promise<SessionRecord | null>;
  sessions(planId: PlanId): Promise<readonly SessionRecord[]>;
  /** Records that a session was used at this time. */
  touchSession(id: SessionId, now: number): Promise<void>;
  /** Ends a session that hasn't ended; a second end changes nothing. [7] */
  endSession(id: SessionId, now: number): Promise<void>;

  /**
   * Binds the ticket's client id to its session, durably, where that id is bound to nobody in this document [8] and the session
   * has fewer than `most` tickets for its present epoch. [25]
   */
  createTicket(
    ticket: TicketRecord,
    changes?: readonly RecordChange[],
    most?: number,
  ): Promise<TicketOutcome>;
  ticket(ticketHash: string): Promise<TicketRecord | null>;
  /** Every client id of a document that is bound, to anybody or to this person. Those that wrote always are. */
  bindings(compartmentId: CompartmentId, participantId?: ParticipantId): Promise<readonly ClientBinding[]>;

  /** Every item of a plan, whatever compartment it lives in. */
  items(planId: PlanId): Promise<readonly ItemRecord[]>;

  /**
   * Makes the caller the only writer of a plan. Another holder's lease is taken over only if `takeOver` is set, and
   * its token is stale from then on; otherwise `null`. The holder itself gets its own lease again. [10]
   */
  acquireLease(planId: PlanId, owner: string, takeOver: boolean): Promise<Lease | null>;

  /** The document as stored, or `null`. */
  loadDocument(id: CompartmentId): Promise<StoredDocument | null>;
  /**
   * Appends to many documents in one transaction: all or nothing. [11] Rows must follow the document's newest row without a
   * gap [12], and every token must be the newest of its plan, else it throws a {@link StorageError}. [13]
   * `changes` are written first, in the same transaction. [17]
   */
  commit(batch: readonly DocumentAppend[], changes?: readonly RecordChange[]): Promise<void>;
  /** Writes records in one transaction: all or nothing. [17] The room of a session only ever grows. [19] */
  record(changes: readonly RecordChange[]): Promise<void>;
  /** Every decision to withhold of a plan, those that are over included. */
  withholdings(planId: PlanId): Promise<readonly WithholdingRecord[]>;
  /** Everything that parties said of a plan's items, oldest first. [24] */
  positions(planId: PlanId): Promise<readonly PositionRecord[]>;
  /** Every value of a plan's contact store. [21] */
  contacts(planId: PlanId): Promise<readonly ContactRecord[]>;
  /** Every decision that words of one document of a plan may stand in another, oldest first. [26] */
  copies(planId: PlanId): Promise<readonly CopyRecord[]>;
  /** Every purge of every plan. [22] */
  purges(): Promise<readonly PurgeRecord[]>;
  /** Openings of a plan in an emergency that end after a moment, oldest first. [23] */
  glass(planId: PlanId, endingAfter: number): Promise<readonly GlassRecord[]>;
  /** What was done on a plan, newest first. Entries are only ever added. [18] */
  audit(planId: PlanId, page?: AuditPage): Promise<readonly AuditEntry[]>;
  /** Puts a snapshot in the place of the older one and drops the bytes of the rows that it holds, keeping those rows. [14] */
  saveSnapshot(planId: PlanId, token: number, id: CompartmentId, snapshot: SnapshotRow): Promise<void>;
  /**
   * Seals everything of a compartment under a new key, but for the audit, and destroys the older ones, so that no copy
   * of the database that was taken before opens any more without a copy of the keys. `purgedAt` says that this ends a
   * purge: from then on no backup from before it can be restored. [19]
   */
  rotateKey(id: CompartmentId, purgedAt?: number): Promise<void>;
  /** Log rows after `afterSeq`, oldest first, at most `limit`, without bytes. */
  updateLog(id: CompartmentId, afterSeq: number, limit: number): Promise<readonly UpdateRow[]>;
  carry(id: CompartmentId): Promise<readonly CarryRange[]>;
  refusals(id: CompartmentId): Promise<readonly RefusalRow[]>;

  /** The scales of plans with their numbers. */
  readonly scales: StoredScales;
  /** What was recorded. */
  readonly attachments: StoredFiles<AttachmentRecord>;
  /** Calls of children for help [31], sessions with them [33], and what they chose about items. [34] */
  readonly houses: {
    readonly choices: StoredRecords<ChoiceRecord>;
    readonly help: StoredRecords<HelpRecord>;
    readonly sessions: StoredRecords<HouseSessionRecord>;
  };
  /** What people said beside the plan. [29] */
  readonly talk: StoredTalk;
  /** Other words that were suggested for items of plans. [28] */
  readonly proposals: StoredRecords<ProposalRecord>;
  /** What people show that it is them with. */
  readonly proofs: Proofs;
  /** What keeps words that were dropped from staying anywhere. */
  readonly upkeep: Upkeep;

  /** Writes a consistent copy of everything into an empty or new folder while others go on writing. [15] */
  backup(folder: string): Promise<void>;
  close(): Promise<void>;
}

/** What became of a ticket: `taken` if its client id is bound already, `full` if its session has too many. */
export type TicketOutcome = 'bound' | 'taken' | 'full';

/** Why storage refused to write. */
export type StorageErrorCode = 'STALE_TOKEN' | 'SEQUENCE' | 'NOT_FOUND' | 'CONFLICT';

/** A write that storage refused because it would break a rule; nothing of it was written. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, what: string) {
    super(`${code}: ${what}`);
    this.name = 'StorageError';
    this.code = code;
  }
}
