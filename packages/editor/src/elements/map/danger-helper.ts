import {html, type TemplateResult} from 'lit';
import {map as say} from '../../words/en/map.ts';
import {dangerSentence, type DangerParts} from './danger-sentence.ts';

/** What the three questions are drawn from, and what they lead to. */
export interface DangerHelper {
  readonly id: string;
  readonly child: string;
  readonly parts: DangerParts;
  readonly edit: (parts: DangerParts) => void;
  readonly use: (sentence: string) => void;
  readonly close: () => void;
}

/** Three plain questions that make one sentence. None of them has to be answered. */
export function dangerHelper({id, child, parts, edit, use, close}: DangerHelper): TemplateResult {
  const sentence = dangerSentence(parts, child);
  const ask = (name: keyof DangerParts, label: string) =>
    html`<label class="label" for=${`${id}-${name}`}>${label}</label>
      <textarea
        class="short"
        id=${`${id}-${name}`}
        rows="2"
        maxlength="1000"
        .value=${parts[name]}
        @input=${({target}: Event) => {
          if (target instanceof HTMLTextAreaElement) edit({...parts, [name]: target.value});
        }}
      ></textarea>`;
  return html`<div
    class="helper"
    role="group"
    aria-label=${say.helper}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
    }}
  >
    ${ask('who', say.askWho)} ${ask('what', say.askWhat)} ${ask('impact', say.askImpact(child))}
    <p class="sentence" role="status">${sentence === '' ? say.noSentence : sentence}</p>
    <p class="buttons">
      <button class="btn second" type="button" ?disabled=${sentence === ''} @click=${() => use(sentence)}>
        ${say.useSentence}
      </button>
      <button class="quiet" type="button" @click=${close}>${say.cancel}</button>
    </p>
  </div>`;
}
