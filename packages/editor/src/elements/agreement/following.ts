import type {LitElement, ReactiveController} from 'lit';

/** Draws an element anew with each news of the stores from which it is drawn, while it is on the page. */
export class Following implements ReactiveController {
  readonly #host: LitElement;
  readonly #stores: () => readonly EventTarget[];
  #followed: readonly EventTarget[] = [];

  constructor(host: LitElement, stores: () => readonly EventTarget[]) {
    this.#host = host;
    this.#stores = stores;
    host.addController(this);
  }

  hostConnected(): void {
    this.#followed = this.#stores();
    for (const store of this.#followed) store.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    for (const store of this.#followed) store.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => this.#host.requestUpdate();
}
