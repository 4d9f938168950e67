/** Everything about the sync server that the person who runs it may set. Times are milliseconds. */
export interface SyncLimits {
  /** Most bytes of one WebSocket message. */
  readonly messageBytes: number;
  /** Messages of one connection: how many a second for long, and how many at once. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Bytes from one connection, likewise. */
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Whole-document answers for one connection, likewise. */
  readonly fullSyncsPerSecond: number;
  readonly fullSyncBurst: number;
  /** Cursor moves of one connection that are passed on at once, likewise. */
  readonly presencePerSecond: number;
  readonly presenceBurst: number;
  /** Most bytes of one presence state. */
  readonly presenceBytes: number;
  /** A connection with more unsent bytes than this, beside one whole document, is dropped. */
  readonly unsentBytes: number;
  readonly connections: number;
  /**
   * Sockets in one document, and of one person in it. Counted by document, because a page opens one in each that it
   * receives: a limit for the plan would shut out those first who receive most.
   */
  readonly connectionsPerDocument: number;
  readonly connectionsPerParticipant: number;
  /** This many refusals of one person in one document within `refusalWindowMs` lock that person out for as long. */
  readonly refusals: number;
  readonly refusalWindowMs: number;
  /** Dangling updates after the first that one connection may send before its answer to sync step 1. */
  readonly danglingFrames: number;
  /** Frames that one tick takes on, so that a flood in one room can't hold up the others for long. */
  readonly framesPerTick: number;
  /** Silence in a document after which its content hashes are sent. */
  readonly checkAfterMs: number;
  /** Log rows beyond the snapshot from which a document is compacted when it falls silent, and at once. */
  readonly compactRows: number;
  readonly compactRowsAtOnce: number;
  /** Log rows from which a document is compacted as it leaves memory, or after as long a silence with people in it. */
  readonly compactRowsOnUnload: number;
  /** How long a document that nobody has open stays in memory. */
  readonly unloadAfterMs: number;
  /** How long the Yjs document of a room where nobody writes stays in memory. */
  readonly restAfterMs: number;
  /** How often connections are asked whether they are still there; must stay below 30 s for y-websocket clients. */
  readonly heartbeatMs: number;
  /** How often the caretaker looks around. */
  readonly sweepMs: number;
  /** How long closing waits for sockets to say goodbye. */
  readonly closeMs: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** Limits that no person reaches by writing. */
export const SYNC_LIMITS: SyncLimits = {
  messageBytes: 2 * MIB,
  messagesPerSecond: 300,
  messageBurst: 1200,
  bytesPerSecond: MIB,
  byteBurst: 8 * MIB,
  fullSyncsPerSecond: 0.5,
  fullSyncBurst: 10,
  presencePerSecond: 20,
  presenceBurst: 40,
  presenceBytes: 2 * KIB,
  unsentBytes: 4 * MIB,
  connections: 20_000,
  connectionsPerDocument: 1000,
  connectionsPerParticipant: 40,
  refusals: 20,
  refusalWindowMs: 60_000,
  danglingFrames: 64,
  framesPerTick: 1000,
  checkAfterMs: 2000,
  compactRows: 500,
  compactRowsAtOnce: 1500,
  compactRowsOnUnload: 100,
  unloadAfterMs: 5000,
  restAfterMs: 60_000,
  heartbeatMs: 20_000,
  sweepMs: 500,
  closeMs: 2000,
};
