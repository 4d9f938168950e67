import {CLOSE, closeNameOf, type RefusalCode, type RefusedMessage} from '@goldthread/schema/wire';

/** Why a document is traded for a fresh one. */
export interface TradeReason {
  readonly code: string;
  /** One sentence for the person. */
  readonly sentence: string;
  /** Whether unsent words may be put in again at their place. */
  readonly mayPutBack: boolean;
}

/** What to do about a connection that the server closed for good. */
export type CloseReaction =
  | {readonly kind: 'outOfDate'}
  | {readonly kind: 'signedOut'}
  | {readonly kind: 'trade'; readonly reason: TradeReason; readonly thenAsk: boolean};

/** A document that can't be trusted, though the server has nothing against it. */
export const FAULT: TradeReason = {code: 'FAULT', sentence: CLOSE.stale.sentence, mayPutBack: true};

/** A document whose text differs from the server's, with nothing of its own unsent. */
export const DIVERGED: TradeReason = {code: 'DIVERGED', sentence: CLOSE.stale.sentence, mayPutBack: false};

/** The refusal of words that their writer may decide to put in all the same. */
export const ASKS: RefusalCode = 'COPIED';

/** Refusals after which words aren't put in again by themselves: they would be refused again, or somebody has to decide. */
const OWN_TO_DECIDE: ReadonlySet<string> = new Set<RefusalCode>(['PROTECTED', ASKS]);

/** What a close code asks for; `refusal` is what the server said just before, if anything. */
export function closeReaction(code: number, refusal: RefusedMessage | null): CloseReaction {
  const name = closeNameOf(code);
  if (name === 'schemaTooOld') return {kind: 'outOfDate'};
  if (name === 'signedOut') return {kind: 'signedOut'};
  if (name === 'stale') {
    // After a purge the old words may be what was purged: they aren't put back by themselves.
    return trade({code: 'STALE', sentence: CLOSE.stale.sentence, mayPutBack: false}, false);
  }
  if (name === 'notYours') {
    return trade({code: 'RIGHTS', sentence: CLOSE.notYours.sentence, mayPutBack: true}, true);
  }
  const {code: why, message} = refusal ?? {code: 'MALFORMED', message: CLOSE.refused.sentence};
  return trade({code: why, sentence: message, mayPutBack: !OWN_TO_DECIDE.has(why)}, false);
}

function trade(reason: TradeReason, thenAsk: boolean): CloseReaction {
  return {kind: 'trade', reason, thenAsk};
}
