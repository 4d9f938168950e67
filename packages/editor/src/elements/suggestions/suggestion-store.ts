import {listProposals, type Proposal} from '../../records/proposals.ts';
import {RecordsStore} from '../agreement/records-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {hearTaps, type Tapped} from './tapped-item.ts';
import {hearTyping, type TypedOn} from './typed-on-item.ts';
import type {TypedWords} from './typed-words.ts';

const stores = new WeakMap<PlanHost, SuggestionStore>();

/** What is to have the focus once it is on the page, and the words that come with it. */
interface Wanted {
  readonly id: string;
  readonly typed: TypedWords | null;
}

/** What takes in what somebody does on the words of one item that they may only read. */
export interface Taker {
  /** Whether the key was taken. */
  type(typed: TypedOn): boolean;
  tap(tapped: Tapped): void;
}

/** Other words that were suggested for the items of one open plan. */
export class SuggestionStore extends RecordsStore<readonly Proposal[]> {
  wanted: Wanted | null = null;
  /** By item. */
  readonly takers = new Map<string, Taker>();

  private constructor(plan: PlanHost) {
    super(plan, 'proposals', listProposals);
    this.follow(plan.source);
    hearTyping(plan, typed => this.takers.get(typed.itemId)?.type(typed) ?? false);
    hearTaps(plan, tapped => this.takers.get(tapped.itemId)?.tap(tapped));
  }

  /** The one of a plan. */
  static of(plan: PlanHost): SuggestionStore {
    const store = stores.get(plan) ?? new SuggestionStore(plan);
    stores.set(plan, store);
    return store;
  }

  /** Whether this person may change an item, so that they need suggest nothing for it. */
  mayType(id: string): boolean {
    const {plan, source} = this;
    const item = plan.index.byId.get(id);
    const facts = source?.facts ?? null;
    if (item === undefined || facts === null) return false;
    const {root, type} = item;
    return source?.docFor(root)?.mayWrite(root) === true && plan.own.rightsIn(facts, root)(item.id, type);
  }

  /** Oldest first. */
  on(item: string): readonly Proposal[] {
    return (this.known ?? []).filter(one => one.item === item);
  }
}
