import {OFFICES, type ItemId} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';

/** What this person may do about an item besides writing in it. */
export interface ItemActs {
  /** Whether they may decide who sees an item. */
  mayHide(id: ItemId): boolean;
  /** Whether they may add a private note to a part; a family only where its own words stand. */
  mayAddNote(mayWrite: boolean): boolean;
}

export const NO_ACTS: ItemActs = {mayHide: () => false, mayAddNote: () => false};

/** What a person may do, as far as the page can know; the server decides again. */
export function itemActs({me, ownItems}: PlanFacts): ItemActs {
  const {proposes} = OFFICES[me.role];
  const own = new Set<string>(ownItems);
  return {
    mayHide: id => proposes !== 'no' && (proposes !== 'own' || own.has(id)),
    mayAddNote: mayWrite => proposes !== 'no' && (proposes !== 'own' || mayWrite),
  };
}
