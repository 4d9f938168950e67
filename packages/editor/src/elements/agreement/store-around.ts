import type {LitElement, ReactiveController} from 'lit';
import type {PlanHost} from '../plan/plan-host.ts';
import {planAround} from './plan-around.ts';

/** What the plan around an element knows of one kind of records, while the element is in it. Each news draws the element anew. */
export class StoreAround<Store extends EventTarget> implements ReactiveController {
  readonly #host: LitElement;
  readonly #of: (plan: PlanHost) => Store;
  #store: Store | null = null;

  constructor(host: LitElement, of: (plan: PlanHost) => Store) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  /** Null outside a plan. */
  get store(): Store | null {
    return this.#store;
  }

  hostConnected(): void {
    const plan = planAround(this.#host);
    this.#store = plan === null ? null : this.#of(plan);
    this.#store?.addEventListener('change', this.#onChange);
    this.#onChange();
  }

  hostDisconnected(): void {
    this.#store?.removeEventListener('change', this.#onChange);
    this.#store = null;
  }

  /** Named, so that an element which looks at what has changed sees that something did. */
  readonly #onChange = (): void => this.#host.requestUpdate('store', null);
}
