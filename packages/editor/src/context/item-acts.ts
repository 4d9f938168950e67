import {OFFICES, type ItemId} from '@goldthread/schema';
import type {PlanFacts} from '../sync/plan-facts.ts';

/** What this person may do about an item besides writing in it. */
export interface ItemActs {
  /** Whether they may decide who sees an item, or with null a new private note. */
  mayHide(id: ItemId | null): boolean;
}

export const NO_ACTS: ItemActs = {mayHide: () => false};

/** What a person may do, as far as the page can know; the server decides again. */
export function itemActs({me, ownItems}: PlanFacts): ItemActs {
  const {proposes} = OFFICES[me.role];
  const own = new Set<string>(ownItems);
  return {
    mayHide(id) {
      if (proposes === 'no') return false;
      return proposes !== 'own' || id === null || own.has(id);
    },
  };
}
