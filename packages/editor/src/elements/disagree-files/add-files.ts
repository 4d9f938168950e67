import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {
  addFile,
  dropFile,
  type FileFor,
  type FilePlace,
  type SaidFile,
} from '../../records/disagreement-files.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {disagreeFiles as say} from '../../words/en/disagree-files.ts';
import {base64Of, Recording} from '../houses/sound.ts';
import {sentenceOf} from '../screen/sentence-of.ts';
import {barePicture} from './bare-picture.ts';
import {filesStyles} from './files.styles.ts';
import {namesOf} from './names-of.ts';

/** The most that the server takes of one file. */
const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Where somebody says something aloud, or adds a picture or a PDF, beside a box for words. Tells by `filed` which files wait to be sent.
 *
 * @summary Voice notes and files for a disagreement.
 * @event filed - The files are others now.
 */
export class AddFiles extends LitElement {
  static override properties = {
    http: {attribute: false},
    goesWith: {attribute: false},
    place: {},
    files: {attribute: false},
    _recording: {state: true},
    _pdf: {state: true},
    _said: {state: true},
  };
  static override styles = [base, filesStyles];
  declare http: PlanHttp | null;
  /** Beside what they are to be sent. */
  declare goesWith: FileFor | null;
  declare place: FilePlace;
  /** Those that wait, of every place. */
  declare files: readonly SaidFile[];
  declare _recording: Recording | 'asking' | null;
  /** A PDF that its owner has to think about. */
  declare _pdf: File | null;
  declare _said: string;

  constructor() {
    super();
    this.http = null;
    this.goesWith = null;
    this.place = 'words';
    this.files = [];
    this._recording = null;
    this._pdf = null;
    this._said = '';
  }

  /** Nobody is listened to who has gone on; what was said until then is added. */
  override disconnectedCallback(): void {
    if (this._recording instanceof Recording) this._recording.stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const isOn = this._recording instanceof Recording;
    return html`<fieldset>
      <legend>${say.legend}</legend>
      ${this.#list()}
      <p class="acts">
        <button
          class="btn second"
          type="button"
          ?disabled=${this._recording === 'asking'}
          @click=${() => void this.#record()}
        >
          ${isOn ? say.stop : say.record}
        </button>
        <button class="btn second" type="button" @click=${() => this.#input?.click()}>${say.pick}</button>
        <input
          type="file"
          tabindex="-1"
          aria-label=${say.pick}
          accept="image/*,application/pdf"
          @change=${() => void this.#picked()}
        />
      </p>
      <p class="note">${say.pickHint}</p>
      ${this._pdf === null ? nothing : this.#ask(this._pdf)}
      <p role="status">${isOn ? say.talking : this._said}</p>
    </fieldset>`;
  }

  #list(): TemplateResult {
    const own = this.files.filter(({place}) => place === this.place);
    const names = namesOf(own);
    return html`<ul>
      ${own.map(
        (one, at) =>
          html`<li>
            ${names[at]}
            <button class="quiet" type="button" @click=${() => void this.#drop(one)}>
              ${say.takeOut(names[at] ?? '')}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #ask(pdf: File): TemplateResult {
    return html`<div class="ask">
      <p>${say.pdf} ${say.pdfAsk}</p>
      <p class="acts">
        <button class="btn second" type="button" @click=${() => void this.#add(pdf)}>${say.pdfAdd}</button>
        <button class="quiet" type="button" @click=${() => (this._pdf = null)}>${say.pdfLeave}</button>
      </p>
    </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  async #record(): Promise<void> {
    if (this._recording instanceof Recording) {
      this._recording.stop();
      return;
    }
    this._said = '';
    this._recording = 'asking';
    const begun = await Recording.begin(() => undefined, 0);
    if (!(begun instanceof Recording)) {
      this._recording = null;
      this._said = begun === 'refused' ? say.refused : say.missing;
      return;
    }
    this._recording = begun;
    if (!this.isConnected) begun.stop();
    const {sound} = await begun.done;
    this._recording = null;
    if (sound.size === 0) this._said = say.missing;
    else await this.#add(sound);
  }

  async #picked(): Promise<void> {
    const input = this.#input;
    const file = input?.files?.[0];
    if (input === null || file === undefined) return;
    input.value = '';
    this._said = '';
    this._pdf = null;
    if (file.type === 'application/pdf') {
      this._pdf = file;
      return;
    }
    const bare = await barePicture(file);
    if (bare === null) this._said = say.noPicture;
    else await this.#add(bare);
  }

  async #add(bytes: Blob): Promise<void> {
    const {http, goesWith, place} = this;
    this._pdf = null;
    if (http === null || goesWith === null) return;
    if (bytes.size > MOST_BYTES) {
      this._said = say.tooLarge;
      return;
    }
    this._said = say.adding;
    const answer = await addFile(http, goesWith, await base64Of(bytes));
    this._said = answer.ok ? say.added : sentenceOf(answer.error);
    if (answer.ok) this.#tell([...this.files, {...answer.value, place}]);
  }

  async #drop(one: SaidFile): Promise<void> {
    this._said = '';
    this.#tell(this.files.filter(({id}) => id !== one.id));
    if (this.http !== null) await dropFile(this.http, one.id);
  }

  #tell(files: readonly SaidFile[]): void {
    this.files = files;
    this.dispatchEvent(new CustomEvent<readonly SaidFile[]>('filed', {detail: files}));
  }
}
