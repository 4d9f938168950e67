import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {assertNever} from '@goldthread/schema';
import {PlanSaveRetry} from '../../events/save-retry.ts';
import {PlanWordsCopy} from '../../events/words-copy.ts';
import {base} from '../../styles/shared-sheets.ts';
import type {SaveState} from '../../sync/save-state.ts';
import {clockTime} from '../../words/clock-time.ts';
import {words} from '../../words/words.ts';
import {marks} from '../marks.ts';
import {saveLineStyles} from './save-line.styles.ts';

const SETTLE_MS = 500;

/**
 * The one line that says whether words are saved. Bad news shows at once; good news waits half a second, so that the
 * line stands still while somebody types and never says "saved" too early.
 *
 * @summary Says whether everything typed is stored.
 * @event plan-save-retry - The person asks to try again.
 * @event plan-words-copy - The person asks for a copy of the words that are not saved.
 */
export class SaveLine extends LitElement {
  static override properties = {state: {attribute: false}, short: {type: Boolean}, _shown: {state: true}};
  static override styles = [base, saveLineStyles];
  /** What is true of the words now. */
  declare state: SaveState;
  /** Use few words, for a phone. */
  declare short: boolean;
  declare _shown: SaveState;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #wasSaved = false;

  constructor() {
    super();
    this.state = {kind: 'connecting'};
    this._shown = this.state;
    this.short = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWaiting();
  }

  /** Words are being saved and are saved with each key, of which the line mostly shows nothing. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const shown = this._shown;
    if (changed.has('state')) this.#follow();
    return shown !== this._shown || changed.has('_shown') || changed.has('short');
  }

  #follow(): void {
    this.#stopWaiting();
    this.#wasSaved ||= this.state.kind === 'saved';
    // What is sent while the plan opens is no work of this person's yet.
    if (this.state.kind === 'saving' && !this.#wasSaved) {
      this._shown = {kind: 'connecting'};
      return;
    }
    if (!isRest(this.state) || !isUnderWay(this._shown)) {
      if (this.state.kind !== 'saving' || this._shown.kind !== 'saving') this._shown = this.state;
      return;
    }
    this.#timer = setTimeout(() => (this._shown = this.state), SETTLE_MS);
  }

  protected override render(): TemplateResult {
    const {mark, text} = this.#line(this._shown);
    const failed = this._shown.kind === 'notSaved';
    return html`<p class="line ${this._shown.kind}" role=${failed ? 'alert' : nothing}>
        ${mark}<span>${text}</span>
      </p>
      ${failed ? this.#actions() : nothing}`;
  }

  #actions(): TemplateResult {
    return html`<p class="acts">
      <button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanSaveRetry())}>
        ${words.save.tryAgain}
      </button>
      <button class="quiet" type="button" @click=${() => this.dispatchEvent(new PlanWordsCopy())}>
        ${words.save.copyWords}
      </button>
    </p>`;
  }

  #line(state: SaveState): {mark: TemplateResult; text: string} {
    const say = words.save;
    switch (state.kind) {
      case 'connecting':
        return {mark: marks.wait, text: say.connecting};
      case 'nothingToSave':
        return {mark: marks.tick, text: this.short ? say.nothingToSaveShort : say.nothingToSave};
      case 'saving':
        return {mark: marks.wait, text: say.saving};
      case 'saved': {
        const time = clockTime(state.at);
        return {mark: marks.tick, text: this.short ? say.savedShort(time) : say.saved(time)};
      }
      case 'onlyOnThisDevice': {
        if (state.isUnderWay) return {mark: marks.wait, text: say.onlyHereSoon};
        const long = state.keptAcrossReload ? say.onlyHere : say.onlyThisPage;
        const few = state.keptAcrossReload ? say.onlyHereShort : say.onlyThisPageShort;
        return {mark: marks.device, text: this.short ? few : long};
      }
      case 'notSaved':
        return {mark: marks.stop, text: this.short ? say.notSavedShort : say.notSaved(state.sentence)};
      default:
        return assertNever(state);
    }
  }

  #stopWaiting(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** Good news, which waits until typing rests. */
function isRest(state: SaveState): boolean {
  return state.kind === 'saved' || (state.kind === 'onlyOnThisDevice' && !state.isUnderWay);
}

function isUnderWay(state: SaveState): boolean {
  return state.kind === 'saving' || (state.kind === 'onlyOnThisDevice' && state.isUnderWay);
}
