import type {Reader, SessionId} from '@goldthread/schema';
import type {ParticipantRecord, SessionReach} from '../storage/index.ts';

/** Whoever speaks for a party, at their session. */
export interface Speaker extends Reader {
  readonly participant: ParticipantRecord;
  readonly session: SessionReach & {readonly id: SessionId};
}
