import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Tells an element once when it comes near the viewport: within one screen above or below. It owns the observer; it
 * doesn't own what happens then. It never tells twice, since a mounted editor stays mounted. It watches only once it is
 * told that the page has its content: before, everything is near.
 */
export class NearViewportController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #onNear: () => void;
  #observer: IntersectionObserver | null = null;
  #told = false;
  #mayWatch = false;

  constructor(element: ReactiveControllerHost & HTMLElement, onNear: () => void) {
    this.#element = element;
    this.#onNear = onNear;
    element.addController(this);
  }

  hostConnected(): void {
    if (this.#mayWatch) this.watch();
  }

  /** The element has its content. Cheap to call again. */
  watch(): void {
    this.#mayWatch = true;
    if (this.#told || this.#observer !== null || !this.#element.isConnected) return;
    this.#observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) this.tellNow();
      },
      {rootMargin: '100% 0px'},
    );
    this.#observer.observe(this.#element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** For a part that is asked for by name before it is scrolled to. */
  tellNow(): void {
    if (this.#told) return;
    this.#told = true;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#onNear();
  }
}
