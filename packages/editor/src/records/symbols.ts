import type {PlanHttp} from '../sync/plan-http.ts';
import {fieldsOf} from './read.ts';

/** The school's own picture symbols as the server gives them; null where it has none, or can't be asked now. */
export async function ownSymbols(http: Pick<PlanHttp, 'ask'>): Promise<unknown> {
  const answer = await http.ask('GET', '/symbols.json');
  return answer.ok ? (fieldsOf(answer.value)['pack'] ?? null) : null;
}
