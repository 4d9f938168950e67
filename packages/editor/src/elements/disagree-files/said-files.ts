import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {bytesOf, type SaidFile} from '../../records/disagreement-files.ts';
import {base} from '../../styles/shared-sheets.ts';
import {disagreeFiles as say} from '../../words/en/disagree-files.ts';
import {filesStyles} from './files.styles.ts';
import {namesOf} from './names-of.ts';

/**
 * What goes with somebody's words: a recording that is played, a picture that is looked at, a PDF that is saved. Nothing is asked of the
 * server before somebody wants it.
 *
 * @summary The files of one entry of a disagreement.
 */
export class SaidFiles extends LitElement {
  static override properties = {
    source: {attribute: false},
    files: {attribute: false},
    from: {},
    _shown: {state: true},
    _problem: {state: true},
  };
  static override styles = [base, filesStyles];
  /** Whose server has them; what plays a recording looks for it here too. */
  declare source: Pick<PlanSource, 'http'> | null;
  declare files: readonly SaidFile[];
  /** The side that sent them. */
  declare from: string;
  /** The pictures that somebody looks at, by id. */
  declare _shown: ReadonlyMap<string, string>;
  declare _problem: string;

  constructor() {
    super();
    this.source = null;
    this.files = [];
    this.from = '';
    this._shown = new Map();
    this._problem = '';
  }

  override disconnectedCallback(): void {
    for (const address of this._shown.values()) URL.revokeObjectURL(address);
    this._shown = new Map();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const names = namesOf(this.files);
    return html`<ul>
        ${this.files.map((one, at) => html`<li>${this.#file(one, names[at] ?? '')}</li>`)}
      </ul>
      <p class="note" role="status">${this._problem}</p>`;
  }

  #file(one: SaidFile, name: string): TemplateResult {
    if (one.kind === 'voice') return html`<goldthread-voice attachment=${one.id}>${name}</goldthread-voice>`;
    const shown = this._shown.get(one.id);
    const act = one.kind === 'pdf' ? say.save : shown === undefined ? say.look : say.hide;
    return html`<button class="quiet" type="button" @click=${() => void this.#press(one)}>
        ${act(name)}
      </button>
      ${shown === undefined ? nothing : html`<img src=${shown} alt=${say.pictureOf(this.from)} />`}`;
  }

  async #press({id, kind}: SaidFile): Promise<void> {
    this._problem = '';
    const shown = this._shown.get(id);
    if (shown !== undefined) {
      URL.revokeObjectURL(shown);
      this._shown = new Map([...this._shown].filter(([one]) => one !== id));
      return;
    }
    const http = this.source?.http;
    const bytes = http === undefined ? null : await bytesOf(http, id);
    if (!this.isConnected) return;
    if (bytes === null) this._problem = say.cannot;
    else if (kind === 'pdf') savePdf(bytes);
    else this._shown = new Map([...this._shown, [id, URL.createObjectURL(bytes)]]);
  }
}

/** Never opened in a page of ours: what is in it is its sender's. */
function savePdf(bytes: Blob): void {
  const address = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'file.pdf';
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
