import type {RecordKind} from '@goldthread/schema/wire';

/** Tells that records of these kinds have changed and have to be fetched again. */
export class RecordsEvent extends Event {
  static readonly type = 'records';
  readonly kinds: readonly RecordKind[];

  constructor(kinds: readonly RecordKind[]) {
    super(RecordsEvent.type);
    this.kinds = kinds;
  }
}
