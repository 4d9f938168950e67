import {html, LitElement, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import type {PackSymbol, SymbolPack} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {kid} from './kid.styles.ts';
import {pickStyles} from './pick.styles.ts';
import {picture} from './picture.ts';

/** So many pictures at once, so that a scanning switch comes round soon. */
const AT_ONCE = 5;

/** Picture cards, a few at a time: one press picks, and what was picked can be taken out again. */
export class ChildPick extends LitElement {
  static override properties = {
    pack: {attribute: false},
    picked: {attribute: false},
    _category: {state: true},
    _page: {state: true},
  };
  static override styles = [base, kid, pickStyles];
  declare pack: SymbolPack;
  /** What was picked so far. Owned by whoever shows this; told by `picked`. */
  declare picked: readonly PackSymbol[];
  declare _category: number;
  declare _page: number;

  constructor() {
    super();
    this.picked = [];
    this._category = 0;
    this._page = 0;
  }

  protected override render(): TemplateResult {
    const category = this.pack.categories[this._category];
    const all = this.pack.symbols.filter(one => one.category === category?.id);
    const shown = all.slice(this._page * AT_ONCE, (this._page + 1) * AT_ONCE);
    return html`<p class="picked" role="status">
        ${this.picked.map(one => picture(one.art, '0 0 48 48', 'small'))}
        <span
          >${this.picked.length === 0 ? say.pickedNone : say.picked(this.picked.map(({word}) => word).join(', '))}</span
        >
      </p>
      <ul class="cards">
        ${shown.map(
          one =>
            html`<li>
              <button class="kid line card" type="button" @click=${() => this.#tell([...this.picked, one])}>
                ${picture(one.art, '0 0 48 48', 'symbol')}<span>${one.word}</span>
              </button>
            </li>`,
        )}
      </ul>
      <div class="row">
        <button class="kid line" type="button" @click=${() => this.#more(all.length)}>${say.more}</button>
        <button
          class="kid line"
          type="button"
          ?disabled=${this.picked.length === 0}
          @click=${() => this.#tell(this.picked.slice(0, -1))}
        >
          ${say.takeOut}
        </button>
      </div>`;
  }

  /** The next few of these, then the next kind of pictures, and round again. */
  #more(count: number): void {
    const isLast = (this._page + 1) * AT_ONCE >= count;
    this._page = isLast ? 0 : this._page + 1;
    if (isLast) this._category = (this._category + 1) % this.pack.categories.length;
  }

  #tell(picked: readonly PackSymbol[]): void {
    this.picked = picked;
    this.dispatchEvent(new CustomEvent('picked', {detail: picked}));
  }
}
