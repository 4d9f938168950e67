import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {DraftKeeper} from './draft-keeper.ts';

/** Sends what is typed as soon as there is a connection again, and asks before a page is left that holds words nobody else has. */
export class LeaveGuard implements ReactiveController {
  readonly #drafts: () => DraftKeeper | null;

  constructor(host: ReactiveControllerHost, drafts: () => DraftKeeper | null) {
    this.#drafts = drafts;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onLeave);
    addEventListener('online', this.#onOnline);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onLeave);
    removeEventListener('online', this.#onOnline);
    this.#onOnline();
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#drafts()?.hasUnsent === true) event.preventDefault();
  };

  readonly #onOnline = (): void => void this.#drafts()?.flush();
}
