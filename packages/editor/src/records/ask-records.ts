import {fail, ok, type Result} from '@goldthread/schema';
import type {HttpRefusal, PlanHttp} from '../sync/plan-http.ts';

/** What came of asking for a record, or why nothing did. */
export type RecordAnswer<T> = Result<T, HttpRefusal>;

/** Asks below the plan's own address, and reads the answer; one that can't be read counts as broken. */
export async function askPlan<T>(
  http: PlanHttp,
  [method, path]: readonly [method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string],
  read: (body: unknown) => T | null,
  body?: object,
): Promise<RecordAnswer<T>> {
  return readAnswer(await http.ask(method, `/api/plans/${http.planId}${path}`, body), read);
}

/** Reads an answer; one that can't be read counts as broken. */
export function readAnswer<T>(
  answer: Result<unknown, HttpRefusal>,
  read: (body: unknown) => T | null,
): RecordAnswer<T> {
  if (!answer.ok) return answer;
  const value = read(answer.value);
  return value === null ? fail({problem: 'broken', code: '', sentence: ''}) : ok(value);
}
