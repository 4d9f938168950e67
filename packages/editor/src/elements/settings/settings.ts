import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {DEFAULT_SETTINGS} from '../../controllers/settings-store.ts';
import {PlanScreenOpen} from '../../events/screen-open.ts';
import {PlanScreenClose} from '../../events/screen-close.ts';
import type {Settings} from '../../events/settings-change.ts';
import {PlanSettingsChange} from '../../events/settings-change.ts';
import {PlanSignOut} from '../../events/sign-out.ts';
import {base} from '../../styles/shared-sheets.ts';
import {settings} from '../../words/en/settings.ts';
import {settingsStyles} from './settings.styles.ts';

type ChoiceName = 'textSize' | 'spacing' | 'theme' | 'announce';
type SwitchName = 'lessMotion' | 'everything' | 'joins' | 'quiet';

/**
 * @summary A person's own choices for reading, which take effect at once.
 * @event plan-settings-change - A choice was made.
 * @event plan-sign-out - The person asks to sign out.
 * @event plan-screen-open - The person asks for their passkey.
 * @event plan-screen-close - The person has closed the settings.
 */
export class PlanSettings extends LitElement {
  static override properties = {
    settings: {attribute: false},
    canSignOut: {type: Boolean},
    canKeepPasskey: {type: Boolean},
  };
  static override styles = [base, settingsStyles];
  declare settings: Settings;
  declare canSignOut: boolean;
  /** It is sure who sits here, so a passkey can be made. */
  declare canKeepPasskey: boolean;

  constructor() {
    super();
    this.settings = DEFAULT_SETTINGS;
    this.canSignOut = false;
    this.canKeepPasskey = false;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const say = settings;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new PlanScreenClose())}>
      <form method="dialog">
        <h2 id="title">${say.title}</h2>
        <p class="intro">${say.intro}</p>
        ${this.#choice('textSize', say.textSize, say.textSizes)}
        ${this.#choice('spacing', say.spacing, say.spacings)} ${this.#choice('theme', say.theme, say.themes)}
        ${this.#choice('announce', say.announce, say.announceLevels)} ${this.#switch('joins', say.joins, '')}
        ${this.#switch('lessMotion', say.motion, say.motionHint)}
        ${this.#switch('quiet', say.quiet, say.quietHint)}
        ${this.#switch('everything', say.everything, say.everythingHint)}
        <p class="acts">
          <button class="btn" type="submit">${say.close}</button>
          ${
            this.canKeepPasskey
              ? html`<button
                  class="quiet"
                  type="button"
                  @click=${() => this.dispatchEvent(new PlanScreenOpen('passkey'))}
                >
                  ${say.passkey}
                </button>`
              : nothing
          }
          ${
            this.canSignOut
              ? html`<button
                  class="quiet"
                  type="button"
                  @click=${() => this.dispatchEvent(new PlanSignOut())}
                >
                  ${say.signOut}
                </button>`
              : nothing
          }
        </p>
      </form>
    </dialog>`;
  }

  #choice(name: ChoiceName, legend: string, options: Readonly<Record<string, string>>): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="options">
        ${Object.entries(options).map(
          ([value, text]) =>
            html`<label>
              <input
                type="radio"
                name=${name}
                value=${value}
                .checked=${this.settings[name] === value}
                @change=${() => this.#set({[name]: value})}
              />
              ${text}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #switch(name: SwitchName, label: string, hint: string): TemplateResult {
    return html`<label class="switch">
      <input
        type="checkbox"
        name=${name}
        .checked=${this.settings[name]}
        @change=${() => this.#set({[name]: !this.settings[name]})}
      />
      <span>${label}${hint === '' ? nothing : html`<small>${hint}</small>`}</span>
    </label>`;
  }

  #set(change: Readonly<Record<string, unknown>>): void {
    this.settings = {...this.settings, ...change};
    this.dispatchEvent(new PlanSettingsChange(this.settings));
  }
}
