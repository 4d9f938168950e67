import type {CancelTimer, Clock} from './clock.ts';

/** Does something every `everyMs`, for the first time after that long, until the result is called. */
export function repeat(clock: Clock, everyMs: number, act: () => void): CancelTimer {
  const next = (): CancelTimer =>
    clock.after(everyMs, () => {
      act();
      cancel = next();
    });
  let cancel = next();
  return () => {
    cancel();
  };
}
