import type {Brand, CompartmentId, ParticipantId, PlanId} from '@goldthread/schema';

export type CopyId = Brand<string, 'CopyId'>;

/**
 * A decision that words of one withheld document may stand in another document (E08). Of the words it keeps prints, sealed with the
 * key of the document that they come from: enough to know them again, and gone with that document's words.
 */
export interface CopyRecord {
  readonly id: CopyId;
  readonly planId: PlanId;
  readonly from: CompartmentId;
  readonly to: CompartmentId;
  readonly by: ParticipantId;
  readonly at: number;
  /** One of each run of words. */
  readonly prints: readonly string[];
}
