import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** One answer that can be ticked or chosen. */
export interface Row {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
}

/** A box to tick. */
export function tick(row: Row, onChange: (isOn: boolean) => void): TemplateResult {
  return html`<label class="row">
    <input
      type="checkbox"
      .checked=${live(row.isOn)}
      @change=${(event: Event) => onChange(isChecked(event))}
    />
    ${text(row)}
  </label>`;
}

/** One of several answers that exclude each other; `name` is the same for all of them. */
export function pick(name: string, row: Row, onPick: () => void): TemplateResult {
  return html`<label class="row">
    <input type="radio" name=${name} .checked=${live(row.isOn)} @change=${onPick} />
    ${text(row)}
  </label>`;
}

/** A box to write in. `problem` is the id of the sentence that says what is wrong, where something is. */
export function writing(
  box: {
    readonly label: string;
    readonly value: string;
    readonly isShort?: boolean;
    readonly problem?: boolean;
  },
  onInput: (text: string) => void,
): TemplateResult {
  return html`<label class="label" for="words">${box.label}</label>
    <textarea
      id="words"
      class=${box.isShort === true ? 'short' : ''}
      maxlength="4000"
      .value=${box.value}
      aria-invalid=${box.problem === true ? 'true' : nothing}
      aria-describedby=${box.problem === true ? 'problem' : nothing}
      @input=${(event: Event) => onInput(valueOf(event))}
    ></textarea>`;
}

function text({label, hint}: Row): TemplateResult {
  return html`<span>${label}${hint === undefined ? nothing : html`<small>${hint}</small>`}</span>`;
}

function isChecked({currentTarget}: Event): boolean {
  return currentTarget instanceof HTMLInputElement && currentTarget.checked;
}

/** What stands in the box that an event came from. */
export function valueOf({currentTarget}: Event): string {
  const isBox = currentTarget instanceof HTMLTextAreaElement || currentTarget instanceof HTMLInputElement;
  return isBox ? currentTarget.value : '';
}
