import type {Brand} from './brand.ts';
import {fail, ok, type Result} from './result.ts';

/** Identifies one plan. */
export type PlanId = Brand<string, 'PlanId'>;
/** Identifies one person on one plan. */
export type ParticipantId = Brand<string, 'ParticipantId'>;
/** Identifies one compartment, which is one Yjs document. */
export type CompartmentId = Brand<string, 'CompartmentId'>;
/** Identifies one item of a plan. */
export type ItemId = Brand<string, 'ItemId'>;
/** Identifies one signed-in session of one participant. */
export type SessionId = Brand<string, 'SessionId'>;
/** Identifies one decision to withhold. */
export type WithholdingId = Brand<string, 'WithholdingId'>;
/** Identifies one value of the contact store. */
export type ContactId = Brand<string, 'ContactId'>;
/** Identifies one purge. */
export type PurgeId = Brand<string, 'PurgeId'>;

/** Identifies one position that a party took. */
export type PositionId = Brand<string, 'PositionId'>;

/** Identifies one thing that somebody said beside an item. */
export type CommentId = Brand<string, 'CommentId'>;
/** Identifies one entry of a disagreement. */
export type DisagreementId = Brand<string, 'DisagreementId'>;
/** Identifies one thing that was said or done because of words of a child. */
export type TraceId = Brand<string, 'TraceId'>;
/** Identifies one scale from 0 to 10. */
export type ScaleId = Brand<string, 'ScaleId'>;
/** Identifies one session with the child. */
export type HouseSessionId = Brand<string, 'HouseSessionId'>;
/** Identifies once that what a child said in a session was shown to people. */
export type PresentationId = Brand<string, 'PresentationId'>;
/** Identifies one attachment. */
export type AttachmentId = Brand<string, 'AttachmentId'>;
/** Identifies one call of a child for help. */
export type HelpCallId = Brand<string, 'HelpCallId'>;
export type OverrideId = Brand<string, 'OverrideId'>;
export type ChoiceId = Brand<string, 'ChoiceId'>;
/** Identifies one number that was placed on a scale. */
export type RatingId = Brand<string, 'RatingId'>;

/** Identifies one proposal of other words for an item; its wording is the root `p:` and this. */
export type ProposalId = Brand<string, 'ProposalId'>;

/** Gives `length` unpredictable bytes. Passed in, so that this package reads no randomness of its own. */
export type RandomBytes = (length: number) => Uint8Array;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PATTERN = /^[A-Za-z0-9_-]{22}$/;

/**
 * A new identifier: 128 random bits as 22 characters of base64url.
 * Random and never counted, because a gap in a sequence tells an excluded reader that something is there
 * (domain 6.5, side channel 1).
 */
export function newId<Id extends Brand<string, string>>(random: RandomBytes): Id {
  const bytes = random(16);
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += ALPHABET.charAt((value >> bits) & 63);
    }
  }
  return (text + ALPHABET.charAt((value << (6 - bits)) & 63)) as Id;
}

/** Reads an identifier that came from outside; the kind is the caller's claim about where it came from. */
export function parseId<Id extends Brand<string, string>>(text: unknown): Result<Id, 'not an id'> {
  return typeof text === 'string' && PATTERN.test(text) ? ok(text as Id) : fail('not an id');
}
