import {html, LitElement, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import {base, tokens} from '../../styles/shared-sheets.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {print as say} from '../../words/en/print.ts';
import {screen} from '../../words/en/screen.ts';
import {Following} from '../agreement/following.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {DocsAtRest} from '../said/docs-at-rest.ts';
import {LoadingController} from '../screen/loading.ts';
import {standInStyles} from '../screen/stand-in.styles.ts';
import {pageSheet} from './page-sheet.ts';
import {madeFor, paper} from './paper.ts';
import {askPaperRecords, PAPER_KINDS} from './paper-records.ts';
import {printStyles} from './print.styles.ts';
import {readPaper, type Paper} from './read-paper.ts';

/** What is printed, for whom and when. */
interface Copy {
  readonly paper: Paper;
  readonly facts: PlanFacts;
  readonly at: Date;
}

/**
 * The plan as it goes on paper, in the plan's place: what is on the screen is what is printed. It is made on this device, of what
 * everybody on the plan receives, and drawn anew at the moment of printing.
 *
 * @summary The plan on paper.
 * @event plan-screen-close - The person is back at the plan.
 */
export class PlanPrint extends LitElement {
  static override properties = {
    plan: {attribute: false},
    source: {attribute: false},
    large: {type: Boolean, reflect: true},
  };
  static override styles = [tokens, base, standInStyles, printStyles];
  declare plan: PlanHost;
  declare source: PlanSource;
  /** The words are of 16 points, and otherwise of 12. */
  declare large: boolean;
  readonly #pages = new CSSStyleSheet();
  readonly #records = new LoadingController(this, () => askPaperRecords(this.source.http), {
    from: () => this.source,
    type: RecordsEvent.type,
    isOurs: event => event instanceof RecordsEvent && event.kinds.some(kind => PAPER_KINDS.has(kind)),
  });
  #copy: Copy | null = null;

  constructor() {
    super();
    this.large = false;
    new Following(this, () => [this.source]);
    new DocsAtRest(this, () => this.source);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets.push(this.#pages);
    addEventListener('beforeprint', this.#onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#pages);
    removeEventListener('beforeprint', this.#onPrint);
  }

  protected override willUpdate(): void {
    const before = this.#copy;
    this.#copy = this.#made();
    if (this.#copy !== null)
      this.#pages.replaceSync(
        pageSheet(this.#copy.facts.childName, madeFor(this.#copy.facts, this.#copy.at)),
      );
    const isOther = (before === null) !== (this.#copy === null);
    if (isOther || !this.hasUpdated) void this.updateComplete.then(() => this.#focus());
  }

  protected override updated(): void {
    if (this.plan.stopped !== null || this.plan.source !== this.source) this.#close();
  }

  protected override render(): TemplateResult {
    const copy = this.#copy;
    return html`<section class="bar" aria-label=${say.title}>
        <p class="what"><b>${say.title}</b><br />${say.looks} ${say.noPrivate}</p>
        <div class="acts">
          <fieldset>
            <legend>${say.size}</legend>
            ${this.#size(false)} ${this.#size(true)}
          </fieldset>
          <button class="btn" type="button" ?disabled=${copy === null} @click=${() => void this.#print()}>
            ${say.print}
          </button>
          <button class="btn second" type="button" @click=${() => this.#close()}>${say.back}</button>
        </div>
      </section>
      <main>
        ${
          copy === null
            ? html`<div class="page">
                <h1 tabindex="-1">${say.title}</h1>
                ${this.#records.waiting() ?? html`<p role="status">${screen.looking}</p>`}
              </div>`
            : html`<div class="sheet">${paper(copy.paper, copy.facts, copy.at)}</div>`
        }
      </main>`;
  }

  #size(large: boolean): TemplateResult {
    return html`<label
      ><input
        type="radio"
        name="size"
        .checked=${this.large === large}
        @change=${() => (this.large = large)}
      />${large ? say.sizes.large : say.sizes.normal}</label
    >`;
  }

  /** The copy as it is now; null until all that stands on it has come. */
  #made(): Copy | null {
    const {source, plan} = this;
    const records = this.#records.value;
    const isOpening = plan.sections.some(({root}) => source.docFor(root)?.state.kind === 'opening');
    if (source.facts === null || records === null || isOpening) return null;
    return {paper: readPaper(source, plan.sections, records), facts: source.facts, at: new Date()};
  }

  #focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  readonly #onPrint = (): void => this.requestUpdate();

  async #print(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    print();
  }

  #close(): void {
    this.dispatchEvent(new PlanScreenClose());
  }
}
