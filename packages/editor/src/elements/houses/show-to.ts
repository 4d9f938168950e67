import {html, LitElement, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {houses as say} from '../../words/en/houses.ts';
import {faceOf} from './faces.ts';
import {kid} from './kid.styles.ts';
import {picture} from './picture.ts';
import {pickStyles} from './pick.styles.ts';
import type {HousePerson} from './read-houses.ts';

/** So many people at once, so that a scanning switch comes round soon. */
const AT_ONCE = 4;

/** What the child chose. */
export type Shown = 'everyone' | readonly string[];

/**
 * Picture cards of the people whom the child knows; none is chosen for the child. Tells by `shown` who was: as those who see it, or as
 * those who should not.
 */
export class ChildShowTo extends LitElement {
  static override properties = {
    people: {attribute: false},
    chosen: {attribute: false},
    no: {attribute: false},
    isNot: {attribute: false},
    isBusy: {attribute: false},
    _page: {state: true},
  };
  static override styles = [base, kid, pickStyles];
  declare people: readonly HousePerson[];
  /** Who reads it now; then whom the child presses. */
  declare chosen: readonly string[];
  /** Who the child said should not see it. */
  declare no: readonly string[];
  /** The child chooses who should not see it. */
  declare isNot: boolean;
  declare isBusy: boolean;
  declare _page: number;

  constructor() {
    super();
    this.people = [];
    this.chosen = [];
    this.no = [];
    this.isNot = false;
    this.isBusy = false;
    this._page = 0;
  }

  protected override render(): TemplateResult {
    const pages = Math.ceil(this.people.length / AT_ONCE);
    const shown = this.people.slice(this._page * AT_ONCE, (this._page + 1) * AT_ONCE);
    return html`<ul class="cards">
        ${shown.map(person => this.#card(person))}
      </ul>
      <div class="row">
        ${
          pages < 2
            ? ''
            : html`<button
                class="kid line"
                type="button"
                @click=${() => (this._page = (this._page + 1) % pages)}
              >
                ${say.morePeople}
              </button>`
        }
        ${this.isNot ? this.#button('main', say.keepLike, this.chosen) : this.#choices()}
      </div>`;
  }

  #choices(): TemplateResult {
    return html`${this.#button('main', say.showNow, this.chosen, this.chosen.length === 0)}
    ${this.#button('line', say.onlyMe, [])} ${this.#button('line', say.all, 'everyone')}`;
  }

  #button(look: 'main' | 'line', words: string, shown: Shown, isOff = false): TemplateResult {
    return html`<button
      class="kid ${look}"
      type="button"
      ?disabled=${this.isBusy || isOff}
      @click=${() => this.#tell(shown)}
    >
      ${words}
    </button>`;
  }

  #card({id, name, relationship}: HousePerson): TemplateResult {
    const isChosen = this.chosen.includes(id);
    return html`<li>
      <button
        class="kid line card"
        type="button"
        aria-pressed=${isChosen ? 'true' : 'false'}
        @click=${() => (this.chosen = isChosen ? this.chosen.filter(one => one !== id) : [...this.chosen, id])}
      >
        ${picture(faceOf(id), '0 0 48 48', 'symbol')}<span>${name}</span>
        <small>${this.no.includes(id) ? say.saidNo : relationship}</small>
      </button>
    </li>`;
  }

  #tell(shown: Shown): void {
    this.dispatchEvent(new CustomEvent<Shown>('shown', {detail: shown}));
  }
}
