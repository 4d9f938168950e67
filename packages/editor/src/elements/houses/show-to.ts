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

/** Picture cards of the people whom the child knows; none is chosen for the child. Tells by `shown` what was chosen. */
export class ChildShowTo extends LitElement {
  static override properties = {
    people: {attribute: false},
    chosen: {attribute: false},
    isBusy: {attribute: false},
    _page: {state: true},
  };
  static override styles = [base, kid, pickStyles];
  declare people: readonly HousePerson[];
  /** Who reads it now; then whom the child presses. */
  declare chosen: readonly string[];
  declare isBusy: boolean;
  declare _page: number;

  constructor() {
    super();
    this.people = [];
    this.chosen = [];
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
        <button
          class="kid main"
          type="button"
          ?disabled=${this.isBusy || this.chosen.length === 0}
          @click=${() => this.#tell(this.chosen)}
        >
          ${say.showNow}
        </button>
        <button class="kid line" type="button" ?disabled=${this.isBusy} @click=${() => this.#tell([])}>
          ${say.onlyMe}
        </button>
        <button
          class="kid line"
          type="button"
          ?disabled=${this.isBusy}
          @click=${() => this.#tell('everyone')}
        >
          ${say.all}
        </button>
      </div>`;
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
        ${picture(faceOf(id), '0 0 48 48', 'symbol')}<span>${name}</span> <small>${relationship}</small>
      </button>
    </li>`;
  }

  #tell(shown: Shown): void {
    this.dispatchEvent(new CustomEvent<Shown>('shown', {detail: shown}));
  }
}
