import {newId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';

/** What somebody can put into a request: what they know, and what they may have heard of. */
export interface Known {
  readonly planId: string;
  /** The asker's own id. */
  readonly self: string;
  /** Somebody else on the plan, who knows more. */
  readonly colleague: string;
  /** Somebody else from whom something may be withheld. */
  readonly other: string;
  /** The documents that the asker receives. */
  readonly documents: readonly string[];
  /** An item that the asker receives. */
  readonly item: string;
  /** Ids that the asker was never told, under the name that they have in answers to others. */
  readonly secret: ReadonlyMap<string, string>;
}

/** An id that nothing has. */
export const MISSING = newId(seededRandom(98));

/** The ids among what was never told; a token of the contact store is none, and has a place of its own in an address. */
export function idsAmong(secret: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...secret].flatMap(([name, value]) => (name === 'token' ? [] : [value])))];
}

/** Whether something that was answered has the form of an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{20,}$/.test(value);
}
