import type {RandomBytes} from '@goldthread/schema';
import type {Clock, Logger} from '../ports/index.ts';
import type {PlanStorage} from '../storage/index.ts';
import type {SyncServer, Watcher} from '../sync/index.ts';
import type {PlanQueue} from './plan-queue.ts';

/** What withholding works with. */
export interface WithholdingPorts {
  readonly storage: PlanStorage;
  readonly sync: Pick<
    SyncServer,
    'changed' | 'withDocument' | 'writeAsServer' | 'tellRecords' | 'tellSession' | 'copies'
  >;
  readonly watcher: Pick<Watcher, 'sighted'>;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  /** Shared by everything that changes records of a plan. */
  readonly queue: PlanQueue;
}

/** Milliseconds for which whoever withheld something can take it back. */
export const UNDO_MS = 30_000;

/** Made once: making one costs more than all that it is ever asked. */
const IN_ENGLAND = new Intl.DateTimeFormat('en-CA', {timeZone: 'Europe/London', dateStyle: 'short'});

/** The day of a moment, as everybody in England reads it. */
export function dayOf(at: number): string {
  return IN_ENGLAND.format(at);
}
