import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps the height of the bar at the top of the page in `--top` on its element, so that what sticks below it and
 * what is scrolled to stay clear of it, however large the text is.
 */
export class BarHeightController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  #observer: ResizeObserver | null = null;
  #watched: Element | null = null;

  constructor(element: ReactiveControllerHost & HTMLElement) {
    this.#element = element;
    element.addController(this);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#watched = null;
  }

  /** Says which element is the bar now. */
  watch(bar: Element | null): void {
    if (bar === this.#watched) return;
    this.#observer?.disconnect();
    this.#watched = bar;
    if (bar === null) return;
    this.#observer = new ResizeObserver(() => {
      this.#element.style.setProperty('--top', `${bar.getBoundingClientRect().height}px`);
    });
    this.#observer.observe(bar);
  }
}
