import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {plainDay} from '../../words/clock-time.ts';
import {houses as say} from '../../words/en/houses.ts';
import {told as toldWords} from '../../words/en/told.ts';
import type {ChildServer} from './child-calls.ts';
import type {ChildHost} from './child-host.ts';
import {whyNot} from './child-says.ts';
import {helpIcon, listenIcon, writeIcon} from './icons.ts';
import {kid} from './kid.styles.ts';
import {spoken} from './spoken.ts';
import {thing} from './thing.ts';
import {didIcon, planIcon, sayIcon} from './told-icons.ts';
import {picture, type Drawing} from './picture.ts';
import type {HousesView} from './read-houses.ts';
import type {ToldThing} from './read-told.ts';
import {sheet} from './sheet.styles.ts';
import {button} from './street-page.ts';
import {toldStyles} from './told.styles.ts';

/** One thing that came of what the child said: a picture, a line that leads in, and grown-ups' words. */
interface Came {
  readonly icon: Drawing;
  readonly lead: string;
  readonly words: readonly string[];
}

/**
 * What the child said, one thing at a time, and below it what grown-ups wrote, did or said because of it, or why not. What something
 * came of is first; nothing counts, praises or presses.
 *
 * @summary What became of what the child said.
 */
export class ChildTold extends LitElement {
  static override properties = {
    host: {attribute: false},
    server: {attribute: false},
    houses: {attribute: false},
    look: {},
    _things: {state: true},
    _at: {state: true},
    _problem: {state: true},
    _said: {state: true},
  };
  static override styles = [base, kid, sheet, toldStyles];
  declare host: ChildHost;
  declare server: Pick<ChildServer, 'told' | 'quote'>;
  declare houses: HousesView;
  declare look: ChildHost['look'];
  /** Null until the server has answered. */
  declare _things: readonly ToldThing[] | null;
  declare _at: number;
  declare _problem: string;
  /** What happened last, for the child to read and hear. */
  declare _said: string;
  #isBusy = false;

  constructor() {
    super();
    this.look = 'houses';
    this._things = null;
    this._at = 0;
    this._problem = '';
    this._said = '';
  }

  protected override firstUpdated(): void {
    void this.#ask();
  }

  protected override render(): TemplateResult {
    const {host} = this;
    const words = toldWords[this.look];
    const one = this._things?.[this._at];
    return html`<div class="bar">
        <button class="kid line" type="button" @click=${() => host.go({kind: 'street'})}>${say.back}</button>
        ${button(helpIcon, say.help, () => host.go({kind: 'help', back: {kind: 'told'}}))}
        ${button(listenIcon, say.listen, () => host.listen(this.#aloud(one)))}
      </div>
      <div class="sheet">
        <h1 tabindex="-1">${words.title}</h1>
        ${one === undefined ? html`<p class="say" role="status">${this.#instead()}</p>` : this.#one(one)}
      </div>`;
  }

  async #ask(): Promise<void> {
    const told = await this.server.told();
    if ('refusal' in told) this._problem = told.refusal.problem === 'offline' ? say.offline : say.wrong;
    else this._things = [...told.value.filter(hasCome), ...told.value.filter(one => !hasCome(one))];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    if (this.look === 'pictures') this.host.listen(this.#aloud(this._things?.[0]));
  }

  /** What is said while there is no thing to show. */
  #instead(): string {
    if (this._problem !== '') return this._problem;
    return this._things === null ? say.opening : toldWords[this.look].empty;
  }

  #one(one: ToldThing): TemplateResult {
    const {host, houses} = this;
    const item = houses.things.find(({id}) => id === one.id);
    const all = this._things?.length ?? 0;
    const next = (): void => {
      this._said = '';
      this._at = (this._at + 1) % all;
      host.listen('');
      if (this.look === 'pictures') host.listen(this.#aloud(this._things?.[this._at]));
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.kept')?.focus());
    };
    return html`<div class="kept" tabindex="-1">
        ${item === undefined ? html`<div class="thing one"><span>${one.words}</span></div>` : thing(item, host.pack, host)}
      </div>
      <div class="came">
        ${this.#came(one).map(
          ({icon, lead, words}) =>
            html`<div>
              <p class="lead">${picture(icon)}<span>${lead}</span></p>
              ${words.map(text => html`<p>${text}</p>`)}
            </div>`,
        )}
      </div>
      <p class="say" role="status">${this._said}</p>
      <div class="row">
        ${
          all < 2
            ? nothing
            : html`<button class="kid line" type="button" @click=${next}>${say.next}</button>
                <span>${say.which(String(this._at + 1), String(all))}</span>`
        }
        ${one.mayQuote ? this.#quoting(one) : nothing}
      </div>`;
  }

  /** The child puts the words into the plan as they were said, or takes them out there again (ux 6.4). */
  #quoting(one: ToldThing): TemplateResult {
    const words = toldWords[this.look];
    const isIn = !one.isQuoted;
    const choose = async (): Promise<void> => {
      if (this.#isBusy) return;
      this.#isBusy = true;
      const told = await this.server.quote(one.id, isIn);
      this._said =
        'refusal' in told
          ? whyNot(told.refusal, this.host.kept.hasStore)
          : isIn
            ? words.putIn
            : words.takenOut;
      // It stays on the page where it is, whatever comes first from now on.
      if (!('refusal' in told))
        this._things = this._things?.map(was => (was === one ? {...one, isQuoted: isIn} : was)) ?? null;
      this.#isBusy = false;
    };
    return html`<button class="kid line" type="button" @click=${() => void choose()}>
      ${isIn ? words.putItIn : words.takeItOut}
    </button>`;
  }

  /** What came of a thing, or that nothing did and whom the child can ask. */
  #came({isQuoted, wrote, reason, done, answers}: ToldThing): readonly Came[] {
    const words = toldWords[this.look];
    const came: readonly Came[] = [
      ...(isQuoted ? [{icon: planIcon, lead: words.quoted, words: []}] : []),
      ...(wrote.length > 0 ? [{icon: writeIcon, lead: words.wrote, words: wrote}] : []),
      ...done.map(one => ({icon: didIcon, lead: words.done(plainDay(one.on)), words: [one.words]})),
      ...(reason === null ? [] : [{icon: sayIcon, lead: words.reason, words: [reason.words]}]),
      ...answers.map(one => ({icon: sayIcon, lead: words.answer(one.byName), words: [one.words]})),
    ];
    if (came.length > 0) return came;
    const lead = this.houses.people.find(one => one.lead)?.name;
    return [{icon: helpIcon, lead: lead === undefined ? words.nobody : words.nothing(lead), words: []}];
  }

  /** All that is on the page in words. */
  #aloud(one: ToldThing | undefined): string {
    const {title} = toldWords[this.look];
    if (one === undefined) return `${title}. ${this.#instead()}`;
    const item = this.houses.things.find(({id}) => id === one.id);
    const came = this.#came(one).flatMap(({lead, words}) => [lead, ...words]);
    return [title, item === undefined ? one.words : spoken(item), ...came].join('. ');
  }
}

function hasCome({isQuoted, wrote, reason, done, answers}: ToldThing): boolean {
  return isQuoted || reason !== null || wrote.length + done.length + answers.length > 0;
}
