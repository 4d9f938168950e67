import type {RandomBytes} from '@goldthread/schema';
import type {Clock, Logger} from '../ports/index.ts';
import type {PlanStorage} from '../storage/index.ts';
import type {SyncServer} from '../sync/index.ts';
import type {PlanQueue} from '../withholding/index.ts';

/** What a purge works with. */
export interface PurgePorts {
  readonly storage: PlanStorage;
  readonly sync: Pick<
    SyncServer,
    'changed' | 'withDocument' | 'writeAsServer' | 'tellRecords' | 'startAfresh'
  >;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  /** Shared by everything that changes records of a plan, so that nothing is written back that was just taken out. */
  readonly queue: PlanQueue;
}
