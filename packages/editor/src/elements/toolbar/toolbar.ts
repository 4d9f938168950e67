import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {RovingFocusController} from '../../controllers/roving-focus-controller.ts';
import {PlanCommandRun} from '../../events/command-run.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {toolbarStyles} from './toolbar.styles.ts';

/** What a button of the toolbar does. */
export type ToolName = PlanCommandRun['command'];

/** Whether a tool would do something now, and whether what it sets is on. */
export interface ToolState {
  readonly can: boolean;
  readonly on: boolean;
}

const WIDE: readonly ToolName[] = ['bold', 'italic', 'list', 'table', 'language', 'undo', 'redo'];
const NARROW: readonly ToolName[] = ['undo', 'list', 'done'];

/**
 * The tools of the part in focus: one tab stop, arrow keys inside, Esc back to the words.
 *
 * @summary Buttons that change the words in focus.
 * @event plan-command-run - The person asks to run a command.
 */
export class PlanToolbar extends LitElement {
  static override properties = {states: {attribute: false}, narrow: {type: Boolean, reflect: true}};
  static override styles = [base, toolbarStyles];
  declare states: Readonly<Partial<Record<ToolName, ToolState>>>;
  /** A phone: three tools above the keyboard. */
  declare narrow: boolean;
  readonly #roving = new RovingFocusController(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.tool'),
  ]);

  constructor() {
    super();
    this.states = {};
    this.narrow = false;
  }

  override focus(): void {
    this.#roving.focus();
  }

  protected override render(): TemplateResult {
    const names = this.narrow ? NARROW : WIDE;
    return html`<div class="bar" role="toolbar" aria-label=${words.tools.label}>
        ${names.map(name => this.#tool(name))}
      </div>
      ${this.#languages()}`;
  }

  #tool(name: ToolName): TemplateResult {
    const state = this.states[name] ?? {can: true, on: false};
    const toggles = name === 'bold' || name === 'italic' || name === 'list';
    return html`<button
      class="tool quiet ${state.on ? 'on' : ''}"
      type="button"
      aria-pressed=${toggles ? String(state.on) : nothing}
      aria-haspopup=${name === 'language' ? 'dialog' : nothing}
      aria-disabled=${state.can ? nothing : 'true'}
      @mousedown=${keepCaret}
      @click=${() => this.#run(name)}
    >
      ${words.tools[name]}
    </button>`;
  }

  #languages(): TemplateResult {
    const say = words.tools;
    return html`<dialog aria-labelledby="lt">
      <form method="dialog" @submit=${this.#onLanguage}>
        <h2 id="lt">${say.languageTitle}</h2>
        <p>${say.languageHint}</p>
        <label class="vh" for="lang">${say.language}</label>
        <select id="lang">
          ${say.languages.map(([code, name]) => html`<option value=${code}>${name}</option>`)}
        </select>
        <p class="acts">
          <button class="btn" value="set">${say.setLanguage}</button>
          <button class="btn second" value="clear">${say.clearLanguage}</button>
          <button class="quiet" value="cancel">${say.cancel}</button>
        </p>
      </form>
    </dialog>`;
  }

  #run(name: ToolName): void {
    if (this.states[name]?.can === false) return;
    if (name === 'language') this.renderRoot.querySelector('dialog')?.showModal();
    else this.dispatchEvent(new PlanCommandRun(name, null));
  }

  readonly #onLanguage = (event: SubmitEvent): void => {
    const choice = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'cancel';
    const code = this.renderRoot.querySelector('select')?.value ?? null;
    if (choice === 'set') this.dispatchEvent(new PlanCommandRun('language', code));
    if (choice === 'clear') this.dispatchEvent(new PlanCommandRun('language', null));
  };
}

/** A press with the mouse must not take the caret out of the words. */
function keepCaret(event: Event): void {
  event.preventDefault();
}
