import {html, LitElement, svg, type PropertyValues, type TemplateResult} from 'lit';
import type {IndexedItem} from '../../context/item-index.ts';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {threadPath} from './thread-path.ts';
import {threadStyles} from './thread.styles.ts';

/**
 * The gold thread through one item: a ring for somebody's own words, a bead for each item that came of them, one
 * line drawn through measured places, ending in a loose tail.
 *
 * @summary The items that are linked with one item, tied by the thread.
 * @event plan-section-open - The person asks to go to one of the items.
 */
export class PlanThread extends LitElement {
  static override properties = {tied: {attribute: false}, self: {attribute: false}, _path: {state: true}};
  static override styles = [base, threadStyles];
  declare tied: readonly IndexedItem[];
  /** The id of the item that was asked about. */
  declare self: string;
  declare _path: string;
  #resize: ResizeObserver | null = null;

  constructor() {
    super();
    this.tied = [];
    this.self = '';
    this._path = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('tied')) this.#measure();
  }

  protected override render(): TemplateResult {
    return html`<svg class="line" aria-hidden="true">${svg`<path d=${this._path}></path>`}</svg>
      <ol>
        ${this.tied.map(item => this.#row(item))}
      </ol>`;
  }

  #row(item: IndexedItem): TemplateResult {
    const self = item.id === this.self;
    return html`<li class=${self ? 'self' : ''} aria-current=${self ? 'true' : 'false'}>
      <i class=${item.said ? 'ring' : 'bead'}></i>
      <button type="button" @click=${() => this.dispatchEvent(new PlanSectionOpen(item.root, item.id))}>
        <b>${item.label}</b><span class=${item.said ? 'said' : ''}>${item.words}</span>
      </button>
    </li>`;
  }

  #measure(): void {
    const own = this.getBoundingClientRect();
    const places = [...this.renderRoot.querySelectorAll('i')].map(bead => {
      const box = bead.getBoundingClientRect();
      return {x: box.left + box.width / 2 - own.left, y: box.top + box.height / 2 - own.top};
    });
    this._path = threadPath(places);
  }
}
