import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {PlanClosed} from '../../events/closed.ts';
import {soundOf} from '../../records/sound.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {present as say} from '../../words/en/present.ts';
import {houseColours} from '../houses/house-colours.ts';
import {housesSeen, type HousesSeen, type HouseWords} from '../houses/house-words.ts';
import {kid} from '../houses/kid.styles.ts';
import {OwnPictures} from '../houses/own-pictures.ts';
import {thing} from '../houses/thing.ts';
import {picture} from '../houses/picture.ts';
import {sheet} from '../houses/sheet.styles.ts';
import {HOUSE_BOX, LOOKS_LIKE} from '../houses/looks-like.ts';
import {howSaid} from '../houses/said-item.ts';
import type {House} from '../houses/read-houses.ts';
import {LoadingController} from '../screen/loading.ts';
import {inOrder} from './in-order.ts';
import {presentStyles} from './present.styles.ts';

/**
 * What a child said, one thing at a time on the whole screen, good things first unless the child picked another house. It asks as the session of the room, so that it is
 * never sent what the child keeps from somebody there; and again before each next thing, so that what was taken back is gone.
 *
 * @summary A child's own words for a room.
 * @event plan-closed - The room's session is over.
 */
export class PlanPresent extends LitElement {
  static override properties = {http: {attribute: false}, _at: {state: true}};
  static override styles = [tokens, base, houseColours, kid, sheet, presentStyles];
  declare http: PlanHttp;
  /** Which thing is shown. */
  declare _at: number;
  readonly #seen = new LoadingController<HousesSeen>(this, () => this.#ask());

  readonly #pictures = new OwnPictures(this, () => this.http);

  constructor() {
    super();
    this._at = 0;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('_at') && changed.get('_at') !== undefined)
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<main>${this.#seen.draw(seen => this.#shown(inOrder(seen), seen))}</main>`;
  }

  #shown(words: readonly HouseWords[], {names}: HousesSeen): TemplateResult {
    const at = Math.min(this._at, words.length - 1);
    const one = words[at];
    if (one === undefined)
      return html`<h1 tabindex="-1">${say.title}</h1>
        <p class="say">${say.none}</p>`;
    const house = one.root.slice('house:'.length) as House;
    return html`<div class="sheet">
        <h1 tabindex="-1">${picture(LOOKS_LIKE[house].drawing, HOUSE_BOX, 'house')}${names[one.root]}</h1>
        ${thing(one, this.#pictures.pack, {sound: attachment => soundOf(this.http, attachment)})}
        <p class="how">${howSaid(one)}</p>
      </div>
      <p class="row acts">
        ${at === 0 ? nothing : this.#button(say.back, at - 1)}
        ${at + 1 < words.length ? this.#button(say.next, at + 1) : this.#button(say.first, 0)}
        <span>${at + 1 < words.length ? say.of(String(at + 1), String(words.length)) : say.end}</span>
      </p>`;
  }

  #button(label: string, at: number): TemplateResult {
    return html`<button class="kid line" type="button" @click=${() => void this.#go(at)}>${label}</button>`;
  }

  async #go(at: number): Promise<void> {
    await this.#seen.load();
    this._at = at;
  }

  async #ask() {
    const found = await housesSeen(this.http);
    if (!found.ok && found.error.problem === 'signedOut') this.dispatchEvent(new PlanClosed('signedOut'));
    return found;
  }
}
