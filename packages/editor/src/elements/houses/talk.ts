import {html, LitElement, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {houses as say} from '../../words/en/houses.ts';
import {stopIcon} from './icons.ts';
import {talkIcon} from './sound-icons.ts';
import {kid} from './kid.styles.ts';
import {hush} from './listen.ts';
import {picture} from './picture.ts';
import {sheet} from './sheet.styles.ts';
import {Recording, type Voice} from './sound.ts';

/** Press to talk, press to stop; then hear it, throw it away or say what it is. Tells by `talked` what there is now. */
export class ChildTalk extends LitElement {
  static override properties = {
    voice: {attribute: false},
    _recording: {state: true},
    _said: {state: true},
  };
  static override styles = [base, kid, sheet];
  /** What was recorded and isn't kept yet. */
  declare voice: Voice | null;
  declare _recording: Recording | 'asking' | null;
  declare _said: string;

  constructor() {
    super();
    this.voice = null;
    this._recording = null;
    this._said = '';
  }

  /** Nobody is listened to who has gone on; what was said until then is still there. */
  override disconnectedCallback(): void {
    if (this._recording instanceof Recording) this._recording.stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const {voice} = this;
    if (voice !== null) return this.#heard(voice);
    const isOn = this._recording instanceof Recording;
    return html`<p class="say" role="status">${isOn ? say.talking : this._said}</p>
      <button
        class="kid line"
        type="button"
        ?disabled=${this._recording === 'asking'}
        @click=${() => void this.#press()}
      >
        ${picture(isOn ? stopIcon : talkIcon)}${isOn ? say.pressStop : say.pressTalk}
      </button>`;
  }

  #heard(voice: Voice): TemplateResult {
    const name = (event: Event): void => {
      this.#tell({...voice, alt: (event.target as HTMLInputElement).value});
    };
    return html`<div class="row">
        <goldthread-play .bring=${() => Promise.resolve(voice.sound)}></goldthread-play>
        <button class="kid line" type="button" @click=${() => this.#tell(null)}>${say.throwAway}</button>
      </div>
      <label class="write"
        >${say.whatIsIt}<input type="text" maxlength="200" .value=${voice.alt} @input=${name} />
      </label>`;
  }

  async #press(): Promise<void> {
    if (this._recording instanceof Recording) {
      this._recording.stop();
      return;
    }
    hush();
    this._said = '';
    this._recording = 'asking';
    const begun = await Recording.begin();
    if (!(begun instanceof Recording)) {
      this._recording = null;
      this._said = begun === 'refused' ? say.micRefused : say.micMissing;
      return;
    }
    this._recording = begun;
    if (!this.isConnected) begun.stop();
    const recorded = await begun.done;
    this._recording = null;
    this.#tell({...recorded, alt: ''});
  }

  #tell(voice: Voice | null): void {
    this.voice = voice;
    this.dispatchEvent(new CustomEvent<Voice | null>('talked', {detail: voice}));
  }
}
