import {mergeWordings, wordingOf, type Wording} from '@goldthread/schema/proposals';
import type * as Y from 'yjs';
import {RequestProblem} from '../errors.ts';
import type {ProposalRecord} from '../storage/index.ts';
import {suggestedIn} from './wording-in.ts';

/**
 * The words with which an answer to a proposal begins: those that it suggests, with what was changed in the item since, as far as
 * both fit together.
 */
export function startingWords(doc: Y.Doc, answered: ProposalRecord, now: Wording): Wording {
  const suggested = suggestedIn(doc, answered);
  if (suggested === null) throw new RequestProblem('NOT_FOUND');
  const words = wordingOf(suggested);
  const merged = mergeWordings(wordingOf(answered.base), now, words);
  return merged.ok ? merged.value : words;
}
