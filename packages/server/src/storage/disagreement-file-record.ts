import type {
  AttachmentId,
  CompartmentId,
  DisagreementId,
  ParticipantId,
  PlanId,
  SessionId,
} from '@goldthread/schema';
import {ATTACHMENT_TYPES} from './attachment-record.ts';

/** What may go with the words of a disagreement: a voice note, a picture that says no more than it shows, or a PDF. */
export const DISAGREEMENT_FILE_TYPES = [
  ...ATTACHMENT_TYPES,
  'image/jpeg',
  'image/png',
  'application/pdf',
] as const;
export type DisagreementFileType = (typeof DISAGREEMENT_FILE_TYPES)[number];

/** Which of the words it goes with: what somebody doesn't agree with or says to it, what they would like, and why. */
export const FILE_PLACES = ['words', 'wish', 'why'] as const;
export type FilePlace = (typeof FILE_PLACES)[number];

/**
 * A file that goes with one entry of a disagreement, without its bytes. It has that entry's readers and goes where the entry goes; both
 * are sealed with the key of that document. Until it is sent it is its owner's alone.
 */
export interface DisagreementFileRecord {
  readonly id: AttachmentId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly owner: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly type: DisagreementFileType;
  readonly size: number;
  /** The entry with which it was sent; `null` until then. */
  readonly entryId: DisagreementId | null;
  readonly place: FilePlace;
}
