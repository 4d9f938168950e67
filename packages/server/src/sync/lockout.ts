import type {CompartmentId, ParticipantId} from '@goldthread/schema';
import type {SyncLimits} from './limits.ts';

interface Refusals {
  count: number;
  since: number;
}

/** Counts refusals and keeps out whoever has had too many, so that a storm of them costs the others nothing. */
export class Lockout {
  readonly #limits: SyncLimits;
  readonly #refusals = new Map<string, Refusals>();

  constructor(limits: SyncLimits) {
    this.#limits = limits;
  }

  note(participantId: ParticipantId, compartmentId: CompartmentId, now: number): void {
    this.#forget(now);
    const key = `${participantId} ${compartmentId}`;
    const known = this.#refusals.get(key);
    if (known === undefined) this.#refusals.set(key, {count: 1, since: now});
    else known.count += 1;
  }

  /** Whether this person has to wait before opening this document again. */
  isOut(participantId: ParticipantId, compartmentId: CompartmentId, now: number): boolean {
    this.#forget(now);
    return (this.#refusals.get(`${participantId} ${compartmentId}`)?.count ?? 0) >= this.#limits.refusals;
  }

  #forget(now: number): void {
    for (const [key, {since}] of this.#refusals) {
      if (now - since < this.#limits.refusalWindowMs) break;
      this.#refusals.delete(key);
    }
  }
}
