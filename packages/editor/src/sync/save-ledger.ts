import type {SaveState} from './save-state.ts';

/** What is known about the way of one document's words to the server's disk. */
export interface SaveLedger {
  readonly connected: boolean;
  /** On this connection the server has been sent everything that it said it lacked. */
  readonly answered: boolean;
  /** Data frames (sync step 2 and updates) sent on this connection, and how many of them are on disk. */
  readonly sent: number;
  readonly durable: number;
  /** Words exist here that aren't known to be on the server's disk. */
  readonly dirty: boolean;
  /** An edit was made that no frame of this connection has carried yet. */
  readonly waiting: boolean;
  /** When everything was last known to be on disk. */
  readonly savedAt: Date | null;
}

export type LedgerEvent =
  | {readonly kind: 'opened'}
  | {readonly kind: 'closed'}
  | {readonly kind: 'sent'; readonly answersServer: boolean}
  | {readonly kind: 'durable'; readonly upTo: number; readonly at: Date}
  | {readonly kind: 'edited'};

/** The ledger of a document that was just made; `dirty` where it was made from words never sent. */
export function emptyLedger(dirty: boolean): SaveLedger {
  return {connected: false, answered: false, sent: 0, durable: 0, dirty, waiting: dirty, savedAt: null};
}

/** The ledger after something happened. */
export function advanceLedger(ledger: SaveLedger, event: LedgerEvent): SaveLedger {
  switch (event.kind) {
    case 'opened':
      return {...ledger, connected: true, answered: false, sent: 0, durable: 0};
    case 'closed':
      return {...ledger, connected: false, answered: false, sent: 0, durable: 0};
    case 'sent':
      return {
        ...ledger,
        sent: ledger.sent + 1,
        answered: ledger.answered || event.answersServer,
        dirty: true,
        waiting: ledger.waiting && !ledger.answered && !event.answersServer,
      };
    case 'durable': {
      // An acknowledgement of frames that were never sent must not make unsent words look saved.
      const next = {...ledger, durable: Math.max(ledger.durable, Math.min(event.upTo, ledger.sent))};
      return isSettled(next) ? {...next, dirty: false, savedAt: event.at} : next;
    }
    case 'edited':
      return {...ledger, dirty: true, waiting: true};
  }
}

/** Whether everything typed here is on the server's disk, as far as this connection proves it. */
export function isSettled(ledger: SaveLedger): boolean {
  return ledger.connected && ledger.answered && !ledger.waiting && ledger.durable === ledger.sent;
}

/** How the encrypted copy on this device stands. */
export interface Keeping {
  /** A copy is being kept at all. */
  readonly isKeeping: boolean;
  /** Some of what was typed isn't on the device's disk yet. */
  readonly isUnderWay: boolean;
}

/**
 * What the ledger lets the page say. `hasContent`: there is a document to look at, even if no connection has been made
 * yet.
 */
export function saveStateOf(ledger: SaveLedger, keeping: Keeping, hasContent: boolean): SaveState {
  if (!ledger.connected && ledger.dirty) return onlyHere(keeping);
  if (ledger.dirty) return {kind: 'saving'};
  if (ledger.savedAt !== null) return {kind: 'saved', at: ledger.savedAt};
  return hasContent && !ledger.connected ? {kind: 'nothingToSave'} : {kind: 'connecting'};
}

/** Words that stand only in this browser. */
export function onlyHere({isKeeping, isUnderWay}: Keeping): SaveState {
  return {kind: 'onlyOnThisDevice', keptAcrossReload: isKeeping, isUnderWay: isKeeping && isUnderWay};
}
