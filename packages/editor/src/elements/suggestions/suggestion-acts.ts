import {html, nothing, type TemplateResult} from 'lit';
import type {Proposal} from '../../records/proposals.ts';
import {suggest as say} from '../../words/en/suggest.ts';
import type {Standing} from './standing-words.ts';

type Choice = Proposal['choices'][number];

/** What the buttons of a suggestion lead to. */
export interface SuggestionActs {
  /** Asks why not, or no more. */
  refuse(): void;
  answer(choice: Exclude<Choice, 'refuse'>): void;
}

/** What this person may do about a suggestion, as buttons that name whose it is. */
export function suggestionActs(
  {choices, name}: Proposal,
  {saw, isSame}: Standing,
  acts: SuggestionActs,
): TemplateResult | typeof nothing {
  // What can't go in as it is, or says what stands there, is nothing to say yes to.
  const shown = choices.filter(choice => choice !== 'accept' || (saw !== null && !isSame));
  if (shown.length === 0) return nothing;
  return html`<p class="acts">
    ${shown.map(
      choice =>
        html`<button
          class="${choice} ${LOOKS[choice]}"
          type="button"
          aria-label=${choice === 'withdraw' ? say.withdraw : say.namedChoice(say[choice], name)}
          @click=${() => {
            if (choice === 'refuse') acts.refuse();
            else acts.answer(choice);
          }}
        >
          ${say[choice]}
        </button>`,
    )}
  </p>`;
}

const LOOKS: Readonly<Record<Choice, string>> = {
  accept: 'btn',
  counter: 'btn second',
  refuse: 'quiet',
  withdraw: 'quiet',
};
