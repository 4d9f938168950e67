import {hash64} from '../base/hash64.ts';
import {plainText} from '../base/words.ts';

/**
 * The rules that look for what a text could disclose. `SG-01`: an address. `SG-02`: a phone number, an email or another
 * account. `SG-03`: that a family moved or fled, or where to. `SG-04`: somebody who isn't on the plan, or what is
 * private to them. `SG-05`: what belongs to an enquiry. `SG-06`: a name from which a reader could work out a place.
 */
export const DISCLOSURE_RULES = ['SG-01', 'SG-02', 'SG-03', 'SG-04', 'SG-05', 'SG-06'] as const;
export type DisclosureRule = (typeof DISCLOSURE_RULES)[number];

/** A place in one text at which one rule stops. */
export interface Span {
  readonly rule: DisclosureRule;
  readonly start: number;
  readonly end: number;
}

/** What a check found, for a person to clear by name. */
export interface Finding extends Span {
  /** The same wherever and whenever the same words are found by the same rule. */
  readonly key: string;
  /** Which of the texts. */
  readonly text: number;
  /** The sentence in which it stands, as it was written. */
  readonly sentence: string;
}

/**
 * What a person clears: the words, whatever their capitals and spaces, under one rule. It is made from the words, and
 * whoever has it could try addresses until one fits, so it is kept as secret as they are.
 */
export function findingKey(rule: DisclosureRule, words: string): string {
  return hash64(`${rule} ${plainText(words)}`);
}
