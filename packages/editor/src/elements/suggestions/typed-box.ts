import {html, type TemplateResult} from 'lit';
import {suggest as say} from '../../words/en/suggest.ts';
import type {TypedWords} from './typed-words.ts';

/** What comes of the box. */
interface TypedActs {
  readonly write: (typed: TypedWords) => void;
  readonly send: () => void;
  readonly cancel: () => void;
}

/** Where somebody goes on with what they began to type on words that they may not change. */
export function typedBox(typed: TypedWords, {write, send, cancel}: TypedActs): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.stopPropagation();
    if (event.key === 'Enter') send();
    else cancel();
  };
  return html`<p class="hint">${say.mayNotChange}</p>
    <label for="typed">${typed.stretch === null ? say.typedAtEnd : say.typed}</label>
    <input
      id="typed"
      autocomplete="off"
      maxlength="4000"
      .value=${typed.text}
      @keydown=${onKey}
      @input=${({target}: Event) => {
        if (target instanceof HTMLInputElement) write({...typed, text: target.value});
      }}
    />`;
}
