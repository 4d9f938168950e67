import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import type {Tapped} from './tapped-item.ts';

const GAP_PX = 6;
/** What the bar at the bottom of a page may cover. */
const BAR_PX = 90;

/**
 * One button beside words that were touched and can only be read: it lies over the page, which stays where it is, and goes when
 * something else is touched.
 */
export class TapOffer implements ReactiveController {
  readonly #host: LitElement;
  #tapped: Tapped | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** @param sentence says it to whoever doesn't see it, in the plan's own line for that */
  show(tapped: Tapped, plan: LitElement, sentence: string): void {
    this.#tapped = tapped;
    const said = plan.renderRoot.querySelector('#said');
    if (said !== null) said.textContent = sentence;
    document.addEventListener('pointerdown', this.#onPointer, {capture: true});
    document.addEventListener('keydown', this.#onKey);
    this.#host.requestUpdate();
  }

  readonly hide = (): void => {
    if (this.#tapped === null) return;
    this.#tapped = null;
    document.removeEventListener('pointerdown', this.#onPointer, {capture: true});
    document.removeEventListener('keydown', this.#onKey);
    this.#host.requestUpdate();
  };

  /** @param name what it is called where nobody sees beside what it stands */
  template(text: string, name: string, press: (tapped: Tapped) => void): TemplateResult | typeof nothing {
    const tapped = this.#tapped;
    if (tapped === null) return nothing;
    return html`<button
      class="btn second offer"
      type="button"
      aria-label=${name}
      @click=${() => press(tapped)}
    >
      ${text}
    </button>`;
  }

  hostUpdated(): void {
    const button = this.#button;
    if (button === null || this.#tapped === null || button.style.translate !== '') return;
    const {line, words} = this.#tapped;
    const [box, within] = [button.getBoundingClientRect(), words.getBoundingClientRect()];
    const x = Math.max(within.left, Math.min(line.x - box.width / 2, within.right - box.width));
    const below = line.bottom + GAP_PX;
    const hasRoom = below + box.height <= innerHeight - BAR_PX;
    const y = hasRoom ? below : line.top - GAP_PX - box.height;
    button.style.translate = `${x - box.left}px ${y - box.top}px`;
  }

  hostDisconnected(): void {
    this.hide();
  }

  get #button(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.offer');
  }

  readonly #onPointer = (event: Event): void => {
    const button = this.#button;
    if (button === null || !event.composedPath().includes(button)) this.hide();
  };

  readonly #onKey = ({key}: KeyboardEvent): void => {
    if (key === 'Escape') this.hide();
  };
}
