import {html, LitElement, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {houseNames as say} from '../../words/en/house-names.ts';
import {stopIcon} from './icons.ts';
import {kid} from './kid.styles.ts';
import {hush} from './listen.ts';
import {picture} from './picture.ts';
import {playIcon} from './sound-icons.ts';

/** One button that plays what somebody said, and stops it. */
export class ChildPlay extends LitElement {
  static override properties = {
    bring: {attribute: false},
    _isPlaying: {state: true},
    _said: {state: true},
  };
  static override styles = [base, kid];
  /** Brings the sound; `null` where it can't be had now. */
  declare bring: () => Promise<Blob | null>;
  declare _isPlaying: boolean;
  declare _said: string;
  #audio: HTMLAudioElement | null = null;

  constructor() {
    super();
    this._isPlaying = false;
    this._said = '';
  }

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<button class="kid line" type="button" @click=${() => void this.#press()}>
        ${picture(this._isPlaying ? stopIcon : playIcon)}${this._isPlaying ? say.stopPlaying : say.play}
      </button>
      <span role="status">${this._said}</span>`;
  }

  async #press(): Promise<void> {
    if (this._isPlaying) {
      this.#stop();
      return;
    }
    this._said = '';
    this._isPlaying = true;
    const sound = await this.bring();
    // Pressed again meanwhile.
    if (!this._isPlaying || !this.isConnected) return;
    hush();
    if (sound === null || !(await this.#play(sound))) {
      this.#stop();
      this._said = say.noSound;
    }
  }

  async #play(sound: Blob): Promise<boolean> {
    const audio = new Audio(URL.createObjectURL(sound));
    this.#audio = audio;
    audio.addEventListener('ended', () => this.#stop());
    return audio.play().then(
      () => true,
      // What this browser can't play, or was stopped before it began.
      () => this.#audio !== audio,
    );
  }

  #stop(): void {
    this._isPlaying = false;
    if (this.#audio === null) return;
    this.#audio.pause();
    URL.revokeObjectURL(this.#audio.src);
    this.#audio = null;
  }
}
