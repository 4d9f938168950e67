/** What a child has begun and not kept yet, as their own device keeps it: encrypted, and gone with everything else of the plan. */
export interface DraftStore {
  /** Null where there is nothing. */
  load(): Promise<unknown>;
  /** Puts it in the place of what was there; whether it lies on the device now. */
  keep(drafts: unknown): Promise<boolean>;
  /** The same of one recording, which lies by itself. */
  loadSound(of: string): Promise<unknown>;
  /** Null removes it. */
  keepSound(of: string, sound: unknown): Promise<boolean>;
  /** The server answered: what is kept stays readable for the whole limit from now. */
  noteContact(): void;
  /** Removes everything: whoever it was has no access any more. */
  drop(): Promise<void>;
}
