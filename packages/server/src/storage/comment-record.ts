import type {CommentId, CompartmentId, ItemId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';

/** The words of an item to which a comment belongs. */
export interface CommentAnchor {
  /** Where they begin and end in the item's document, as Yjs keeps places, in base64url; `null` once the item moved. */
  readonly start: string | null;
  readonly end: string | null;
  /** What they were. */
  readonly quote: string;
}

/**
 * One thing that somebody said beside an item, or did with a thread of such. Never changed afterwards, but that its author may
 * take the words back. Its readers are those of its compartment who read the item too: it moves with its item to fewer
 * people, never to more (ruling 22). Stored sealed with the key of its compartment.
 */
export interface CommentRecord {
  readonly id: CommentId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** The item beside which it stands, perhaps in a document that more people read. */
  readonly itemId: ItemId;
  /** What belongs together has the same; it is nobody's id, so that it tells of no comment that a reader may not know. */
  readonly thread: string;
  /** `answer`: what somebody says to a child's own words. */
  readonly act: 'comment' | 'answer' | 'resolved' | 'reopened';
  readonly by: ParticipantId;
  readonly sessionId: SessionId;
  readonly at: number;
  readonly anchor: CommentAnchor | null;
  readonly text: string;
  readonly takenBackAt: number | null;
}
