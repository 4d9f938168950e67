import type {PlanStorage} from '../../packages/server/src/storage/index.ts';

/** Stands between the server and its storage, and lets a test hold commits back or make them fail. */
export class CommitGate {
  /** Commits that have arrived and not yet been let through. */
  waiting = 0;
  #isHeld = false;
  #failures = 0;
  #release: (() => void)[] = [];

  /** From now on commits wait. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Lets everything that waits through, and what comes after it. */
  release(): void {
    this.#isHeld = false;
    for (const go of this.#release.splice(0)) go();
  }

  /** Makes the next commit that is let through fail with nothing written. */
  failNext(): void {
    this.#failures += 1;
  }

  wrap(storage: PlanStorage): PlanStorage {
    const commit: PlanStorage['commit'] = async batch => {
      this.waiting += 1;
      if (this.#isHeld) await new Promise<void>(resolve => this.#release.push(resolve));
      this.waiting -= 1;
      if (this.#failures > 0) {
        this.#failures -= 1;
        throw new Error('The disk is full.');
      }
      await storage.commit(batch);
    };
    return new Proxy(storage, {
      get(target, name) {
        if (name === 'commit') return commit;
        // Methods of a class with private fields have to be called on the object itself.
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }
}
