import type {PlanId} from '@goldthread/schema';

/** Where records of one kind are read, in the order in which they were made. They are written as record changes. */
export interface StoredRecords<Item> {
  of(planId: PlanId): Promise<readonly Item[]>;
}
