import {html, type TemplateResult} from 'lit';

/** A box for somebody's own words under a question. */
export function wordsBox(
  id: string,
  label: string,
  value: string,
  write: (words: string) => void,
): TemplateResult {
  return html`<label class="label" for=${id}>${label}</label>
    <textarea
      id=${id}
      class="short"
      maxlength="4000"
      .value=${value}
      @input=${({target}: Event) => {
        if (target instanceof HTMLTextAreaElement) write(target.value);
      }}
    ></textarea>`;
}

/** One of a few, under a question. */
export function choiceBox(
  id: string,
  label: string,
  choices: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="label" for=${id}>${label}</label>
    <select
      id=${id}
      @change=${({target}: Event) => {
        if (target instanceof HTMLSelectElement) choose(target.value);
      }}
    >
      ${choices.map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>`;
}
