import {css, html, LitElement, svg, type PropertyValues, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {mapPath, type ThreadEnd, type ThreadStop} from './map-path.ts';

/** Below the top edge of an item, where its bead sits; above a column's items, where the thread runs. */
const BEAD = 16;
const BAND = 12;
/** From the right edge of the map to the thread, and to its last bead. */
const EDGE = 18;
const LAST = 52;

/**
 * The gold thread from a danger statement to what has kept the child safe, the goal and the numbers. A picture of what stands in
 * words at each of them.
 *
 * @summary The thread over a safety map.
 */
export class MapThread extends LitElement {
  static override properties = {
    columns: {attribute: false},
    tied: {attribute: false},
    numbers: {attribute: false},
    _drawn: {state: true},
  };
  static override styles = [
    base,
    css`
      :host {
        color: var(--thread);
      }
      svg {
        width: 100%;
        height: 100%;
        overflow: visible;
      }
      path {
        fill: none;
        stroke: currentColor;
        stroke-width: 2;
        stroke-linecap: round;
      }
      circle {
        fill: currentColor;
      }
    `,
  ];
  /** Where the items of each column stand. */
  declare columns: readonly Element[];
  /** The items that it ties, at most one in each column. */
  declare tied: readonly Element[];
  /** Where it ends; null while there are none. */
  declare numbers: Element | null;
  declare _drawn: {readonly stops: readonly ThreadStop[]; readonly end: ThreadEnd | null};
  #resize: ResizeObserver | null = null;

  constructor() {
    super();
    this.columns = [];
    this.tied = [];
    this.numbers = null;
    this._drawn = {stops: [], end: null};
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
    if (changed.has('tied') || changed.has('numbers')) this.#measure();
  }

  protected override render(): TemplateResult {
    const {stops, end} = this._drawn;
    const beads = [...stops, end].flatMap(one => (one === null || one.y === null ? [] : [one]));
    return html`<svg aria-hidden="true">
      ${svg`<path d=${mapPath(stops, end)}></path>`}
      ${beads.map(({x, y}) => svg`<circle cx=${x} cy=${y} r="5.5"></circle>`)}
    </svg>`;
  }

  #measure(): void {
    const own = this.getBoundingClientRect();
    const columns = this.columns.map((column): ThreadStop => {
      const {left, top} = column.getBoundingClientRect();
      const item = this.tied.find(one => column.contains(one));
      const y = item === undefined ? null : item.getBoundingClientRect().top - own.top + BEAD;
      return {x: left - own.left, band: top - own.top - BAND, y};
    });
    const isTied = ({y}: ThreadStop) => y !== null;
    const stops = columns.slice(columns.findIndex(isTied), columns.findLastIndex(isTied) + 1);
    const numbers = this.numbers?.getBoundingClientRect();
    const end =
      stops.length > 1 && numbers !== undefined
        ? {edge: own.width - EDGE, x: own.width - LAST, y: numbers.top - own.top + BEAD}
        : null;
    const drawn = {stops: stops.length > 1 ? stops : [], end};
    if (JSON.stringify(drawn) !== JSON.stringify(this._drawn)) this._drawn = drawn;
  }
}
