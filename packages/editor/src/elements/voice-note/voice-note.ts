import {html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {soundOf} from '../../records/sound.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {voiceNote as say} from '../../words/en/voice-note.ts';
import {voiceNoteStyles} from './voice-note.styles.ts';

/**
 * What somebody said, in its place in the plan: its words, which stand inside it, and a button that plays it. The plan around it is
 * asked for the sound, when somebody wants to hear it.
 *
 * @summary A recording in the plan.
 * @slot - What it is, in words.
 */
export class VoiceNote extends LitElement {
  static override properties = {
    attachment: {},
    _isPlaying: {state: true},
    _problem: {state: true},
  };
  static override styles = [base, voiceNoteStyles];
  declare attachment: string;
  declare _isPlaying: boolean;
  declare _problem: string;
  #audio: HTMLAudioElement | null = null;

  constructor() {
    super();
    this.attachment = '';
    this._isPlaying = false;
    this._problem = '';
  }

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('attachment')) this.#stop();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>
      <button
        class="quiet"
        type="button"
        @keydown=${(event: Event) => event.stopPropagation()}
        @click=${() => void this.#press()}
      >
        ${this._isPlaying ? say.stop : say.play}
      </button>
      <span role="status">${this._problem}</span>`;
  }

  async #press(): Promise<void> {
    if (this._isPlaying) {
      this.#stop();
      return;
    }
    const {attachment} = this;
    this._problem = '';
    this._isPlaying = true;
    const http = httpAround(this);
    const sound = http === null ? null : await soundOf(http, attachment);
    // Stopped, or gone, or another one meanwhile.
    if (!this._isPlaying || !this.isConnected || attachment !== this.attachment) return;
    const audio = sound === null ? null : new Audio(URL.createObjectURL(sound));
    this.#audio = audio;
    audio?.addEventListener('ended', () => this.#stop());
    const isPlayed = await audio?.play().then(
      () => true,
      () => false,
    );
    if (isPlayed === true || this.#audio !== audio) return;
    this.#stop();
    this._problem = say.cannot;
  }

  #stop(): void {
    this._isPlaying = false;
    if (this.#audio === null) return;
    this.#audio.pause();
    URL.revokeObjectURL(this.#audio.src);
    this.#audio = null;
  }
}

/** The server of the plan in which an element stands: the editors' words stand outside every element that could be handed it. */
function httpAround(element: Element): PlanHttp | null {
  let at: Node | null = element;
  while (at !== null) {
    // Whatever has a source has it of the plan.
    const {source} = at as Node & {readonly source?: PlanSource | null};
    if (source?.http !== undefined) return source.http;
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
  return null;
}
