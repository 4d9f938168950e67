/**
 * The pause that follows each key. What others did is put on the page in it: between the paint of one key and the next
 * key there is time, and whatever runs at another moment makes some key wait. One for the page, as there is one pair of
 * hands.
 */

interface Waiting {
  /** Pauses before this don't count. */
  readonly from: number;
  readonly run: () => void;
}

const waiting = new Set<Waiting>();
let isPainting = false;

/** The person changed something: once the page shows it, what waits for a pause has it. */
export function noteOwnKey(): void {
  if (isPainting || waiting.size === 0 || !mayPaint()) return;
  isPainting = true;
  // A task of its own after the frame's callbacks comes after the frame.
  requestAnimationFrame(() => setTimeout(runWaiting));
}

/**
 * Runs work in the first pause that is `atLeast` so many milliseconds from now, so that one paint shows more of it; or,
 * where there is none, after `atMost`. Returns how to call it off.
 */
export function inPause(work: () => void, atLeast: number, atMost: number): () => void {
  const timer = setTimeout(() => one.run(), atMost);
  const callOff = (): void => {
    clearTimeout(timer);
    waiting.delete(one);
  };
  const one: Waiting = {
    from: performance.now() + atLeast,
    run: () => {
      callOff();
      work();
    },
  };
  waiting.add(one);
  return callOff;
}

function runWaiting(): void {
  isPainting = false;
  const now = performance.now();
  for (const one of [...waiting]) if (one.from <= now && waiting.has(one)) one.run();
}

/** A page that nobody sees paints nothing, and the limits of time hold; so they do where there is no page. */
function mayPaint(): boolean {
  return globalThis.document?.visibilityState === 'visible';
}
