import type {RootName} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanPanelOpen} from '../../events/panel-open.ts';
import {PlanScreenOpen, type ListedScreen} from '../../events/screen-open.ts';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import type {ChangeEntry} from '../changes/changes.ts';
import {differs} from '../differs.ts';
import type {OutlineEntry} from '../outline/outline.ts';
import {familyHomeStyles} from './family-home.styles.ts';

/**
 * The first page of a parent or carer on a phone. A card stands here only while it is true.
 *
 * @summary The family's first page: read, write, who sees it, and the parts in plain names.
 * @event plan-section-open - The person asks to go to a part.
 * @event plan-panel-open - The person asks who is on the plan.
 * @event plan-screen-open - The person asks for who sees what.
 */
export class FamilyHome extends LitElement {
  static override properties = {
    firstName: {type: String},
    childName: {type: String},
    entries: {attribute: false},
    screens: {attribute: false, hasChanged: differs},
    ownRoot: {attribute: false},
    lastRoot: {attribute: false},
    changes: {attribute: false},
    helpLine: {attribute: 'help-line'},
  };
  static override styles = [base, familyHomeStyles];
  declare firstName: string;
  declare childName: string;
  declare entries: readonly OutlineEntry[];
  /** What this person may open besides the plan. */
  declare screens: readonly ListedScreen[];
  /** The part for this person's own words, where they may write there now. */
  declare ownRoot: RootName | null;
  /** The part they read last on this device. */
  declare lastRoot: RootName | null;
  declare changes: readonly ChangeEntry[];
  declare helpLine: string;

  constructor() {
    super();
    this.firstName = '';
    this.childName = '';
    this.entries = [];
    this.screens = [];
    this.ownRoot = null;
    this.lastRoot = null;
    this.changes = [];
    this.helpLine = '';
  }

  /** Puts the focus on the greeting, as after "Back". */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  protected override render(): TemplateResult {
    const say = words.family;
    return html`<div class="home">
      <h1 tabindex="-1">${say.hello(this.firstName)}</h1>
      ${this.#read()} ${this.ownRoot === null ? nothing : this.#write(this.ownRoot)}
      ${this.changes.length === 0 ? nothing : this.#changed()} ${this.#who()} ${this.#parts()}
      ${this.screens.length === 0 ? nothing : this.#more()}
      ${
        this.helpLine === ''
          ? nothing
          : html`<p class="stuck">
              ${say.stuck} <a href="tel:${this.helpLine.replaceAll(' ', '')}">${this.helpLine}</a>
            </p>`
      }
    </div>`;
  }

  #read(): TemplateResult {
    const say = words.family;
    const last = this.entries.find(entry => entry.root === this.lastRoot);
    const to = last ?? this.entries[0];
    return html`<section class="card" aria-labelledby="read">
      <h2 id="read">${say.readTitle}</h2>
      <p class="ask">${say.readAsk(this.childName)}</p>
      <p class="note">${last === undefined ? say.readNote : say.lastIn(last.title)}</p>
      ${to === undefined ? nothing : html`<button class="btn" type="button" @click=${() => this.#open(to.root)}>${last === undefined ? say.start : say.carryOn}</button>`}
    </section>`;
  }

  #write(root: RootName): TemplateResult {
    const say = words.family;
    return html`<section class="card" aria-labelledby="write">
      <h2 id="write">${say.writeTitle}</h2>
      <p>${say.writeAsk(this.childName)} ${say.writeNote}</p>
      <button class="quiet" type="button" @click=${() => this.#open(root)}>${say.write}</button>
    </section>`;
  }

  #changed(): TemplateResult {
    return html`<section class="card" aria-labelledby="changed">
      <h2 id="changed">${words.family.changedTitle}</h2>
      <ul>
        ${this.changes.slice(0, 3).map(
          change =>
            html`<li>
              <button class="quiet" type="button" @click=${() => this.#open(change.root)}>
                ${words.people.changedPart(change.who, change.part)}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #who(): TemplateResult {
    const say = words.family;
    return html`<section class="card" aria-labelledby="who">
      <h2 id="who">${say.whoTitle}</h2>
      <p>${say.who}</p>
      <button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanPanelOpen('people'))}>
        ${say.whoMore}
      </button>
    </section>`;
  }

  #parts(): TemplateResult {
    return html`<section class="parts" aria-labelledby="parts">
      <h2 id="parts">${words.family.partsTitle}</h2>
      <ul>
        ${this.entries.map(
          entry =>
            html`<li>
              <button type="button" @click=${() => this.#open(entry.root)}>
                <span
                  >${entry.title}${entry.letter === '' ? nothing : html` <small>(${entry.letter})</small>`}</span
                >
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #more(): TemplateResult {
    const say = words.plan.more;
    return html`<section class="parts" aria-labelledby="more">
      <h2 id="more">${say.title}</h2>
      <ul>
        ${this.screens.map(
          screen =>
            html`<li>
              <button type="button" @click=${() => this.dispatchEvent(new PlanScreenOpen(screen))}>
                <span>${say.screens[screen]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #open(root: RootName): void {
    this.dispatchEvent(new PlanSectionOpen(root, null));
  }
}
