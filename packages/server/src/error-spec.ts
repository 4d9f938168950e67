/** How loud an error is in the log: `quiet` leaves no line of its own. */
type ErrorLevel = 'quiet' | 'warn' | 'error';

/** One kind of failure that a caller of the HTTP interface can meet. */
export interface ErrorSpec {
  /** HTTP status. */
  readonly status: number;
  /** One sentence that the person can act on; names no plan, no person and nothing that was sent. */
  readonly sentence: string;
  readonly level: ErrorLevel;
}

/** One of them. */
export const spec = (status: number, level: ErrorLevel, sentence: string): ErrorSpec => ({
  status,
  level,
  sentence,
});
