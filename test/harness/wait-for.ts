/** Only a failure ever takes so long; a busy machine may need seconds for what is quick. */
const PATIENCE_MS = 30_000;

interface Waiting {
  readonly what: string;
  readonly until: number;
  readonly isSo: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Everything that is waited for in this process; looked at together, once in each turn of the event loop. */
let waiting: Waiting[] = [];

/** Waits until something is so; fails with `what` if it never is. It and {@link waitUntil} are the only ways to wait in a test. */
export function waitFor(what: string, isSo: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const one: Waiting = {what, until: Date.now() + PATIENCE_MS, isSo, resolve, reject};
    if (isOver(one)) return;
    waiting.push(one);
    if (waiting.length === 1) setImmediate(look);
  });
}

/** {@link waitFor} for what can only be learned by asking. */
export async function waitUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`Never came to be: ${what}`);
    await new Promise(resolve => setImmediate(resolve));
  }
}

function look(): void {
  const looked = waiting;
  waiting = [];
  const still = looked.filter(one => !isOver(one));
  waiting.push(...still);
  if (still.length > 0) setImmediate(look);
}

/** Whether the waiting is over, for better or worse. */
function isOver({what, until, isSo, resolve, reject}: Waiting): boolean {
  try {
    if (isSo()) resolve();
    else if (Date.now() > until) reject(new Error(`Never came to be: ${what}`));
    else return false;
  } catch (error) {
    reject(error);
  }
  return true;
}
