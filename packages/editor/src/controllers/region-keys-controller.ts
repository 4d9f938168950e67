import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What the keys of the page lead to. */
export interface RegionKeys {
  /** Puts the focus into the next region, or with -1 the one before; the regions are the element's own. */
  moveRegion(step: 1 | -1): void;
  open(screen: 'help' | 'print'): void;
  focusTools(): void;
  /** Esc, where nothing nearer has used it. */
  escape(): void;
}

/** F6 between regions, Alt+F10 to the tools, Alt+0 for help, Ctrl+P to print, Esc back. It owns the key listener only. */
export class RegionKeysController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #keys: RegionKeys;

  constructor(element: ReactiveControllerHost & HTMLElement, keys: RegionKeys) {
    this.#element = element;
    this.#keys = keys;
    element.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const inside = event.composedPath().includes(this.#element);
    // F6 from the page itself leads in; the keys of other controls around the plan stay theirs.
    if (event.defaultPrevented || (!inside && event.target !== document.body)) return;
    // What stands in its place has keys of its own.
    if (this.#element.hidden) return;
    const act = this.#actionOf(event);
    if (act === null) return;
    if (event.key !== 'Escape') event.preventDefault();
    act();
  };

  #actionOf(event: KeyboardEvent): (() => void) | null {
    if (event.key === 'F6') return () => this.#keys.moveRegion(event.shiftKey ? -1 : 1);
    if (event.altKey && event.key === 'F10') return () => this.#keys.focusTools();
    if (event.altKey && event.code === 'Digit0') return () => this.#keys.open('help');
    // On a Mac, Ctrl and P go to the line above.
    const isPrint = event[navigator.platform.startsWith('Mac') ? 'metaKey' : 'ctrlKey'] && event.key === 'p';
    if (isPrint) return () => this.#keys.open('print');
    return event.key === 'Escape' ? () => this.#keys.escape() : null;
  }
}
