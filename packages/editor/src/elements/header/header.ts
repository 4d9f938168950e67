import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanPanelOpen} from '../../events/panel-open.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import type {SaveState} from '../../sync/save-state.ts';
import {words} from '../../words/words.ts';
import type {SaveLine} from '../save-line/save-line.ts';
import {headerStyles} from './header.styles.ts';

/**
 * @summary The plan's name with the save line below it, who is looking, the help line, and settings.
 * @event plan-panel-open - The person asks for settings or help.
 * @event plan-screen-open - The person asks for the meeting view.
 */
export class PlanHeader extends LitElement {
  static override properties = {
    facts: {attribute: false},
    save: {attribute: false},
    helpLine: {attribute: 'help-line'},
    helpName: {attribute: 'help-name'},
    narrow: {type: Boolean, reflect: true},
    canGoBack: {type: Boolean, reflect: true, attribute: 'can-go-back'},
    canMeet: {type: Boolean},
  };
  static override styles = [base, headerStyles];
  declare facts: PlanFacts | null;
  declare save: SaveState;
  /** The phone number of the council's help line. */
  declare helpLine: string;
  /** Whose help line it is. */
  declare helpName: string;
  declare narrow: boolean;
  /** A page of a phone that was opened from the first page. */
  declare canGoBack: boolean;
  /** The person may show the plan to a room. */
  declare canMeet: boolean;

  constructor() {
    super();
    this.facts = null;
    this.save = {kind: 'connecting'};
    this.helpLine = '';
    this.helpName = '';
    this.narrow = false;
    this.canGoBack = false;
    this.canMeet = false;
  }

  /** Says of saving what is true now, where nothing else of the header is another: two times with each key. */
  showSave(save: SaveState): void {
    const line = this.renderRoot.querySelector<SaveLine>('goldthread-save-line');
    if (line === null) this.save = save;
    else line.state = save;
  }

  protected override render(): TemplateResult {
    const say = words.plan;
    return html`<header class="top">
      ${this.canGoBack ? this.#button('home', say.back) : nothing}
      <div class="name">
        ${this.facts === null || this.canGoBack ? nothing : html`<h1>${say.title(this.facts.childName)}</h1>`}
        <goldthread-save-line .state=${this.save} ?short=${this.narrow}></goldthread-save-line>
      </div>
      ${this.narrow ? this.#help() : html`${this.#who()}${this.canMeet ? this.#meet() : nothing}${this.#helpLine()}${this.#settings()}`}
    </header>`;
  }

  #who(): TemplateResult | typeof nothing {
    if (this.facts === null) return nothing;
    const {me, stage} = this.facts;
    const role = me.relationship === '' ? words.people.roles[me.role] : me.relationship;
    return html`<p class="who">${words.plan.stages[stage]}<br /><b>${me.name}</b>, ${role}</p>`;
  }

  #meet(): TemplateResult {
    return html`<button
      class="btn second"
      type="button"
      @click=${() => this.dispatchEvent(new PlanScreenOpen('room'))}
    >
      ${words.plan.more.screens.room}
    </button>`;
  }

  #helpLine(): TemplateResult | typeof nothing {
    if (this.helpLine === '') return nothing;
    return html`<p class="who">
      ${this.helpName === '' ? words.plan.helpLine : this.helpName}<br /><b>${this.helpLine}</b>
    </p>`;
  }

  #settings(): TemplateResult {
    return html`<span class="acts">
      ${this.#button('help', words.plan.help)}${this.#button('settings', words.plan.settings)}
    </span>`;
  }

  #help(): TemplateResult {
    return this.#button('help', words.plan.help);
  }

  #button(panel: 'help' | 'settings' | 'home', label: string): TemplateResult {
    return html`<button
      class="quiet"
      type="button"
      @click=${() => this.dispatchEvent(new PlanPanelOpen(panel))}
    >
      ${label}
    </button>`;
  }
}
