import {html, type TemplateResult} from 'lit';
import {scales as say} from '../../words/en/scales.ts';
import {scalesChild} from '../../words/en/scales-child.ts';
import {NUMBERS} from './scale-view.ts';
import {weatherOf, weatherPicture} from './weather.ts';

/** What somebody is about to place. */
export interface NumberDraft {
  readonly value: number | null;
  readonly whyNotLower: string;
  readonly oneHigher: string;
}

/** What the questions are drawn from, and what they lead to. */
export interface NumberForm {
  readonly scaleId: string;
  readonly draft: NumberDraft;
  readonly isChild: boolean;
  /** Whether this person placed a number before. */
  readonly isAgain: boolean;
  /** Changes some of the draft as it is then. */
  edit(change: Partial<NumberDraft>): void;
  place(): void;
}

/** Where somebody puts their own number, and why. For a child each number has a picture, and each picture its word. */
export function numberForm(form: NumberForm): TemplateResult {
  const {scaleId, draft, isChild, isAgain} = form;
  const ask = isChild ? scalesChild.ask : say.ask;
  return html`<fieldset class="numbers ${isChild ? 'child' : ''}">
      <legend>${ask}</legend>
      ${NUMBERS.map(
        value =>
          html`<label class=${draft.value === value ? 'on' : ''}>
            <input
              type="radio"
              name=${`number-${scaleId}`}
              .checked=${draft.value === value}
              @change=${() => form.edit({value})}
            />
            ${
              isChild
                ? html`${weatherPicture(value)}<span
                      >${scalesChild.step(value, scalesChild.weather[weatherOf(value)])}</span
                    >`
                : html`<span>${value}</span>`
            }
          </label>`,
      )}
    </fieldset>
    ${box(`why-${scaleId}`, isChild ? scalesChild.askWhy : say.askWhy, draft.whyNotLower, whyNotLower =>
      form.edit({whyNotLower}),
    )}
    ${
      isChild
        ? ''
        : box(`higher-${scaleId}`, say.askHigher, draft.oneHigher, oneHigher => form.edit({oneHigher}))
    }
    <p class="buttons">
      <button class="btn" type="button" @click=${() => form.place()}>
        ${isChild ? scalesChild.place : isAgain ? say.change : say.place}
      </button>
    </p>`;
}

/** A box for words. */
export function box(id: string, label: string, value: string, edit: (text: string) => void): TemplateResult {
  return html`<label class="label" for=${id}>${label}</label>
    <textarea
      class="short"
      id=${id}
      rows="2"
      maxlength="4000"
      .value=${value}
      @input=${({target}: Event) => {
        if (target instanceof HTMLTextAreaElement) edit(target.value);
      }}
    ></textarea>`;
}
