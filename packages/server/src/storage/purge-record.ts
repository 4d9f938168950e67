import type {CompartmentId, ParticipantId, PlanId, PurgeId, SessionId} from '@goldthread/schema';
import type {IdRange} from '../gate/index.ts';

/**
 * How far a purge has come. `asked`: nothing is done yet. `cut`: no document holds the words any more. `redacted`: nor does any
 * record. `rekeyed`: what was sealed before opens no more. `done`: nor is it in any file, and the words are forgotten.
 */
export type PurgeState = 'asked' | 'cut' | 'redacted' | 'rekeyed' | 'done';

/** One purge. Once it is done it says who, when and how much, and not what. */
export interface PurgeRecord {
  readonly id: PurgeId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly by: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly state: PurgeState;
  /** What is to be purged, hidden among random bytes; `null` once it is done. */
  readonly words: {readonly pad: string; readonly masked: string} | null;
  /** The Yjs ids of what is to go; left out, all that says the words goes, wherever it stands. */
  readonly only?: readonly IdRange[];
  /** Documents that have started afresh because of it. */
  readonly afresh: readonly CompartmentId[];
  /** In how many places of its document the words stood, and the Yjs ids of everything that was deleted there. */
  readonly places: number;
  readonly deleted: readonly IdRange[];
  /** How often the words were found in a file afterwards; `null` before that. */
  readonly found: number | null;
  readonly finishedAt: number | null;
}
