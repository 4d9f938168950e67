import type {CompartmentId, CompartmentKind} from '@goldthread/schema';
import type {RecordKind} from '@goldthread/schema/wire';
import type {DocCopy} from './doc-copy.ts';
import type {TicketSource} from './ticket-source.ts';

/** What one document's session needs from the plan's. */
export interface DocSessionOptions {
  readonly compartment: {readonly id: CompartmentId; readonly kind: CompartmentKind};
  /** Such as `wss://plan.example/sync/PLAN`. */
  readonly serverUrl: string;
  readonly tickets: TicketSource;
  /** Null where nothing may be kept on the device. */
  readonly copy: DocCopy | null;
  readonly now: () => Date;
  /** Records that this reader may see have changed. */
  readonly onRecords: (kinds: readonly RecordKind[]) => void;
  /** The server answered. */
  readonly onContact: () => void;
  /** The connection or a right has changed: somebody should ask the server what still holds. */
  readonly onDoubt: () => void;
}
