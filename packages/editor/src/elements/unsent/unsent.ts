import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {PlanUnsentDiscard} from '../../events/unsent-discard.ts';
import {PlanUnsentPutBack} from '../../events/unsent-put-back.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {differs} from '../differs.ts';
import {unsentStyles} from './unsent.styles.ts';

/** Words that were typed and are not in the plan. */
export interface KeptWords {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  /** The part in which they were typed, in plain words; may be empty. */
  readonly part: string;
  readonly canPutBack: boolean;
  /** The writer may decide that the words stand there all the same. */
  readonly asks: boolean;
}

/**
 * @summary Words that could not be stored, kept in front of the person who wrote them.
 * @event plan-unsent-put-back - The person asks to put the words back into the plan.
 * @event plan-screen-open - The person may decide that the words stand there all the same.
 * @event plan-unsent-discard - The person no longer needs the words.
 */
export class PlanUnsent extends LitElement {
  static override properties = {kept: {attribute: false, hasChanged: differs}, _copied: {state: true}};
  static override styles = [base, unsentStyles];
  declare kept: readonly KeptWords[];
  declare _copied: string | null;

  constructor() {
    super();
    this.kept = [];
    this._copied = null;
  }

  protected override render(): TemplateResult {
    if (this.kept.length === 0) return html`${nothing}`;
    const say = words.access;
    return html`<section class="tray" aria-labelledby="title">
      <h2 id="title">${say.unsentTitle}</h2>
      <p>${say.unsentIntro}</p>
      <ul>
        ${this.kept.map(one => this.#entry(one))}
      </ul>
    </section>`;
  }

  #entry(one: KeptWords): TemplateResult {
    const say = words.access;
    return html`<li>
      ${one.part === '' ? nothing : html`<h3>${say.unsentFrom(one.part)}</h3>`}
      <p class="why">${one.why}</p>
      <blockquote>${one.text}</blockquote>
      <p class="acts">
        <button class="quiet" type="button" @click=${() => this.#copy(one)}>
          ${this._copied === one.id ? say.copied : say.copy}
        </button>
        ${
          one.canPutBack
            ? html`<button
                class="quiet"
                type="button"
                @click=${() => this.dispatchEvent(new PlanUnsentPutBack(one.id))}
              >
                ${say.putBack}
              </button>`
            : nothing
        }
        ${
          one.asks
            ? html`<button
                class="quiet"
                type="button"
                @click=${() => this.dispatchEvent(new PlanScreenOpen('copies'))}
              >
                ${say.decide}
              </button>`
            : nothing
        }
        <button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanUnsentDiscard(one.id))}>
          ${say.letGo}
        </button>
      </p>
    </li>`;
  }

  async #copy(one: KeptWords): Promise<void> {
    await navigator.clipboard.writeText(one.text);
    this._copied = one.id;
  }
}
