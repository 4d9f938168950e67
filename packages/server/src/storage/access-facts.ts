import type {CompartmentFacts, ItemFacts} from '@goldthread/schema';
import type {CompartmentRecord, ItemRecord, PlanRecord} from './records.ts';

/** What deciding access needs to know of a stored compartment. */
export function compartmentFactsOf(
  {coWriting}: PlanRecord,
  {id, kind, audience}: CompartmentRecord,
): CompartmentFacts {
  return {id, kind, coWriting, ...(audience === null ? {} : {audience})};
}

/** What deciding access needs to know of a stored item. */
export function itemFactsOf(record: ItemRecord): ItemFacts {
  const {id, owner, typedBy, verbatim, readBack, anchorRoot} = record;
  // The gate and the import let only known item types be stored.
  const facts = {id, type: record.type as ItemFacts['type'], owner, typedBy, verbatim, readBack};
  return anchorRoot === null ? facts : {...facts, anchorRoot};
}
