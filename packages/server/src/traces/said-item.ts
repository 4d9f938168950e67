import type {ItemId} from '@goldthread/schema';
import {isChildsOwn} from '@goldthread/schema/proposals';
import {placeFor, type Place, type Speaker} from '../agreement/index.ts';
import {RequestProblem} from '../errors.ts';
import {itemFactsOf} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';

/** Something that the child said, which this person reads; ends the request where there is none such for them. */
export function saidItem(facts: PlanFacts, speaker: Speaker, itemId: ItemId): Place {
  const place = placeFor(facts, speaker, itemId, null);
  const {item} = place;
  const owner = facts.everyone.find(({id}) => id === item.owner);
  const isSaid = (item.anchorRoot ?? item.root).startsWith('house:') || owner?.role === 'child';
  if (!isSaid || !isChildsOwn(item.root, itemFactsOf(item))) throw new RequestProblem('NOT_FOUND');
  return place;
}
