import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Arrow keys within a group of buttons that has one tab stop. It owns `tabindex` of the group's items and where the
 * stop is; it doesn't own what a button does.
 */
export class RovingFocusController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #find: () => readonly HTMLElement[];
  #current = 0;

  constructor(element: ReactiveControllerHost & HTMLElement, find: () => readonly HTMLElement[]) {
    this.#element = element;
    this.#find = find;
    element.addController(this);
  }

  hostConnected(): void {
    this.#element.addEventListener('keydown', this.#onKey);
    this.#element.addEventListener('focusin', this.#onFocus);
  }

  hostDisconnected(): void {
    this.#element.removeEventListener('keydown', this.#onKey);
    this.#element.removeEventListener('focusin', this.#onFocus);
  }

  hostUpdated(): void {
    const items = this.#find();
    if (this.#current >= items.length) this.#current = 0;
    items.forEach((item, index) => (item.tabIndex = index === this.#current ? 0 : -1));
  }

  /** Puts the focus on the group's one tab stop. */
  focus(): void {
    this.#find()[this.#current]?.focus();
  }

  readonly #onFocus = (event: Event): void => {
    const items = this.#find();
    const at = items.findIndex(item => event.composedPath().includes(item));
    if (at < 0) return;
    this.#current = at;
    this.hostUpdated();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#find();
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    const edge = {Home: 0, End: items.length - 1}[event.key];
    if (items.length === 0 || (step === undefined && edge === undefined)) return;
    event.preventDefault();
    this.#current = edge ?? (this.#current + (step ?? 0) + items.length) % items.length;
    this.hostUpdated();
    items[this.#current]?.focus();
  };
}
