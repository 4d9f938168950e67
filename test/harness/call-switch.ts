import type {PlanStorage, Upkeep} from '../../packages/server/src/storage/index.ts';

/** Calls that change something. */
const CHANGES: ReadonlySet<string | symbol> = new Set([
  'commit',
  'record',
  'saveSnapshot',
  'updatePlan',
  'putParticipant',
  'rotateKey',
  'scrub',
  'rebuild',
]);

/**
 * Stands between a server and its storage and ends the server, as far as it can tell, right after one of its changes: from then
 * on no call ever returns. To be made anew for each server.
 */
export class CallSwitch {
  /** Changes that were made since {@link arm}. */
  made = 0;
  isOff = false;
  #last = Infinity;

  /** The server's change of this number, from 1, will be its last act. */
  arm(last: number): void {
    this.made = 0;
    this.#last = last;
  }

  wrap(storage: PlanStorage): PlanStorage {
    const upkeep = this.#guarded<Upkeep>(storage.upkeep, {});
    return this.#guarded<PlanStorage>(storage, {upkeep});
  }

  #guarded<T extends object>(target: T, instead: Partial<T>): T {
    return new Proxy(target, {
      get: (inner, name) => {
        if (Object.hasOwn(instead, name)) return Reflect.get(instead, name) as unknown;
        // Methods of a class with private fields have to be called on the object itself.
        const value: unknown = Reflect.get(inner, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => this.#call(inner, name, value, args);
      },
    });
  }

  async #call(target: object, name: string | symbol, method: object, args: unknown[]): Promise<unknown> {
    if (this.isOff) return this.#never();
    // It is a function: the caller asked.
    const result: unknown = await Reflect.apply(method as () => unknown, target, args);
    if (!CHANGES.has(name)) return result;
    this.made += 1;
    return this.made === this.#last ? this.#never() : result;
  }

  #never(): Promise<never> {
    this.isOff = true;
    return new Promise(() => undefined);
  }
}
