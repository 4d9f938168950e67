import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import type {PackSymbol, SymbolPack} from '@goldthread/schema/symbols';
import {houses as say} from '../../words/en/houses.ts';
import {kid} from './kid.styles.ts';
import {pickStyles} from './pick.styles.ts';
import {picture} from './picture.ts';

/**
 * Picture cards, a few at a time: one press picks, and what was picked can be taken out again. They come by kind, or all that begin with
 * one letter.
 */
export class ChildPick extends LitElement {
  static override properties = {
    pack: {attribute: false},
    picked: {attribute: false},
    atOnce: {attribute: false},
    _letter: {state: true},
    _category: {state: true},
    _page: {state: true},
  };
  static override styles = [base, kid, pickStyles];
  declare pack: SymbolPack;
  /** What was picked so far. Owned by whoever shows this; told by `picked`. */
  declare picked: readonly PackSymbol[];
  /** So many pictures at once, so that a scanning switch comes round soon. */
  declare atOnce: number;
  /** What the words of the pictures begin with; empty for the pictures of a kind. */
  declare _letter: string;
  declare _category: number;
  declare _page: number;

  constructor() {
    super();
    this.picked = [];
    this.atOnce = 4;
    this._letter = '';
    this._category = 0;
    this._page = 0;
  }

  protected override render(): TemplateResult {
    const all = this.#found();
    const shown = all.slice(this._page * this.atOnce, (this._page + 1) * this.atOnce);
    return html`<p class="picked" role="status">
        ${this.picked.map(one => picture(one.art, '0 0 48 48', 'small'))}
        <span
          >${this.picked.length === 0 ? say.pickedNone : say.picked(this.picked.map(({word}) => word).join(', '))}</span
        >
      </p>
      ${all.length === 0 ? html`<p class="say" role="status">${say.noPictures(this._letter)}</p>` : nothing}
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
        <label class="letter"
          >${say.letter}<input type="text" spellcheck="false" autocomplete="off" @input=${this.#begin}
        /></label>
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

  /** All pictures that begin with the letter, or else all of a kind; the school's own stand first in the pack. */
  #found(): readonly PackSymbol[] {
    const {symbols, categories} = this.pack;
    if (this._letter !== '')
      return symbols.filter(({word}) => word.toLocaleLowerCase().startsWith(this._letter));
    return symbols.filter(one => one.category === categories[this._category]?.id);
  }

  /** The letter that was typed last is the one. */
  readonly #begin = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    field.value = field.value.trim().slice(-1);
    this._letter = field.value.toLocaleLowerCase();
    this._page = 0;
  };

  /** The next few of these, then the next kind of pictures, and round again. */
  #more(count: number): void {
    const isLast = (this._page + 1) * this.atOnce >= count;
    this._page = isLast ? 0 : this._page + 1;
    if (isLast && this._letter === '') this._category = (this._category + 1) % this.pack.categories.length;
  }

  #tell(picked: readonly PackSymbol[]): void {
    this.picked = picked;
    this.dispatchEvent(new CustomEvent('picked', {detail: picked}));
  }
}
