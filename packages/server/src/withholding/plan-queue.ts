import type {PlanId} from '@goldthread/schema';

/** Lets commands on one plan follow one another, so that each decides on what the one before has written. */
export class PlanQueue {
  readonly #last = new Map<PlanId, Promise<unknown>>();

  async run<T>(planId: PlanId, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(planId) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#last.set(planId, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(planId) === mine) this.#last.delete(planId);
    }
  }
}
