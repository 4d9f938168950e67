import {css, html, LitElement, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {map as say} from '../../words/en/map.ts';

/**
 * The name of the map, and the way back to the plan.
 *
 * @summary The head of a safety map.
 * @event back - The person asks for the plan.
 */
export class MapHead extends LitElement {
  static override properties = {childName: {attribute: false}};
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2) var(--s5);
        padding-block: var(--s4) var(--s2);
      }
      h1 {
        font-size: var(--fs-h2);
        overflow-wrap: anywhere;
      }
    `,
  ];
  declare childName: string;

  constructor() {
    super();
    this.childName = '';
  }

  /** Puts the focus on the name, as after the map was opened. */
  override focus(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<h1 tabindex="-1">${say.title(this.childName)}</h1>
      <button class="btn second" type="button" @click=${() => this.dispatchEvent(new Event('back'))}>
        ${say.back}
      </button>`;
  }
}
