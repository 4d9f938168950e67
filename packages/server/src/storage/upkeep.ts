import type {CompartmentId, PlanId} from '@goldthread/schema';

/** Which document of which plan. */
export interface DocumentName {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
}

/** Which tickets are old: made before one moment, of a session that was over before another. */
export interface TicketAge {
  readonly madeBefore: number;
  readonly overBefore: number;
}

/** What is done to storage as a whole, so that what was dropped or overwritten stays in none of its files. */
export interface Upkeep {
  /** Documents with rows that no snapshot holds, whose deleted words are therefore still stored. [20] */
  tails(): Promise<readonly DocumentName[]>;
  /** Documents with tickets that {@link forgetTickets} has yet to look at. [25] */
  oldTickets(age: TicketAge): Promise<readonly CompartmentId[]>;
  /**
   * Forgets the old tickets of a document whose client ids never wrote in it. The others stay for good: they say who wrote. [25]
   */
  forgetTickets(id: CompartmentId, age: TicketAge): Promise<void>;
  /**
   * Takes what was dropped or overwritten out of every file; `false` where somebody is reading from one, so that it has to be
   * tried again. [20]
   */
  scrub(): Promise<boolean>;
  /** How often any of these bytes stand in any file of the data folder. [22] */
  occurrences(needles: readonly Uint8Array[]): Promise<number>;
  /** Writes every file anew, without the room that deletions left in them; costs as much as the files are large. [22] */
  rebuild(): Promise<void>;
  /** When the work of a night was last done; `null` for never. [20] */
  nightDoneAt(): Promise<number | null>;
  noteNight(at: number): Promise<void>;
}
