import type {CompartmentId, ItemId} from '@goldthread/schema';
import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PlanSource} from '../../context/plan-source.ts';
import {
  listScales,
  makeScale,
  placeNumber,
  revealNumbers,
  type Scale,
  type ScalePlace,
} from '../../records/ratings.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {HttpRefusal} from '../../sync/plan-http.ts';
import {map} from '../../words/en/map.ts';
import {scales as say} from '../../words/en/scales.ts';
import {scalesChild} from '../../words/en/scales-child.ts';
import {CopyReasonAsk} from '../screen/copy-reason.ts';
import {problemBox} from '../screen/problem-box.ts';
import {formStyles} from '../screen/form.styles.ts';
import {LoadingController, newsOf, type Loading} from '../screen/loading.ts';
import {screenWith} from '../screen/page.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import type {NumberDraft} from './number-form.ts';
import {oneScale} from './one-scale.ts';
import {scaleMaker, type ScaleEnds} from './scale-maker.ts';
import {placesOf} from './places-of.ts';
import {scalesStyles} from './scales.styles.ts';

const NOTHING_YET: NumberDraft = {value: null, whyNotLower: '', oneHigher: ''};

/**
 * Scales from 0 to 10: each person places their own number and sees nobody else's until all are shown, side by side. On a screen
 * that a room looks at there is nothing to place.
 *
 * @summary Everybody's numbers, from 0 to 10.
 * @event plan-screen-close - The person has closed it.
 * @event drawn - Below the map: it may show other scales than before.
 */
export class PlanScales extends LitElement {
  static override properties = {
    source: {attribute: false},
    isPlain: {type: Boolean},
    inline: {type: Boolean, reflect: true},
    nameOf: {attribute: false},
    _drafts: {state: true},
    _asking: {state: true},
    _ends: {state: true},
    _problem: {state: true},
    _told: {state: true},
  };
  static override styles = [base, formStyles, scalesStyles];
  declare source: PlanSource;
  /** Others look at this screen too. */
  declare isPlain: boolean;
  /** It stands on the page below the map, and isn't a screen of its own. */
  declare inline: boolean;
  /** How an item of the map begins; null where this reader has none such. */
  declare nameOf: (id: string) => string | null;
  declare _drafts: ReadonlyMap<string, NumberDraft>;
  /** The scale whose numbers are about to be shown. */
  declare _asking: string | null;
  /** A new scale that is being made. */
  declare _ends: ScaleEnds | null;
  declare _problem: string;
  declare _told: string;
  readonly #copied = new CopyReasonAsk(this);
  readonly #scales = new LoadingController(
    this,
    () => listScales(this.source.http),
    newsOf('ratings', () => this.source),
  );

  constructor() {
    super();
    this.isPlain = false;
    this.inline = false;
    this.nameOf = () => null;
    this._drafts = new Map();
    this._asking = null;
    this._ends = null;
    this._problem = '';
    this._told = '';
  }

  /** Where asking for the scales stands. */
  get _scales(): Loading<readonly Scale[]> {
    return this.#scales.state;
  }

  /** The scales as the map asks about them: null for the document that everybody receives, and null while nothing is known. */
  get listed(): readonly ScalePlace[] | null {
    return this.#scales.value && placesOf(this.#scales.value, this.source);
  }

  /** Asks for the ends of a new scale about an item, for the readers of its document or, with null, for everybody. */
  begin(about: string, compartmentId: CompartmentId | null): void {
    this._ends = {zero: '', ten: '', compartmentId, about: about as ItemId};
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#zero')?.focus());
  }

  protected override updated(changed: PropertyValues): void {
    if (this.inline) this.dispatchEvent(new Event('drawn'));
    if (changed.has('_problem') && this._problem !== '')
      this.renderRoot.querySelector<HTMLElement>('.problem')?.focus();
  }

  protected override render(): TemplateResult {
    const body = html`<p class=${this.inline ? 'vh' : 'hint'}>
        ${this.#isChild ? scalesChild.intro : say.intro}
      </p>
      ${problemBox(this._problem)} ${this.#copied.rows()}
      <p class="told" role="status">${this._told}</p>
      ${this.#scales.draw(scales => this.#content(scales))}`;
    if (this.inline) return html`<div class="sheet">${body}</div>`;
    return screenWith({heading: say.title, body, acts: null, back: null});
  }

  get #isChild(): boolean {
    return this.source.facts?.me.role === 'child';
  }

  /** The server decides; this only keeps a button away from those for whom it can't work. */
  get #mayMake(): boolean {
    return (
      !this.isPlain && (this.source.docFor('sos:worries')?.writableRoots.includes('sos:worries') ?? false)
    );
  }

  #content(scales: readonly Scale[]): TemplateResult {
    const none = html`<h2>${say.none}</h2>
      <p>${say.noneHint}</p>`;
    return html`${scales.length === 0 ? none : nothing}
    ${repeat(
      scales,
      one => one.id,
      (one, at) => this.#scale(one, say.name(at + 1)),
    )}
    ${
      this.#mayMake
        ? scaleMaker({
            ends: this._ends,
            about: this.#about(this._ends?.about ?? null),
            edit: ends => (this._ends = ends),
            start: ends => void this.#make(ends),
          })
        : nothing
    }`;
  }

  #scale(scale: Scale, place: string): TemplateResult {
    const {isPlain, inline} = this;
    return oneScale({
      ...{scale, isPlain, inline, isChild: this.#isChild},
      me: this.source.facts?.me.id ?? null,
      name: inline ? this.#question(place) : place,
      about: this.#about(scale.about),
      draft: this._drafts.get(scale.id) ?? NOTHING_YET,
      edit: change => this.#edit(scale.id, change),
      place: () => void this.#place(scale),
      isAsking: this._asking === scale.id,
      ask: isAsking => (this._asking = isAsking ? scale.id : null),
      reveal: () => void this.#reveal(scale),
    });
  }

  /** The danger statement whose scale it is, in words. */
  #about(id: ItemId | null): TemplateResult | typeof nothing {
    const item = id === null ? null : this.nameOf(id);
    return item === null ? nothing : html`<p class="about">${map.about(item)}</p>`;
  }

  /** What the scale asks, and which of several it is. */
  #question(place: string): string {
    const question = map.numbers(this.source.facts?.childName ?? '');
    return (this.#scales.value?.length ?? 0) > 1 ? `${question} ${place}` : question;
  }

  #edit(id: string, change: Partial<NumberDraft>): void {
    const draft = this._drafts.get(id) ?? NOTHING_YET;
    this._drafts = new Map(this._drafts).set(id, {...draft, ...change});
  }

  async #place(scale: Scale): Promise<void> {
    const draft = this._drafts.get(scale.id) ?? NOTHING_YET;
    const {value} = draft;
    this.#forget();
    if (value === null) {
      this._problem = say.pickFirst;
      return;
    }
    const number = {value, whyNotLower: draft.whyNotLower.trim(), oneHigher: draft.oneHigher.trim()};
    const answer = await placeNumber(this.source.http, scale.id, {...number, ...this.#copied.why});
    if (!answer.ok) return this.#fail(answer.error);
    const drafts = new Map(this._drafts);
    drafts.delete(scale.id);
    this._drafts = drafts;
    this.#copied.clear();
    await this.#scales.load();
    this._told = this.#isChild ? scalesChild.kept : say.kept;
  }

  async #reveal(scale: Scale): Promise<void> {
    this.#forget();
    const answer = await revealNumbers(this.source.http, scale.id);
    this._asking = null;
    if (!answer.ok) return this.#fail(answer.error);
    await this.#scales.load();
    this._told = say.shown;
  }

  async #make({zero, ten, compartmentId, about}: ScaleEnds): Promise<void> {
    this.#forget();
    if (zero.trim() === '' || ten.trim() === '') {
      this._problem = say.bothEnds;
      return;
    }
    const answer = await makeScale(this.source.http, {
      ...{zero: zero.trim(), ten: ten.trim()},
      ...(compartmentId !== null && {compartmentId}),
      ...(about !== null && {about}),
      ...this.#copied.why,
    });
    if (!answer.ok) return this.#fail(answer.error);
    this._ends = null;
    this.#copied.clear();
    await this.#scales.load();
  }

  #forget(): void {
    this._problem = '';
    this._told = '';
  }

  #fail(error: HttpRefusal): void {
    this._problem = sentenceOf(error);
    this.#copied.hear(error);
  }
}
