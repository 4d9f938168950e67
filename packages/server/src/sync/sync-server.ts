import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';
import type {CompartmentId, ParticipantId, PlanId, RandomBytes, SessionId} from '@goldthread/schema';
import type {RecordKind} from '@goldthread/schema/wire';
import type * as Y from 'yjs';
import type {Clock, Logger, Metrics} from '../ports/index.ts';
import type {ItemRecord, PlanStorage, RecordChange} from '../storage/index.ts';
import type {CopyDesk} from './copy-desk.ts';
import type {Redaction} from './fresh-start.ts';
import type {SyncLimits} from './limits.ts';
import type {LivePlan, Seat} from './live-plan.ts';
import type {SyncDirectory} from './sync-directory.ts';
import type {Sighted, TypedPart} from './write-watch.ts';

/** Who is told of what is written that is kept out of plans. Neither may throw; nobody waits for them. */
export interface Watcher {
  /** Somebody typed part of a value and was refused the rest: the part has to go. */
  typed(part: TypedPart): void;
  /** Somebody who may not read a value wrote it. */
  sighted(sighted: Sighted): void;
}

/** What the sync server is made of; everything that it doesn't do itself. */
export interface SyncPorts {
  readonly storage: PlanStorage;
  readonly directory: SyncDirectory;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly limits: SyncLimits;
  readonly watcher: Watcher;
}

/** What the server itself does to one document. `items` are the records of the items that `write` brings in. */
export interface OwnChange {
  readonly id: CompartmentId;
  readonly items: readonly ItemRecord[];
  readonly write: (doc: Y.Doc) => void;
  /** Set where the server writes for somebody, whose rights are looked at in the moment in which it does. */
  readonly accepts?: Acceptance;
}

/** That somebody lets words that somebody else suggested stand in an item. */
export interface Acceptance {
  /** At whose session, and by whom the words are. */
  readonly seat: Seat & {readonly session: {readonly id: SessionId}};
  readonly writer: ParticipantId;
  /** Throws where nobody may change the item for it now. */
  readonly demandRights: (plan: Pick<LivePlan, 'mayWrite'>) => void;
}

/** Records that go with what the server writes. */
export type OwnRecords = readonly RecordChange[] | (() => readonly RecordChange[]);

/** Live co-writing of every plan of this process. */
export interface SyncServer {
  /** Takes over an HTTP upgrade of `/sync/...`, whatever comes of it. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * To be called after any record changed on which access to this plan depends (people, stage, switches, sessions).
   * When it resolves, every live socket of the plan has been decided anew; until then none of them receives a byte.
   */
  changed(planId: PlanId): Promise<void>;
  /**
   * Reads a document as it stands on disk; `null` if there is none. `read` must neither change nor keep the document.
   */
  withDocument<T>(id: CompartmentId, read: (doc: Y.Doc) => T): Promise<T | null>;
  /**
   * Writes to documents of one plan as the server, outside the gate, for imports and moves, and `records` with them, all in one
   * commit; a function is asked for them once the words are written. Resolves once that is on disk and sent to everyone who has the documents open; fails with nothing changed.
   */
  writeAsServer(changes: readonly OwnChange[], records?: OwnRecords): Promise<void>;
  /**
   * Tells readers of a plan who have it open that records of these kinds are to be fetched again, and nobody else anything:
   * not a screen that others look at too, nor a session of which it isn't sure whose it is.
   */
  tellRecords(
    planId: PlanId,
    readers: ReadonlySet<ParticipantId>,
    kinds: readonly RecordKind[],
  ): Promise<void>;
  /** Tells one session that it is to fetch records of these kinds again, because it receives more than before. */
  tellSession(planId: PlanId, sessionId: SessionId, kinds: readonly RecordKind[]): Promise<void>;
  /**
   * Takes something out of a document for good: its log and snapshot keep nothing of it, it has a new epoch, and whoever has it
   * open is told to drop their copy (4410). Sockets of other documents stay.
   */
  startAfresh(redaction: Redaction): Promise<void>;
  /** Where it is decided that words of a withheld document may stand where more people read (E08). */
  readonly copies: Pick<CopyDesk, 'copiedIn' | 'shownIn' | 'allow' | 'forget'>;
  /** Takes no new sockets, finishes what arrived, says goodbye (1001) and stores what is left to store. Storage stays open. */
  close(): Promise<void>;
}
