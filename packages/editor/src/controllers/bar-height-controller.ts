import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Keeps where the bar at the top of the page ends in a property of its element, so that what sticks below it and what
 * is scrolled to stay clear of it, however large the text is. A bar may stick below another, whose end is `--above`.
 */
export class BarHeightController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #name: '--top' | '--above';
  #observer: ResizeObserver | null = null;
  #watched: Element | null = null;

  constructor(element: ReactiveControllerHost & HTMLElement, name: '--top' | '--above' = '--top') {
    this.#element = element;
    this.#name = name;
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
      const height = `${bar.getBoundingClientRect().height}px`;
      const end = this.#name === '--above' ? height : `calc(var(--above, 0px) + ${height})`;
      this.#element.style.setProperty(this.#name, end);
    });
    this.#observer.observe(bar);
  }
}
