import {SealError, type SealErrorCode} from '../storage/index.ts';

const PROBLEMS: Readonly<Record<SealErrorCode, string>> = {
  NOT_SEALED: 'is not sealed',
  KEY_GONE: 'lies under a key that is not there any more',
  CHANGED: 'was changed or moved',
};

/** Why sealed bytes don't open, as the end of a sentence about their row; `null` where they do. */
export function whyNot(open: () => unknown): string | null {
  try {
    open();
    return null;
  } catch (error) {
    if (error instanceof SealError) return PROBLEMS[error.code];
    throw error;
  }
}
