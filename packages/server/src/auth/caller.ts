import type {Reader} from '@goldthread/schema';
import type {ParticipantRecord, SessionRecord} from '../storage/index.ts';

/** The person who runs the server, known by the admin token. Reads no plan. */
export interface Administrator {
  readonly kind: 'administrator';
}

/** Somebody on a plan who is signed in and whose access hasn't ended. */
export interface SignedIn extends Reader {
  readonly kind: 'participant';
  readonly session: SessionRecord;
  readonly participant: ParticipantRecord;
}

/** Somebody of whom nothing is known. */
export interface Stranger {
  readonly kind: 'stranger';
}

/** Who sent a request. */
export type Caller = Administrator | SignedIn | Stranger;
