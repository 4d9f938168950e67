import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {PlanStorage} from '../../packages/server/src/storage/index.ts';

/** Stands between the server and its storage, and lets a test hold commits and reads back or make them fail. */
export class CommitGate {
  /** Commits that have arrived and not yet been let through. */
  waiting = 0;
  /** Loads that have arrived and not yet been let through. */
  loading = 0;
  /** Reads of who first wrote what that have arrived. */
  firstWriters = 0;
  #isHeld = false;
  #holdsFirstWriters = false;
  #firstWritersFail = false;
  #failures = 0;
  #failing: PlanId | null = null;
  #heldLoad: CompartmentId | null = null;
  #release: (() => void)[] = [];

  /** From now on commits wait. */
  hold(): void {
    this.#isHeld = true;
  }

  /** From now on whoever loads this document waits. */
  holdLoad(id: CompartmentId): void {
    this.#heldLoad = id;
  }

  /** From now on whoever asks who first wrote what waits. */
  holdFirstWriters(): void {
    this.#holdsFirstWriters = true;
  }

  /** Makes the next such read fail. */
  failFirstWriters(): void {
    this.#firstWritersFail = true;
  }

  /** Lets everything that waits through, and what comes after it. */
  release(): void {
    this.#isHeld = false;
    this.#heldLoad = null;
    this.#holdsFirstWriters = false;
    for (const go of this.#release.splice(0)) go();
  }

  /** Makes the next commit that is let through fail with nothing written. */
  failNext(): void {
    this.#failures += 1;
  }

  /** Makes every commit with something of this plan fail with nothing written; `null` lets them through again. */
  failPlan(planId: PlanId | null): void {
    this.#failing = planId;
  }

  wrap(storage: PlanStorage): PlanStorage {
    const commit: PlanStorage['commit'] = async (batch, changes) => {
      this.waiting += 1;
      if (this.#isHeld) await new Promise<void>(resolve => this.#release.push(resolve));
      this.waiting -= 1;
      if (this.#failures > 0) {
        this.#failures -= 1;
        throw new Error('The disk is full.');
      }
      if (batch.some(({planId}) => planId === this.#failing)) throw new Error('A row does not fit.');
      await storage.commit(batch, changes);
    };
    const loadDocument: PlanStorage['loadDocument'] = async id => {
      this.loading += 1;
      if (id === this.#heldLoad) await new Promise<void>(resolve => this.#release.push(resolve));
      this.loading -= 1;
      return storage.loadDocument(id);
    };
    const carry: PlanStorage['carry'] = async id => {
      this.firstWriters += 1;
      if (this.#holdsFirstWriters) await new Promise<void>(resolve => this.#release.push(resolve));
      if (this.#firstWritersFail) {
        this.#firstWritersFail = false;
        throw new Error('The disk can’t be read.');
      }
      return storage.carry(id);
    };
    return new Proxy(storage, {
      get(target, name) {
        if (name === 'carry') return carry;
        if (name === 'commit') return commit;
        if (name === 'loadDocument') return loadDocument;
        // Methods of a class with private fields have to be called on the object itself.
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
}
