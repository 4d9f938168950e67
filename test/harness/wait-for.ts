import {setImmediate} from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** Waits until something is so; fails with `what` if it never is. The only way to wait in a test. */
export async function waitFor(what: string, isSo: () => boolean): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > until) throw new Error(`Never came to be: ${what}`);
    await setImmediate();
  }
}
