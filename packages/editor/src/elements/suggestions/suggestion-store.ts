import {listProposals, type Proposal} from '../../records/proposals.ts';
import {RecordsStore} from '../agreement/records-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';

const stores = new WeakMap<PlanHost, SuggestionStore>();

/** Other words that were suggested for the items of one open plan. */
export class SuggestionStore extends RecordsStore<readonly Proposal[]> {
  /** What is to have the focus once it is on the page. */
  wanted: string | null = null;

  private constructor(plan: PlanHost) {
    super(plan, 'proposals', listProposals);
    this.follow(plan.source);
  }

  /** The one of a plan. */
  static of(plan: PlanHost): SuggestionStore {
    const store = stores.get(plan) ?? new SuggestionStore(plan);
    stores.set(plan, store);
    return store;
  }

  /** Oldest first. */
  on(item: string): readonly Proposal[] {
    return (this.known ?? []).filter(one => one.item === item);
  }
}
