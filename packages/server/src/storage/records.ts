import type {
  CompartmentId,
  ItemId,
  Participant,
  ParticipantId,
  PlanId,
  RootName,
  SessionId,
  Stage,
} from '@goldthread/schema';
import type {IdRange} from '../gate/index.ts';
import type {Proof} from './proof-record.ts';

/** One plan, without its wording. Times everywhere are milliseconds since 1970 UTC. */
export interface PlanRecord {
  readonly id: PlanId;
  readonly planType: string;
  readonly stage: Stage;
  /** The lead's switches, by root; absent means the stage's default. */
  readonly coWriting: Readonly<Partial<Record<RootName, boolean>>>;
  /** What the plan knows besides wording and people (child, statuses, positions, clocks...), as JSON text. */
  readonly facts: string;
  readonly createdAt: number;
  /** Goes up by one with each change of this record. */
  readonly version: number;
}

/** What of a plan a command may change. */
export type PlanChange = Partial<Pick<PlanRecord, 'stage' | 'coWriting' | 'facts'>>;

/** One person on one plan, with the end of that person's access. */
export interface ParticipantRecord extends Participant {
  readonly planId: PlanId;
  /** From this moment on the person has no access; `null` while there is no end. */
  readonly accessEndsAt: number | null;
}

/** What of a person's record a command may change. */
export type AccessFields = Partial<Pick<ParticipantRecord, 'role' | 'lead' | 'accessEndsAt'>>;

/** What kind of reader a compartment is for. */
export type StoredCompartmentKind = 'shared' | 'voice' | 'withheld';

/** One compartment, which is one Yjs document. */
export interface CompartmentRecord {
  readonly id: CompartmentId;
  readonly planId: PlanId;
  readonly kind: StoredCompartmentKind;
  /** Readers of a withheld compartment; `null` for `shared` and `voice`. */
  readonly audience: readonly ParticipantId[] | null;
  /** The lineage: a client that holds an older one may never sync. Starts at 1. */
  readonly epoch: number;
  readonly schemaVersion: number;
  readonly createdAt: number;
}

/** A link that signs one person in, once. Only the hash of its token is kept. */
export interface InviteRecord {
  readonly tokenHash: string;
  readonly planId: PlanId;
  readonly participantId: ParticipantId;
  /** Whether a session from it is confirmed from the start. */
  readonly confirmed: boolean;
  /** Who made it; `null` is the administrator. */
  readonly issuedBy: ParticipantId | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** Whether a person signed in on a device of their own. */
export type Device = 'own' | 'shared';

/** One signed-in session of one participant. Only the hash of its token is kept. */
export interface SessionRecord {
  readonly id: SessionId;
  readonly tokenHash: string;
  readonly planId: PlanId;
  readonly participantId: ParticipantId;
  readonly device: Device;
  readonly confirmed: boolean;
  /** Everybody of the plan who looks at its screen in a meeting, the holder included; `null` for a session of one's own. */
  readonly present: readonly ParticipantId[] | null;
  /** Whether somebody who isn't on the plan looks at it too. */
  readonly hasStranger: boolean;
  /** Who made the link that it came from; `null` is the administrator. */
  readonly invitedBy: ParticipantId | null;
  /** When and how its holder last showed that it is them; `null` for never. */
  readonly proof: Proof | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When it was last used, to the minute or so; too long ago counts as ended. */
  readonly lastSeenAt: number;
  readonly endedAt: number | null;
}

/** What of a session decides how much of its holder's access it gives, and until when. */
export interface SessionReach extends Pick<
  SessionRecord,
  'confirmed' | 'present' | 'hasStranger' | 'expiresAt'
> {
  /** `null` where nothing but its holder is known. */
  readonly id: SessionId | null;
}

/**
 * A ticket: one Yjs client id, bound to one session for one document before any socket opens, never issued twice.
 * It opens sockets again and again until the session ends. Only the hash of its token is kept.
 */
export interface TicketRecord {
  readonly ticketHash: string;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
  readonly cid: number;
  /** The document's epoch when the ticket was made; a later epoch makes the ticket stale. */
  readonly epoch: number;
  readonly createdAt: number;
}

/** Who a Yjs client id of a document belongs to. */
export interface ClientBinding {
  readonly cid: number;
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
}

/** Who owns an item and who typed it, recorded when it is first stored; never taken from an attribute. */
export interface ItemRecord {
  readonly id: ItemId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly root: RootName;
  /** The root that a withheld item stands beside; `null` in an open compartment. */
  readonly anchorRoot: RootName | null;
  readonly type: string;
  readonly owner: ParticipantId | null;
  readonly typedBy: ParticipantId | null;
  readonly sessionId: SessionId | null;
  /** Somebody's own words: only that person changes them once they were read back. */
  readonly verbatim: boolean;
  readonly readBack: boolean;
  readonly createdAt: number;
}

/**
 * Why an update was written: by a person, by the server's own tidying of formats, by an import or move, by a purge, or by a person
 * who accepted what somebody else suggested.
 */
export type UpdateKind = 'edit' | 'cleanup' | 'import' | 'redact' | 'accept';

/** One stored update of one document. `participantId` `null` is the server itself. */
export interface UpdateRow {
  /** 1, 2, 3... within the document, without gaps. */
  readonly seq: number;
  readonly epoch: number;
  readonly at: number;
  readonly participantId: ParticipantId | null;
  readonly sessionId: SessionId | null;
  readonly kind: UpdateKind;
  readonly inserted: readonly IdRange[];
  /** Only what this update newly deleted. */
  readonly deleted: readonly IdRange[];
  /** The canonical update; `null` once a snapshot holds it. */
  readonly bytes: Uint8Array | null;
}

/** A whole document up to one log row, from a garbage-collected Yjs document. */
export interface SnapshotRow {
  readonly upToSeq: number;
  readonly epoch: number;
  /** Yjs state vector, as Yjs encodes it. */
  readonly stateVector: Uint8Array;
  readonly bytes: Uint8Array;
}

/** An update that was refused: who and why, never what it said. */
export interface RefusalRow {
  readonly at: number;
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
  readonly cid: number;
  readonly code: string;
}

/** What one process holds to be the only writer of a plan. */
export interface Lease {
  readonly planId: PlanId;
  readonly owner: string;
  /** Goes up each time the lease passes to another holder; each append must name the newest. */
  readonly token: number;
}
