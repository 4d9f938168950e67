import {ContextConsumer} from '@lit/context';
import type {RootName} from '@goldthread/schema';
import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {itemActsContext} from '../../context/contexts.ts';
import {PlanScreenOpen, type ScreenName} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';

/**
 * Asks for a new private note in a part, where this person may write one, and in the houses for a session with the child.
 *
 * @summary A button for a private note.
 * @event plan-screen-open - The person asks for a private note or a session.
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
    const acts = this.#acts.value;
    if (!acts?.mayAddNote(this.mayWrite)) return nothing;
    const {adders, more} = words.plan;
    // Whoever may add notes where they only read works with the child.
    const holds = acts.mayAddNote(false) && this.root.startsWith('house:');
    return html`${this.#button('withhold', adders.note)}
    ${holds ? this.#button('session', more.screens.session) : nothing}`;
  }

  #button(screen: ScreenName, label: string): TemplateResult {
    return html`<button
      class="quiet"
      type="button"
      @click=${() => this.dispatchEvent(new PlanScreenOpen(screen, this.root))}
    >
      ${label}
    </button>`;
  }
}
