import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {ChildServer} from './child-calls.ts';
import type {HousesView} from './read-houses.ts';

const AGAIN_MS = 20_000;

/** What the page knows of the houses: nothing yet, that it may not, that there is no network, or what is in them. */
export type Known =
  {readonly kind: 'opening' | 'closed' | 'offline'} | {readonly kind: 'open'; readonly houses: HousesView};

/** Whom the keeper tells that the server answered, and that it lets whoever this is in no more. */
export interface News {
  answered(): void;
  shut(): void;
}

/**
 * Brings what is in the houses, and looks again while somebody looks at the page, and at once when another window of the browser has
 * changed something. What was brought stays when the network goes.
 */
export class HousesKeeper implements ReactiveController {
  known: Known = {kind: 'opening'};
  /** What is known may not be all: there is no network now. */
  isOffline = false;
  readonly #element: ReactiveControllerHost;
  readonly #news: News;
  #server: ChildServer | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** The windows of this browser; it carries no words. */
  #windows: BroadcastChannel | null = null;

  constructor(element: ReactiveControllerHost, news: News) {
    this.#element = element;
    this.#news = news;
    element.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('online', this.#look);
    this.#timer = setInterval(this.#look, AGAIN_MS);
    this.#windows = new BroadcastChannel('goldthread:houses');
    this.#windows.onmessage = this.#look;
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('online', this.#look);
    clearInterval(this.#timer);
    this.#windows?.close();
    this.#windows = null;
  }

  /** Follows a server; the first time, and whenever it is another one, everything is asked anew. */
  follow(server: ChildServer): void {
    if (server === this.#server) return;
    this.#server = server;
    void this.look();
  }

  /** Something was changed here: asks what is there now, and so do the other windows. */
  async changed(): Promise<void> {
    await this.look();
    this.#windows?.postMessage('');
  }

  /** Asks what is in the houses now. */
  async look(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    const told = await server.houses();
    if (server !== this.#server) return;
    this.isOffline = 'refusal' in told && told.refusal.problem === 'offline' && this.known.kind === 'open';
    if ('value' in told) {
      this.known = {kind: 'open', houses: told.value};
      this.#news.answered();
    } else if (told.refusal.problem === 'closed') {
      this.known = {kind: 'closed'};
      this.#news.shut();
    } else if (this.known.kind !== 'open') this.known = {kind: 'offline'};
    this.#element.requestUpdate();
  }

  readonly #look = (): void => {
    if (document.visibilityState === 'visible') void this.look();
  };
}
