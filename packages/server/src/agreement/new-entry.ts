import type {CopyReason, ItemId, RootName, TryMeans} from '@goldthread/schema';
import type {DisagreementFileRecord} from '../storage/index.ts';

/** A file of one's own that waits to be sent, and with which of the words it goes. */
type FileToSend = Pick<DisagreementFileRecord, 'id' | 'place'>;

/** What somebody doesn't agree with. */
export interface NewDisagreement {
  /** An item, or a whole part of the plan. */
  readonly about: {readonly itemId: ItemId} | {readonly root: RootName};
  readonly words: string;
  readonly wish: string;
  readonly why: string;
  readonly copyReason: CopyReason | null;
  readonly files: readonly FileToSend[];
}

/** What somebody says to it, and how it stands for them or whether they want it printed. */
export interface NewEntry {
  readonly words: string;
  readonly outcome: 'agreedNow' | 'stillDifferent' | 'printed' | 'notPrinted' | null;
  readonly copyReason: CopyReason | null;
  readonly files: readonly FileToSend[];
}

/** That a side was asked. */
export interface NewTry {
  readonly itemId: ItemId | null;
  /** The side, as a plan file calls it. */
  readonly to: string;
  readonly on: string;
  readonly means: TryMeans;
  readonly words: string;
  readonly copyReason: CopyReason | null;
}
