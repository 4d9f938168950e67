import type {RootName} from '@goldthread/schema';
import type {DocLink} from './doc-link.ts';
import type {DocSessionState} from './doc-session-state.ts';
import type {Keeping} from './save-ledger.ts';

/** A document that can't be typed in, for now or for good. */
export type Ended = Extract<DocSessionState, {readonly kind: 'refused' | 'outOfDate' | 'closed'}>;

/** Where a document stands. */
export interface DocFacts {
  readonly link: DocLink | null;
  /** Why nothing can be typed for now or for good; null while all is well. */
  readonly ended: Ended | null;
  /** Why nobody may write for a while, in one sentence. */
  readonly frozen: string | null;
  readonly roots: readonly RootName[];
  /** Whether the document has had everything once, from the server or from the device. */
  readonly hasContent: boolean;
  readonly keeping: Keeping;
}

/** What a document tells its page. `save`: nothing has changed but what the save line may say, as with each key. */
export type DocNews = 'doc' | 'change' | 'save' | 'presence';
