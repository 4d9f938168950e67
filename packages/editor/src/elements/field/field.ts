import {html, LitElement, nothing, type TemplateResult} from 'lit';
import type {AttributeSpec} from '@goldthread/schema';
import {PlanFieldChange} from '../../events/field-change.ts';
import type {FactValue} from '../../prosemirror/item-facts-event.ts';
import {base} from '../../styles/shared-sheets.ts';
import {words} from '../../words/words.ts';
import {choiceText} from '../item-facts/fact-line.ts';
import {fieldStyles} from './field.styles.ts';
import {readField} from './read-field.ts';

/**
 * One typed fact, set in place. A wrong entry stays in the box with the reason beside it and is not sent on.
 *
 * @summary One question about an item and its answer.
 * @event plan-field-change - The person set the fact, or took it away.
 */
export class PlanField extends LitElement {
  static override properties = {
    name: {type: String},
    spec: {attribute: false},
    value: {attribute: false},
    problem: {state: true},
  };
  static override styles = [base, fieldStyles];
  /** The name of the attribute in the plan, such as `frequency.n`. */
  declare name: string;
  declare spec: AttributeSpec;
  declare value: FactValue;
  /** Why the entry in the box can't be kept; empty when it can. */
  declare problem: string;

  constructor() {
    super();
    this.name = '';
    this.spec = {kind: 'text', label: ''};
    this.value = null;
    this.problem = '';
  }

  override focus(): void {
    void this.#focusBox();
  }

  async #focusBox(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class="field ${this.spec.kind}">
      <label for="box">${this.spec.label}</label>
      ${this.problem === '' ? nothing : html`<p class="problem" id="problem">${this.problem}</p>`}
      ${this.spec.kind === 'choice' || this.spec.kind === 'flag' ? this.#select() : this.#input()}
    </div>`;
  }

  #input(): TemplateResult {
    const {kind} = this.spec;
    return html`<input
      id="box"
      type=${kind === 'date' ? 'date' : 'text'}
      inputmode=${kind === 'number' ? 'decimal' : nothing}
      maxlength=${kind === 'text' ? 500 : nothing}
      autocomplete="off"
      .value=${this.value === null ? '' : String(this.value)}
      aria-invalid=${this.problem === '' ? nothing : 'true'}
      aria-describedby=${this.problem === '' ? nothing : 'problem'}
      @change=${this.#onChange}
    />`;
  }

  #select(): TemplateResult {
    const options: readonly (readonly [string, string])[] =
      this.spec.kind === 'flag'
        ? [
            ['true', words.item.yes],
            ['false', words.item.no],
          ]
        : (this.spec.options ?? []).map(option => [option, choiceText(option)] as const);
    const chosen = this.value === null ? '' : String(this.value);
    return html`<select id="box" @change=${this.#onChange}>
      <option value="" ?selected=${chosen === ''}>${words.item.notChosen}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${chosen === value}>${text}</option>`)}
    </select>`;
  }

  readonly #onChange = (event: Event): void => {
    const box = event.currentTarget;
    if (!(box instanceof HTMLInputElement || box instanceof HTMLSelectElement)) return;
    const read = readField(this.spec, box.value);
    this.problem = read.ok ? '' : read.error;
    if (read.ok && read.value !== this.value) {
      this.value = read.value;
      this.dispatchEvent(new PlanFieldChange(this.name, read.value));
    }
  };
}
