import type {
  CompartmentId,
  DisagreementId,
  ItemId,
  ParticipantId,
  Party,
  PlanId,
  RootName,
  SessionId,
  TryMeans,
} from '@goldthread/schema';

/** What one entry of a disagreement says. Days are `YYYY-MM-DD`. */
export type DisagreementEntry =
  /** What a side doesn't agree with, what it would like instead, why that matters, and what the item said then. */
  | {
      readonly act: 'opened';
      readonly words: string;
      readonly wish: string;
      readonly why: string;
      readonly quote: string;
      readonly saw: string;
    }
  /** What a side says to it. */
  | {readonly act: 'said'; readonly words: string}
  /** How it stands: the side that opened it agrees now, or somebody sees it differently still. */
  | {readonly act: 'agreedNow' | 'stillDifferent'; readonly words: string}
  /** The side that opened it says that it is to be printed with the plan, or that it isn't after all. */
  | {readonly act: 'printed' | 'notPrinted'; readonly words: string}
  /** The side that opened it takes it back. */
  | {readonly act: 'withdrawn'; readonly words: string}
  /** That a side which had said nothing was asked, and what was offered to it. */
  | {
      readonly act: 'tried';
      readonly words: string;
      readonly to: Party;
      readonly on: string;
      readonly means: TryMeans;
    };

/**
 * One entry of a disagreement about an item or a part of the plan, or of what was done to hear a side. Only ever added; the words of what a side withdrew
 * may go. It has the readers of its compartment who read the item too, and moves as comments do (ux 6.7, domain 7.4).
 */
export interface DisagreementRecord {
  readonly id: DisagreementId;
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  /** `null`: a whole part of the plan, or the whole plan, which only a try can be about. */
  readonly itemId: ItemId | null;
  /** The part of the plan, where it is about one as a whole. */
  readonly root?: RootName;
  /** What belongs together has the same; nobody's id. */
  readonly matter: string;
  readonly by: ParticipantId;
  /** The side for which it was said. */
  readonly party: Party;
  readonly sessionId: SessionId;
  readonly at: number;
  /** Its side took the words back, with what went with them. */
  readonly isGone?: true;
  readonly entry: DisagreementEntry;
}
