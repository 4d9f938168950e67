import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanScreenOpen, type ListedScreen} from '../../events/screen-open.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {differs} from '../differs.ts';
import {outlineStyles} from '../outline/outline.styles.ts';

/**
 * @summary The ways to who sees what, below the parts of the plan.
 * @event plan-screen-open - The person asks for one of them.
 */
export class PlanMore extends LitElement {
  static override properties = {screens: {attribute: false, hasChanged: differs}};
  static override styles = [
    base,
    outlineStyles,
    css`
      nav {
        margin-top: var(--s4);
      }
    `,
  ];
  declare screens: readonly ListedScreen[];

  constructor() {
    super();
    this.screens = [];
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.screens.length === 0) return nothing;
    const say = words.plan.more;
    return html`<nav aria-label=${say.title}>
      <h2>${say.title}</h2>
      <ul>
        ${this.screens.map(
          screen =>
            html`<li>
              <button type="button" @click=${() => this.dispatchEvent(new PlanScreenOpen(screen))}>
                <b></b><span>${say.screens[screen]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </nav>`;
  }
}
