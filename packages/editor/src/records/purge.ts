import type {CompartmentId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, listOf, momentOf, textOf} from './read.ts';

/** Somebody who had a document open while the words stood in it. */
export interface Witness {
  readonly id: string;
  readonly name: string;
  readonly firstAt: Date;
}

/** What came of taking words out of one document. */
export interface PurgeReport {
  readonly places: number;
  readonly couldHaveSeen: readonly Witness[];
}

/** Takes words out of one document, its history and every file, for good. */
export function purge(
  http: PlanHttp,
  compartmentId: CompartmentId,
  text: string,
): Promise<RecordAnswer<PurgeReport>> {
  return askPlan(http, ['POST', '/purges'], readReport, {compartmentId, text});
}

function readReport(body: unknown): PurgeReport | null {
  const {places, couldHaveSeen} = fieldsOf(body);
  if (typeof places !== 'number' || !Array.isArray(couldHaveSeen)) return null;
  return {
    places,
    couldHaveSeen: listOf(couldHaveSeen).flatMap(one => {
      const {id, name, firstAt} = fieldsOf(one);
      const at = momentOf(firstAt);
      return at === null ? [] : [{id: textOf(id), name: textOf(name), firstAt: at}];
    }),
  };
}
