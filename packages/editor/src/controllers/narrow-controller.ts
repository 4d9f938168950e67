import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Whether the window is as narrow as a phone. It owns the media query and asks for an update when it changes. */
export class NarrowController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #query: MediaQueryList;

  constructor(element: ReactiveControllerHost, query: string) {
    this.#element = element;
    this.#query = matchMedia(query);
    element.addController(this);
  }

  get matches(): boolean {
    return this.#query.matches;
  }

  hostConnected(): void {
    this.#query.addEventListener('change', this.#onChange);
  }

  hostDisconnected(): void {
    this.#query.removeEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => this.#element.requestUpdate();
}
