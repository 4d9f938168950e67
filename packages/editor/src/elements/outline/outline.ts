import type {RootName} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {differs} from '../differs.ts';
import {outlineStyles} from './outline.styles.ts';

/** One line of the outline. */
export interface OutlineEntry {
  readonly root: RootName;
  readonly letter: string;
  readonly title: string;
  readonly group: 'statutory' | 'safety' | 'house';
  /** What holds of it now, in words: "Wren is here". Shown where it is not empty. */
  readonly state: string;
}

/**
 * @summary The parts of the plan in plain names, and the part that the person is in.
 * @event plan-section-open - The person asks to go to a part.
 */
export class PlanOutline extends LitElement {
  static override properties = {
    entries: {attribute: false, hasChanged: differs},
    current: {attribute: false},
  };
  static override styles = [base, outlineStyles];
  declare entries: readonly OutlineEntry[];
  declare current: RootName | null;

  constructor() {
    super();
    this.entries = [];
    this.current = null;
  }

  /** Puts the focus on the line of the part that the person is in. */
  override focus(): void {
    const lines = this.renderRoot;
    const line =
      lines.querySelector<HTMLElement>('[aria-current]') ?? lines.querySelector<HTMLElement>('button');
    line?.focus();
  }

  protected override render(): TemplateResult {
    return html`<nav aria-label=${words.plan.parts}>
      ${this.#group(words.plan.thePlan, 'statutory')} ${this.#group(words.plan.houses, 'house')}
      ${this.#group(words.plan.safetyMap, 'safety')}
    </nav>`;
  }

  #group(title: string, group: OutlineEntry['group']): TemplateResult | typeof nothing {
    const entries = this.entries.filter(entry => entry.group === group);
    if (entries.length === 0) return nothing;
    return html`<h2>${title}</h2>
      <ul>
        ${entries.map(entry => html`<li>${this.#line(entry)}</li>`)}
      </ul>`;
  }

  #line(entry: OutlineEntry): TemplateResult {
    const current = entry.root === this.current;
    return html`<button
      type="button"
      aria-current=${current ? 'location' : nothing}
      @click=${() => this.dispatchEvent(new PlanSectionOpen(entry.root, null))}
    >
      <b>${entry.letter}</b>
      <span>${entry.title}${entry.state === '' ? nothing : html`<small>${entry.state}</small>`}</span>
    </button>`;
  }
}
