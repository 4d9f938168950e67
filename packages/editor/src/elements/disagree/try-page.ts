import {TRY_MEANS, type TryMeans} from '@goldthread/schema';
import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {PlanParty} from '../../records/positions.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import type {ScreenPage} from '../screen/page.ts';
import {choiceBox, wordsBox} from './boxes.ts';

/** What somebody is about to note of asking a side. */
interface TryDraft {
  readonly to: string;
  readonly on: string;
  readonly means: TryMeans;
  /** What was offered. */
  readonly words: string;
}

const NO_TRY: TryDraft = {to: '', on: '', means: 'letter', words: ''};

/** What comes of it. */
interface TryActs {
  readonly save: () => void;
  /** Draws what is asked below what is wrong with it. */
  readonly frame: (body: TemplateResult) => TemplateResult;
  readonly back: () => void;
}

/** Who was asked, on which day, how, and what was offered, while it is written down. */
export class TryInHand {
  readonly #host: ReactiveControllerHost;
  #draft = NO_TRY;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** It, once it says who and when. */
  get whole(): TryDraft | null {
    return this.#draft.on === '' || this.#draft.to === '' ? null : this.#draft;
  }

  clear(): void {
    this.#draft = NO_TRY;
  }

  page(sides: readonly PlanParty[], acts: TryActs): ScreenPage {
    const change = (what: Partial<TryDraft>): void => {
      this.#draft = {...this.#draft, ...what};
      this.#host.requestUpdate();
    };
    return {
      heading: say.note,
      body: acts.frame(tryForm(this.#draft, sides, change)),
      acts: html`<button class="btn" type="button" @click=${acts.save}>${say.save}</button>`,
      back: acts.back,
    };
  }
}

function tryForm(
  draft: TryDraft,
  sides: readonly PlanParty[],
  change: (what: Partial<TryDraft>) => void,
): TemplateResult {
  const whom = [['', ''] as const, ...sides.map(({key, name}) => [key, name] as const)];
  const how = TRY_MEANS.map(one => [one, say.means[one]] as const);
  return html`<p class="hint">${say.askedHint}</p>
    ${choiceBox('to', say.whom, whom, draft.to, to => change({to}))}
    <label class="label" for="on">${say.day}</label>
    <input
      id="on"
      type="date"
      .value=${draft.on}
      @input=${({target}: Event) => {
        if (target instanceof HTMLInputElement) change({on: target.value});
      }}
    />
    ${choiceBox('means', say.how, how, draft.means, value => {
      change({means: TRY_MEANS.find(one => one === value) ?? draft.means});
    })}
    ${wordsBox('words', say.offer, draft.words, words => change({words}))}
    <p class="note">${say.offerHint}</p>`;
}
