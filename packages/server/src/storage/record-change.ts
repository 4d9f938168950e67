import type {CompartmentRecord, ItemRecord} from './records.ts';
import type {WithholdingRecord} from './withholding-record.ts';

/** One change of a record, to be written with others in one transaction. `put` adds, or replaces by id. */
export type RecordChange =
  | {readonly kind: 'compartment'; readonly put: CompartmentRecord}
  | {readonly kind: 'item'; readonly put: ItemRecord}
  | {readonly kind: 'withholding'; readonly put: WithholdingRecord};
