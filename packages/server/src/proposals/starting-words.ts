import {mergeWordings, wordingOf, type Wording} from '@goldthread/schema/proposals';
import type * as Y from 'yjs';
import {RequestProblem} from '../errors.ts';
import type {ProposalRecord} from '../storage/index.ts';
import {suggestedIn} from './wording-in.ts';

/** How a proposal begins, and the wording of its item from which that comes. */
export interface Start {
  readonly words: Wording;
  readonly base: Wording;
}

/**
 * How an answer to a proposal begins: with what that suggests and with what was changed in the item since. Where both don't fit
 * together it begins with what was suggested alone and comes from what that came from, so that accepting it asks about the rest and
 * takes nothing out that it never had.
 */
export function startOfAnswer(doc: Y.Doc, answered: ProposalRecord, now: Wording): Start {
  const suggested = suggestedIn(doc, answered);
  if (suggested === null) throw new RequestProblem('NOT_FOUND');
  const words = wordingOf(suggested);
  const base = wordingOf(answered.base);
  const merged = mergeWordings(base, now, words);
  return merged.ok ? {words: merged.value, base: now} : {words, base};
}
