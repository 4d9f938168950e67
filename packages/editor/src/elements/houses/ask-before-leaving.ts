import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** The browser asks before the page goes with something that is nowhere else. */
export class AskBeforeLeaving implements ReactiveController {
  readonly #isInDanger: () => boolean;

  constructor(host: ReactiveControllerHost, isInDanger: () => boolean) {
    this.#isInDanger = isInDanger;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#leaving);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#leaving);
  }

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.#isInDanger()) event.preventDefault();
  };
}
