import {ContextConsumer} from '@lit/context';
import type {RootName} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {itemActsContext} from '../../context/contexts.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';

/**
 * Asks for a new private note in a part, where this person may write one.
 *
 * @summary A button for a private note.
 * @event plan-screen-open - The person asks for a private note.
 */
export class NoteAdder extends LitElement {
  static override properties = {root: {attribute: false}, mayWrite: {type: Boolean}};
  static override styles = [base];
  declare root: RootName;
  /** The person may write in the part. */
  declare mayWrite: boolean;
  readonly #acts = new ContextConsumer(this, {context: itemActsContext, subscribe: true});

  constructor() {
    super();
    this.mayWrite = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#acts.value?.mayAddNote(this.mayWrite) !== true) return nothing;
    return html`<button
      class="quiet"
      type="button"
      @click=${() => this.dispatchEvent(new PlanScreenOpen('withhold', this.root))}
    >
      ${words.plan.adders.note}
    </button>`;
  }
}
