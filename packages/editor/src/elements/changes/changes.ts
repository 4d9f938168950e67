import type {RootName} from '@goldthread/schema';
import {html, LitElement, type TemplateResult} from 'lit';
import {PlanSectionOpen} from '../../events/section-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {clockTime} from '../../words/clock-time.ts';
import {words} from '../../words/words.ts';
import {changesStyles} from './changes.styles.ts';

/** One entry of "What changed": who, where, and when last. Never the words. */
export interface ChangeEntry {
  readonly who: string;
  readonly root: RootName;
  readonly part: string;
  readonly at: Date;
}

/**
 * @summary What others changed since this page was opened, newest first.
 * @event plan-section-open - The person asks to go to the part that changed.
 */
export class PlanChanges extends LitElement {
  static override properties = {entries: {attribute: false}};
  static override styles = [base, changesStyles];
  declare entries: readonly ChangeEntry[];

  constructor() {
    super();
    this.entries = [];
  }

  protected override render(): TemplateResult {
    const say = words.people;
    if (this.entries.length === 0)
      return html`<h2>${say.changed}</h2>
        <p>${say.noChanges}</p>`;
    return html`<h2>${say.changed}</h2>
      <ul>
        ${this.entries.map(
          entry =>
            html`<li>
              <button
                class="quiet"
                type="button"
                @click=${() => this.dispatchEvent(new PlanSectionOpen(entry.root, null))}
              >
                ${say.changedPart(entry.who, entry.part)}
              </button>
              <time>${clockTime(entry.at)}</time>
            </li>`,
        )}
      </ul>`;
  }
}
