import type {Clock} from '../ports/index.ts';
import type {PlanStorage} from '../storage/index.ts';
import type {SyncServer, Watcher} from '../sync/index.ts';
import type {PlanQueue} from '../withholding/index.ts';
import type {RandomBytes} from '@goldthread/schema';

/** What suggesting other words works with. */
export interface ProposalPorts {
  readonly storage: PlanStorage;
  readonly sync: Pick<SyncServer, 'withDocument' | 'writeAsServer' | 'changed' | 'tellRecords' | 'copies'>;
  readonly watcher: Pick<Watcher, 'sighted'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** Shared by everything that changes records of a plan. */
  readonly queue: PlanQueue;
}
