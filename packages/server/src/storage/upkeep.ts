import type {CompartmentId, PlanId} from '@goldthread/schema';

/** Which document of which plan. */
export interface DocumentName {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
}

/** What is done to storage as a whole, so that what was dropped or overwritten stays in none of its files. */
export interface Upkeep {
  /** Documents with rows that no snapshot holds, whose deleted words are therefore still stored. [20] */
  tails(): Promise<readonly DocumentName[]>;
  /**
   * Takes what was dropped or overwritten out of every file; `false` where somebody is reading from one, so that it has to be
   * tried again. [20]
   */
  scrub(): Promise<boolean>;
  /** When the work of a night was last done; `null` for never. [20] */
  nightDoneAt(): Promise<number | null>;
  noteNight(at: number): Promise<void>;
}
