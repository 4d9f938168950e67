import type {HttpRefusal} from '../../sync/plan-http.ts';
import {suggest as say} from '../../words/en/suggest.ts';
import {sentenceOf} from '../screen/sentence-of.ts';

/** What somebody is told after something was not done. */
export type Told =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'copied'}
  | {readonly kind: 'problem'; readonly sentence: string};

/** Why something was not done. */
export function notTaken(refusal: HttpRefusal): Told {
  if (refusal.code === 'COPIED_WORDS') return {kind: 'copied'};
  if (refusal.code === 'ALREADY_CHANGED') return {kind: 'problem', sentence: say.changed};
  return {kind: 'problem', sentence: sentenceOf(refusal)};
}
