import {listTraces, type Trace} from '../../records/traces.ts';
import {RecordsStore} from '../agreement/records-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';

const stores = new WeakMap<PlanHost, TraceStore>();

/** What came of what the child said, in one open plan. */
export class TraceStore extends RecordsStore<readonly Trace[]> {
  private constructor(plan: PlanHost) {
    super(plan, 'traces', listTraces);
    this.follow(plan.source);
  }

  /** The one of a plan. */
  static of(plan: PlanHost): TraceStore {
    const store = stores.get(plan) ?? new TraceStore(plan);
    stores.set(plan, store);
    return store;
  }
}
