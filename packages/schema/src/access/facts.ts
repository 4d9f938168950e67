import type {CompartmentId, ItemId, ParticipantId} from '../base/ids.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import type {RootName} from '../plan/root.ts';
import type {Party} from './party.ts';

/** `shared`: the plan. `voice`: the Three Houses. `withheld`: what only its audience receives. */
export type CompartmentKind = 'shared' | 'voice' | 'withheld';

/** What deciding access needs to know about one compartment. */
export interface CompartmentFacts {
  readonly id: CompartmentId;
  readonly kind: CompartmentKind;
  /** The lead's switches, by root; an absent root has the default of the stage. */
  readonly coWriting: Readonly<Partial<Record<RootName, boolean>>>;
  /** Readers of a withheld compartment, in full; absent means nobody. */
  readonly audience?: readonly ParticipantId[];
  /** Who may write for the child in a Three Houses session that is open now. */
  readonly scribes?: readonly ParticipantId[];
  /** The party that opened each proposal whose words may still change, by the proposal's root. */
  readonly proposals?: Readonly<Partial<Record<RootName, Party>>>;
  /** The roots of proposals whose words nobody changes any more. */
  readonly closedProposals?: readonly RootName[];
}

/** What deciding access needs to know about one item; kept by the server, never read from the document. */
export interface ItemFacts {
  readonly id: ItemId;
  readonly type: ItemTypeName;
  /** The root that a withheld item stands beside. */
  readonly anchorRoot?: RootName;
  /** The person whose item it is: the speaker of a statement, else its author. */
  readonly owner: ParticipantId | null;
  /** The person who typed it, where that was somebody else. */
  readonly typedBy: ParticipantId | null;
  /** A child's exact words. */
  readonly verbatim: boolean;
  /** The words were read back to the child, so that nobody else changes them from then on. */
  readonly readBack: boolean;
}
