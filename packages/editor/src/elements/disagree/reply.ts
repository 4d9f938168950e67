import {html, nothing, type TemplateResult} from 'lit';
import type {Disagreement} from '../../records/disagreements.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import {wordsBox} from './boxes.ts';

/** What somebody does with what they wrote to a disagreement. */
export interface ReplyActs {
  /** Whether their own side opened it. */
  readonly isOwn: boolean;
  send(outcome: 'agreedNow' | 'stillDifferent' | null): void;
  withdraw(hideWords: boolean): void;
}

/** That it is agreed now, or taken back, only the side says that opened it. */
export function replyActs(acts: ReplyActs): TemplateResult {
  const act = (text: string, press: () => void) =>
    html`<button class="btn second" type="button" @click=${press}>${text}</button>`;
  return html`<button class="btn" type="button" @click=${() => acts.send(null)}>${say.send}</button>
    ${act(say.still, () => acts.send('stillDifferent'))}
    ${
      acts.isOwn
        ? html`${act(say.agreeNow, () => acts.send('agreedNow'))}
          ${act(say.withdraw, () => acts.withdraw(false))}
          ${act(say.withdrawWords, () => acts.withdraw(true))}`
        : nothing
    }`;
}

/** Where somebody says something to a disagreement, below what it is about. */
export function replyBody(
  one: Disagreement | null,
  value: string,
  write: (words: string) => void,
): TemplateResult {
  return html`${one === null ? nothing : html`<blockquote>${one.entries[0]?.words ?? one.quote}</blockquote>`}
  ${wordsBox('words', say.yours, value, write)}`;
}
