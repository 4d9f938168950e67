/** Tells the time and runs something later. Passed in, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since 1 January 1970 UTC. */
  now(): number;
  /** Runs `task` once after `ms`; calling the result before then cancels it. Never keeps the process alive. */
  after(ms: number, task: () => void): CancelTimer;
}

/** Cancels a task that {@link Clock.after} was given; calling it late or twice does nothing. */
export type CancelTimer = () => void;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
