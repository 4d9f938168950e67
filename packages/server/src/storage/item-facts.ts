import type {ItemFacts} from '@goldthread/schema';
import type {ItemRecord} from './records.ts';

/** What deciding access needs to know of a stored item. */
export function itemFactsOf(record: ItemRecord): ItemFacts {
  const {id, owner, typedBy, verbatim, readBack} = record;
  // The gate and the import let only known item types be stored.
  return {id, type: record.type as ItemFacts['type'], owner, typedBy, verbatim, readBack};
}
