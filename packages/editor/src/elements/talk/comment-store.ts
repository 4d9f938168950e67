import {listComments, type CommentThread} from '../../records/comments.ts';
import {RecordsStore} from '../agreement/records-store.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {CommentedWordsOnPage} from './commented-words.ts';

const stores = new WeakMap<PlanHost, CommentStore>();

/** What was said beside the items of one open plan. */
export class CommentStore extends RecordsStore<readonly CommentThread[]> {
  private constructor(plan: PlanHost) {
    super(plan, 'comments', listComments);
    this.follow(plan.source);
    new CommentedWordsOnPage(this);
  }

  /** The one of a plan. */
  static of(plan: PlanHost): CommentStore {
    const store = stores.get(plan) ?? new CommentStore(plan);
    stores.set(plan, store);
    return store;
  }

  /** Whether this person can say something on this page at all. */
  get maySay(): boolean {
    const facts = this.source?.facts ?? null;
    return facts !== null && facts.stage !== 'ceased' && !this.plan.screens.isPlain;
  }

  threadsOn(item: string): readonly CommentThread[] {
    return (this.known ?? []).filter(one => one.item === item);
  }
}
