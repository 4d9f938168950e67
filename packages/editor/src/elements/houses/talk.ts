import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import {base} from '../../styles/shared-sheets.ts';
import {houses as say} from '../../words/en/houses.ts';
import {stopIcon} from './icons.ts';
import {talkIcon} from './sound-icons.ts';
import {kid} from './kid.styles.ts';
import {canGrow, joined} from './join-sounds.ts';
import {hush} from './listen.ts';
import {picture} from './picture.ts';
import {sheet} from './sheet.styles.ts';
import {Recording, type Voice} from './sound.ts';

/** One below the other; and that somebody listens: a bar that moves where things may move. */
const talk = css`
  :host {
    display: grid;
    justify-items: start;
    gap: 1rem;
  }
  .write {
    justify-self: stretch;
  }
  .heard {
    justify-self: stretch;
    height: 1.5rem;
    border: 2px solid var(--ink);
    border-radius: var(--r-child);
    background: linear-gradient(var(--leaf), var(--leaf)) no-repeat 0 0 / 30% 100%;
    animation: heard calc(var(--calm) * 8) ease-in-out infinite alternate;
  }
  @keyframes heard {
    to {
      background-size: 100% 100%;
    }
  }
`;

/**
 * Press to talk, press to stop; then hear it, say more, throw it away or say what it is. Tells by `heard` each part of what is being
 * said, and by `talked` what there is now.
 */
export class ChildTalk extends LitElement {
  static override properties = {
    voice: {attribute: false},
    _recording: {state: true},
    _said: {state: true},
  };
  static override styles = [base, kid, sheet, talk];
  /** What was recorded and isn't kept yet. */
  declare voice: Voice | null;
  declare _recording: Recording | 'asking' | null;
  declare _said: string;
  #isAsked = false;

  constructor() {
    super();
    this.voice = null;
    this._recording = null;
    this._said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#hidden);
  }

  /** Nobody is listened to who has gone on; what was said until then is still there. */
  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#hidden);
    this.#stop(true);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const {voice} = this;
    if (voice !== null && this._recording === null) return this.#heard(voice);
    const isOn = this._recording instanceof Recording;
    return html`<p class="say" role="status">${isOn ? say.talking : this._said}</p>
      <button
        class="kid line"
        type="button"
        ?disabled=${this._recording === 'asking'}
        @click=${() => void this.#press()}
      >
        ${picture(isOn ? stopIcon : talkIcon)}${isOn ? say.pressStop : say.pressTalk}
      </button>
      ${isOn ? html`<div class="heard" aria-hidden="true"></div>` : nothing}`;
  }

  #heard(voice: Voice): TemplateResult {
    const name = (event: Event): void => {
      this.#tell({...voice, alt: (event.target as HTMLInputElement).value});
    };
    return html`<p class="say" role="status">${this._said}</p>
      <div class="row">
        <goldthread-play .bring=${() => Promise.resolve(voice.sound)}></goldthread-play>
        ${
          canGrow(voice.sound)
            ? html`<button class="kid line" type="button" @click=${() => void this.#press()}>
                ${picture(talkIcon)}${say.sayMore}
              </button>`
            : nothing
        }
        <button class="kid line" type="button" @click=${() => this.#throwAway()}>${say.throwAway}</button>
      </div>
      <label class="write"
        >${say.whatIsIt}<input type="text" maxlength="200" .value=${voice.alt} @input=${name} />
      </label>`;
  }

  async #press(): Promise<void> {
    if (this.#stop(true)) return;
    hush();
    this._said = '';
    this._recording = 'asking';
    const {voice} = this;
    const begun = await Recording.begin(part => this.#part(part), voice?.seconds ?? 0);
    if (!(begun instanceof Recording)) {
      this._recording = null;
      this._said = begun === 'refused' ? say.micRefused : say.micMissing;
      return;
    }
    this._recording = begun;
    this.#isAsked = false;
    if (!this.isConnected) this.#stop(true);
    this.#hidden();
    const recorded = await begun.done;
    this._recording = null;
    await this.#add(voice, recorded);
  }

  /** Puts what was recorded behind what was there before. What was there before is never lost by it. */
  async #add(before: Voice | null, {sound, seconds}: Omit<Voice, 'alt'>): Promise<void> {
    const all = before === null || sound.size === 0 ? sound : await joined(before.sound, sound);
    if (all === null || all.size === 0) {
      this._said = all === null ? say.wrong : say.micMissing;
      this.#tell(before);
      return;
    }
    if (!this.#isAsked) this._said = say.cut;
    this.#tell({sound: all, seconds: seconds + (before?.seconds ?? 0), alt: before?.alt ?? ''});
  }

  /** Whether there was anything to stop; what is `asked` for needs no words. */
  #stop(asked: boolean): boolean {
    if (!(this._recording instanceof Recording)) return false;
    this.#isAsked ||= asked;
    this._recording.stop();
    return true;
  }

  /** Nobody listens behind another page or a dark screen. */
  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.#stop(false);
  };

  #throwAway(): void {
    this._said = '';
    this.#tell(null);
  }

  #part(part: Blob): void {
    this.dispatchEvent(new CustomEvent<Blob>('heard', {detail: part}));
  }

  #tell(voice: Voice | null): void {
    this.voice = voice;
    this.dispatchEvent(new CustomEvent<Voice | null>('talked', {detail: voice}));
  }
}
