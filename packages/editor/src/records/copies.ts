import type {CompartmentId, CopyReason, RootName} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';

/** A decision that words of a private note may stand where more people read. */
export interface CopyDecision {
  readonly text: string;
  readonly root: RootName;
  /** The withheld document in which they would stand; absent in one that everybody receives. */
  readonly compartmentId?: CompartmentId;
  readonly reason: CopyReason;
  /** Keys of findings in the words that may be told all the same. */
  readonly cleared: readonly string[];
}

/** Notes the decision, so that the words are let in. */
export function decideCopy(http: PlanHttp, decision: CopyDecision): Promise<RecordAnswer<object>> {
  return askPlan(http, ['POST', '/copies'], () => ({}), decision);
}
