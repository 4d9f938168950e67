import {PART_LISTS, isPartKind, type AttributeSpecs} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';
import {PlanPartChange} from '../../events/part-change.ts';
import type {FactValue, ItemPart} from '../../prosemirror/item-facts-event.ts';
import {words} from '../../words/words.ts';
import {readField} from '../field/read-field.ts';

type Lists = Readonly<Partial<Record<string, AttributeSpecs>>>;

/** The lists of an item, each with its entries and a row for the next one. Events leave from `from`. */
export function partList(from: EventTarget, lists: Lists, parts: readonly ItemPart[]): TemplateResult[] {
  return Object.entries(lists).flatMap(([kind, specs]) => {
    if (!isPartKind(kind) || specs === undefined) return [];
    const {label} = PART_LISTS[kind];
    const entries = parts.filter(part => part.kind === kind);
    return [
      html`<fieldset class="part">
        <legend>${label}</legend>
        <ul>
          ${entries.map((part, index) => entry(from, kind, part, index))}
        </ul>
        ${nextEntry(from, kind, label, specs)}
      </fieldset>`,
    ];
  });
}

function entry(from: EventTarget, kind: string, part: ItemPart, index: number): TemplateResult {
  const text = Object.values(part.attributes)
    .filter(value => value !== null)
    .join(', ');
  return html`<li>
    <span>${text}</span>
    <button
      class="quiet"
      type="button"
      aria-label=${words.item.removeNamed(text)}
      @click=${() => from.dispatchEvent(new PlanPartChange({kind: 'remove', part: kind, index}))}
    >
      ${words.item.remove}
    </button>
  </li>`;
}

function nextEntry(from: EventTarget, kind: string, label: string, specs: AttributeSpecs): TemplateResult {
  const boxes = Object.entries(specs);
  const add = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!(form instanceof HTMLFormElement)) return;
    const attributes: Record<string, FactValue> = {};
    const given = new FormData(form);
    for (const [name, spec] of boxes) {
      const read = readField(spec, textOf(given.get(name)));
      if (read.ok && read.value !== null) attributes[name] = read.value;
    }
    if (Object.keys(attributes).length === 0) return;
    from.dispatchEvent(new PlanPartChange({kind: 'add', part: kind, attributes}));
    form.reset();
    form.querySelector('input')?.focus();
  };
  return html`<form class="next" @submit=${add}>
    ${boxes.map(
      ([name, spec]) =>
        html`<label>
          ${spec.label}
          <input
            name=${name}
            type=${spec.kind === 'date' ? 'date' : 'text'}
            maxlength="500"
            autocomplete="off"
          />
        </label>`,
    )}
    <button class="quiet" type="submit" aria-label=${words.item.addTo(label)}>${words.item.add}</button>
  </form>`;
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry : '';
}
