import {CHILD_TOLD, type ChildTold} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {ToldNow} from '../../records/overrides.ts';
import {overrides as say} from '../../words/en/overrides.ts';
import {pick, valueOf} from '../screen/rows.ts';

/** What was said so far of telling the child. */
export interface ToldDraft {
  readonly how: ChildTold['how'] | null;
  readonly on: string;
  readonly words: string;
}

export const NOT_TOLD: ToldDraft = {how: null, on: '', words: ''};

/** What is sent of it; `null` while something is missing. */
export function toldIn({how, on, words}: ToldDraft): ToldNow | null {
  if (how === null || words.trim() === '' || (how === 'told' && on === '')) return null;
  return how === 'told' ? {how, on, words} : {how, words};
}

/** What the child was told and when, why it waits, or why it isn't safe. */
export function toldForm(
  draft: ToldDraft,
  today: string,
  edit: (more: Partial<ToldDraft>) => void,
): TemplateResult {
  return html`<fieldset>
      <legend>${say.told}</legend>
      ${CHILD_TOLD.map(how => pick('told', {label: say.how[how], isOn: draft.how === how}, () => edit({how})))}
    </fieldset>
    ${
      draft.how === 'told'
        ? html`<label class="label" for="on">${say.day}</label>
            <input
              id="on"
              type="date"
              max=${today}
              .value=${draft.on}
              @change=${(event: Event) => edit({on: valueOf(event)})}
            />`
        : nothing
    }
    <label class="label" for="said">${say.said}</label>
    <textarea
      id="said"
      class="short"
      maxlength="4000"
      .value=${draft.words}
      @input=${(event: Event) => edit({words: valueOf(event)})}
    ></textarea>`;
}
