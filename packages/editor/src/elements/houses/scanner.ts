import type {LitElement, ReactiveController} from 'lit';

/** How fast the page goes from stop to stop by itself, for a child with one switch. */
const SPEEDS = ['off', 'slow', 'middle', 'fast'] as const;
type Speed = (typeof SPEEDS)[number];
const MS = {off: 0, slow: 4000, middle: 2000, fast: 1000} as const satisfies Record<Speed, number>;
const KEY = 'goldthread.scan';

/**
 * Goes from one thing that can be pressed to the next, round and round, so that one switch is enough: it presses what has the focus,
 * as space and Enter do. Who types in a field, or draws, isn't taken away from it.
 */
export class Scanner implements ReactiveController {
  speed: Speed;
  readonly #host: LitElement;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.speed = keptSpeed();
    host.addController(this);
  }

  hostConnected(): void {
    this.#start();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** The next speed, and off again after the fastest; this browser remembers it. */
  turn(): void {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length] ?? 'off';
    try {
      localStorage.setItem(KEY, this.speed);
    } catch {
      // A store that is full or forbidden: it holds while the page is open.
    }
    this.#start();
    this.#host.requestUpdate();
  }

  step(): void {
    const now = focusedIn(this.#host.renderRoot);
    if (now !== null && !now.matches('button, a, h1, [tabindex="-1"]')) return;
    const all = stopsIn(this.#host.renderRoot);
    const at = all.findIndex(one => one === now);
    all[(at + 1) % all.length]?.focus();
  }

  #start(): void {
    clearInterval(this.#timer);
    if (this.speed !== 'off') this.#timer = setInterval(() => this.step(), MS[this.speed]);
  }
}

function keptSpeed(): Speed {
  try {
    const kept = localStorage.getItem(KEY);
    return SPEEDS.find(speed => speed === kept) ?? 'off';
  } catch {
    return 'off';
  }
}

/** What can be pressed, in the order of the page, through the elements of which it is made. */
function stopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(one => {
    if (one.shadowRoot !== null) return stopsIn(one.shadowRoot);
    return one.matches('button:not(:disabled), a[href]') ? [one] : [];
  });
}

/** What has the focus, however deep it stands. */
function focusedIn(root: DocumentFragment | HTMLElement): Element | null {
  const found = root instanceof ShadowRoot ? root.activeElement : null;
  return found?.shadowRoot ? (focusedIn(found.shadowRoot) ?? found) : found;
}
