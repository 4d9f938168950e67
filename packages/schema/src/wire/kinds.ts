/** First number of a frame: what the frame is (y-protocols, and 100 for our own messages). */
export const MESSAGE = {sync: 0, awareness: 1, queryAwareness: 3, goldthread: 100} as const;

/** Second number of a sync frame (y-protocols/sync). */
export const SYNC = {step1: 0, step2: 1, update: 2} as const;

/** Second number of a frame of type 100; a JSON object follows. */
export const KIND = {
  hello: 1,
  durable: 2,
  refused: 3,
  reset: 4,
  check: 5,
  rights: 6,
  freeze: 7,
  diverged: 8,
  records: 9,
} as const;
export type KindName = keyof typeof KIND;
