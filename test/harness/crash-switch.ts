import type {PlanStorage} from '../../packages/server/src/storage/index.ts';

/** Where in the life of a commit a server ends: nothing of it on disk, or all of it and nobody told. */
export type CrashPoint = 'before the commit' | 'after the commit';

/**
 * Stands between a server and its storage and takes the storage away for good: from then on no call ever returns, as far as
 * that server is concerned. To be made anew for each server.
 */
export class CrashSwitch {
  #at: CrashPoint | null = null;
  #isOff = false;

  /** The server's next commit will be its last act. */
  arm(at: CrashPoint): void {
    this.#at = at;
  }

  /** From now on nothing reaches the storage. */
  off(): void {
    this.#isOff = true;
  }

  wrap(storage: PlanStorage): PlanStorage {
    const commit: PlanStorage['commit'] = async (batch, changes) => {
      const at = this.#at;
      if (this.#isOff || at === 'before the commit') await this.#never();
      await storage.commit(batch, changes);
      if (at === 'after the commit') await this.#never();
    };
    return new Proxy(storage, {
      get: (target, name) => {
        if (name === 'commit') return commit;
        // Methods of a class with private fields have to be called on the object itself.
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown =>
          this.#isOff ? this.#never() : (Reflect.apply(value, target, args) as unknown);
      },
    });
  }

  #never(): Promise<never> {
    this.#isOff = true;
    return new Promise(() => undefined);
  }

  get isOff(): boolean {
    return this.#isOff;
  }
}
