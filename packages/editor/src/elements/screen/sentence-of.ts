import type {HttpRefusal} from '../../sync/plan-http.ts';
import {screen} from '../../words/en/screen.ts';

/** Why something was not done, in one sentence for the person: the server's own where it gave one. */
export function sentenceOf({problem, sentence, code}: HttpRefusal): string {
  if (problem === 'offline') return screen.offline;
  if (problem === 'signedOut') return screen.signedOut;
  // The one answer that tells nothing on purpose; its words are about opening a plan.
  if (code === 'NOT_FOUND' || (problem === 'gone' && sentence === '')) return screen.gone;
  return sentence === '' ? screen.broken : sentence;
}
