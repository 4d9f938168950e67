/** Why the server closed a connection, and what that means for the client. */
export interface CloseReason {
  readonly code: number;
  /** May our own client open the same connection again by itself, after a pause. */
  readonly retry: boolean;
  /** One sentence for the person. */
  readonly sentence: string;
}

/**
 * Every close code, by name. A stock `y-websocket` 3.1 stops for good on 4400 to 4499 and tries again on 4500.
 */
export const CLOSE = {
  malformed: {
    code: 4400,
    retry: false,
    sentence: 'This page sent something that the plan could not read. Load the page again.',
  },
  signedOut: {code: 4401, retry: false, sentence: 'You are signed out. Open your link again to go on.'},
  notYours: {code: 4403, retry: false, sentence: 'What you can open here has changed. Load the page again.'},
  refused: {
    code: 4409,
    retry: false,
    sentence: 'Something you wrote could not be saved. Your words are still here for you to copy.',
  },
  stale: {
    code: 4410,
    retry: false,
    sentence: 'This part of the plan has started afresh. The page will fetch it again.',
  },
  schemaTooOld: {code: 4426, retry: false, sentence: 'This page is out of date. Load it again to go on.'},
  tooFast: {code: 4429, retry: true, sentence: 'Too much came at once. The page will try again in a moment.'},
  tryAgain: {
    code: 4500,
    retry: true,
    sentence: 'The plan cannot be reached just now. The page will try again.',
  },
} as const satisfies Record<string, CloseReason>;
export type CloseName = keyof typeof CLOSE;

/** The name of a close code; null for one that isn't ours, such as a cut connection (1006). */
export function closeNameOf(code: number): CloseName | null {
  // Object.keys forgets that the keys of CLOSE are its names.
  return (Object.keys(CLOSE) as CloseName[]).find(name => CLOSE[name].code === code) ?? null;
}
