import {html, LitElement, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {soundOf} from '../../records/sound.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import {plainDay} from '../../words/clock-time.ts';
import {thenNow as say} from '../../words/en/then-now.ts';
import {houseColours} from '../houses/house-colours.ts';
import type {HousesSeen, HouseWords} from '../houses/house-words.ts';
import {inTheirOrder} from '../houses/in-their-order.ts';
import {kid} from '../houses/kid.styles.ts';
import {OwnPictures} from '../houses/own-pictures.ts';
import {thing} from '../houses/thing.ts';
import {picture} from '../houses/picture.ts';
import type {House} from '../houses/read-houses.ts';
import {sheet} from '../houses/sheet.styles.ts';
import {HOUSE_BOX, LOOKS_LIKE} from '../houses/looks-like.ts';
import {onPaper} from '../screen/on-paper.ts';
import {standInStyles} from '../screen/stand-in.styles.ts';
import {HOUSE_ROOTS, houseName, saidItem} from '../houses/said-item.ts';
import {seenHouses} from '../houses/seen-houses.ts';
import {guideStyles} from '../session/guide.styles.ts';
import {daysOf, firstAndLast} from './by-day.ts';
import {thenNowStyles} from './then-now.styles.ts';

/**
 * What the child said on two days, side by side in each house, in words and pictures (domain 5.2, step 12). As everywhere, what its
 * reader doesn't receive isn't there.
 *
 * @summary A child's sessions, then and now.
 * @event plan-screen-close - The person goes back to the plan.
 */
export class PlanThenNow extends LitElement {
  static override properties = {source: {attribute: false}, _chosen: {state: true}};
  static override styles = [
    ...[tokens, base, houseColours, kid, sheet, guideStyles, standInStyles, thenNowStyles],
  ];
  declare source: PlanSource;
  /** The days that were chosen in place of the first and the last. */
  declare _chosen: Readonly<Partial<Record<'then' | 'now', string>>>;
  readonly #seen = seenHouses(this, () => this.source);
  readonly #pictures = new OwnPictures(this, () => this.source.http);

  constructor() {
    super();
    this._chosen = {};
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render(): TemplateResult {
    const child = this.source.facts?.childName ?? '';
    return html`${onPaper()}
      <section class="bar" aria-label=${say.title}>
        <p class="what"><b>${say.title}.</b> ${say.banner(child)}</p>
        <p class="acts">
          <button class="btn second" type="button" @click=${() => this.dispatchEvent(new PlanScreenClose())}>
            ${say.back}
          </button>
        </p>
      </section>
      <main>
        <h1 tabindex="-1">${say.title}</h1>
        ${this.#seen.draw(seen => this.#days(seen))}
      </main>`;
  }

  #days(seen: HousesSeen): TemplateResult {
    const days = daysOf(seen.words);
    const both = firstAndLast(days);
    if (both === null) return html`<p>${days.length === 0 ? say.none : say.one}</p>`;
    const [then, now] = [this._chosen.then ?? both[0], this._chosen.now ?? both[1]];
    return html`<div class="two head">
        ${this.#choice('then', then, days)} ${this.#choice('now', now, days)}
      </div>
      ${inTheirOrder(HOUSE_ROOTS, seen.first).map(root => {
        const house = root.slice('house:'.length) as House;
        const name = houseName(seen, root);
        return html`<section aria-labelledby=${house}>
          <h2 id=${house}>${picture(LOOKS_LIKE[house].drawing, HOUSE_BOX, 'house')}${name}</h2>
          <div class="two">${[then, now].map(day => this.#side(seen, root, day))}</div>
        </section>`;
      })}`;
  }

  #choice(which: 'then' | 'now', chosen: string, days: readonly string[]): TemplateResult {
    return html`<label class="label"
      >${say[which]}
      <select
        @change=${({target}: Event) => {
          if (target instanceof HTMLSelectElement) this._chosen = {...this._chosen, [which]: target.value};
        }}
      >
        ${days.map(day => html`<option value=${day} ?selected=${day === chosen}>${dayName(day)}</option>`)}
      </select>
    </label>`;
  }

  #side({words}: HousesSeen, root: string, day: string): TemplateResult {
    const here = words.filter(one => one.root === root && one.date === day);
    return html`<div class="side">
      <h3>${dayName(day)}</h3>
      ${
        here.length === 0
          ? html`<p class="note">${say.nothing}</p>`
          : html`<ul class="items">
              ${here.map(one => html`<li>${this.#said(one)}</li>`)}
            </ul>`
      }
    </div>`;
  }

  /** Pictures have their own words beside them, so that what was said says only the rest. */
  #said(one: HouseWords): TemplateResult {
    if (one.drawing === null && one.symbols.length === 0 && one.voiceNote === null) return saidItem(one);
    const alone = {sound: (attachment: string) => soundOf(this.source.http, attachment)};
    return html`${thing({...one, text: ''}, this.#pictures.pack, alone)}${saidItem({...one, ...NO_PICTURES})}`;
  }
}

const NO_PICTURES = {symbols: [], drawing: null, voiceNote: null} as const;

function dayName(day: string): string {
  return day === '' ? say.noDay : plainDay(day);
}
