import {listDisagreements, type Disagreements} from '../../records/disagreements.ts';
import {RecordsStore} from '../agreement/records-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';

const stores = new WeakMap<PlanHost, DisagreeStore>();

/** What sides don't agree on in one open plan. */
export class DisagreeStore extends RecordsStore<Disagreements> {
  private constructor(plan: PlanHost) {
    super(plan, 'disagreements', listDisagreements);
    this.follow(plan.source);
  }

  /** The one of a plan. */
  static of(plan: PlanHost): DisagreeStore {
    const store = stores.get(plan) ?? new DisagreeStore(plan);
    stores.set(plan, store);
    return store;
  }

  /** How many are written down of an item and aren't settled. */
  openOn(item: string): number {
    const all = this.known?.disagreements ?? [];
    return all.filter(
      one => one.item === item && (one.outcome === 'open' || one.outcome === 'stillDifferent'),
    ).length;
  }
}
