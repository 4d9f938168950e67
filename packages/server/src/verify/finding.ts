/** Something in a data folder that isn't as it was written. */
export interface Finding {
  /** Which row, by ids and numbers alone. */
  readonly row: string;
  /** What is wrong with it; never a word of it. */
  readonly problem: string;
}
