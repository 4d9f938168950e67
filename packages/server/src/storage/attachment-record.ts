import type {AttachmentId, CompartmentId, ItemId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';

/** What an attachment may be. Recordings of a browser say nothing but what was said; pictures would tell where they were taken. */
export const ATTACHMENT_TYPES = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/**
 * Something that was recorded, without its bytes. It has exactly the readers of its document and goes where the item goes that names
 * it; both are sealed with the key of that document.
 */
export interface AttachmentRecord {
  readonly id: AttachmentId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly owner: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly type: AttachmentType;
  readonly size: number;
  /** The item that it was kept with; `null` until then. */
  readonly itemId: ItemId | null;
  /** What its owner says that it is; the item says it too. */
  readonly alt: string;
}
