import {stancesOf, type CopyReason, type Stance} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {agree as say} from '../../words/en/agree.ts';
import {agreeChild} from '../../words/en/agree-child.ts';
import type {PlanParty, Position} from '../../records/positions.ts';
import {isFamily} from '../plan/view-model.ts';
import {copyReasonChoice} from '../screen/copy-reason-choice.ts';
import {stanceMarks} from './stance-marks.ts';

/** What somebody is told after an answer was not taken, or was. */
export type Told =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'saved'}
  | {readonly kind: 'problem'; readonly sentence: string}
  | {readonly kind: 'copied'; readonly stance: Stance};

/** What the questions are drawn from, and what they lead to. */
export interface AnswerForm {
  readonly facts: PlanFacts;
  readonly party: PlanParty;
  readonly mine: Position | undefined;
  /** What is in the box. */
  readonly words: string;
  readonly told: Told;
  /** Whether not everybody reads the item. */
  readonly isPrivate: boolean;
  write(words: string): void;
  answer(stance: Stance, copyReason?: CopyReason): void;
  saveWords(): void;
  /** Leads to the record of what people don't agree on. */
  disagree(): void;
}

type Choice = Exclude<Stance, 'notAsked' | 'noAnswer'>;

/** Whether a stance is one that somebody takes, not one that says that there is none. */
export function isChoice(stance: Stance): stance is Choice {
  return stance !== 'notAsked' && stance !== 'noAnswer';
}

/** The questions to whoever answers: a press is an answer, words are a gift. */
export function answerForm(form: AnswerForm): TemplateResult {
  const {facts, party, mine} = form;
  const isChild = facts.me.role === 'child';
  const speak = isChild ? agreeChild : say;
  return html`<div class="form ${isFamily(facts) ? 'family' : ''}" role="group" aria-labelledby="question">
    <p id="question">${speak.ask}</p>
    ${isChild ? html`<p class="note">${agreeChild.hint}</p>` : nothing}
    ${party.kind === 'agency' ? html`<p class="note">${say.speaksFor(party.name)}</p>` : nothing}
    ${choices(form)}
    <label for="words">${speak.ownWords}</label>
    <textarea
      id="words"
      rows="2"
      maxlength="4000"
      .value=${form.words}
      @input=${({target}: Event) => {
        if (target instanceof HTMLTextAreaElement) form.write(target.value);
      }}
    ></textarea>
    <p class="acts">
      <button class="quiet" type="button" @click=${() => form.saveWords()}>${speak.saveWords}</button>
      ${
        !isChild && (mine?.stance === 'disagree' || mine?.stance === 'partly')
          ? html`<button class="quiet" type="button" @click=${() => form.disagree()}>${say.tellMore}</button>`
          : nothing
      }
      ${
        mine === undefined || mine.stance === 'noAnswer'
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => form.answer('noAnswer')}>
              ${speak.takeBack}
            </button>`
      }
    </p>
    ${news(form, isChild)}
  </div>`;
}

function choices(form: AnswerForm): TemplateResult {
  const {facts, mine} = form;
  const isChild = facts.me.role === 'child';
  const texts = isChild ? agreeChild.choices : isFamily(facts) ? say.familyChoices : say.choices;
  return html`<div class="choices">
    ${stancesOf(facts.me)
      .filter(isChoice)
      .map(
        stance =>
          html`<button
            class="btn second choice"
            type="button"
            aria-pressed=${mine?.stance === stance ? 'true' : 'false'}
            @click=${() => form.answer(stance)}
          >
            ${stanceMarks[stance]}<span>${texts[stance]}</span>
          </button>`,
      )}
  </div>`;
}

function news(form: AnswerForm, isChild: boolean): TemplateResult {
  const {told} = form;
  const saved = isChild ? agreeChild.saved : form.isPrivate ? say.savedPrivate : say.saved;
  return html`<p role="status">${told.kind === 'saved' ? saved : ''}</p>
    ${told.kind === 'problem' ? html`<p class="problem" tabindex="-1" role="alert">${told.sentence}</p>` : nothing}
    ${told.kind === 'copied' ? copyReasonChoice(reason => form.answer(told.stance, reason)) : nothing}`;
}
