import {ATTRIBUTE_LENGTH, fail, fitsAttribute, ok, type AttributeSpec, type Result} from '@goldthread/schema';
import type {FactValue} from '../../prosemirror/item-facts-event.ts';
import {words} from '../../words/words.ts';

/** Reads what a person put into a box as the value that its question asks for; an empty box is no value. */
export function readField(spec: AttributeSpec, entry: string): Result<FactValue, string> {
  const text = entry.trim();
  if (text === '') return ok(null);
  const say = words.item;
  const label = spec.label.replace(/\?$/, '');
  if (text.length > ATTRIBUTE_LENGTH) return fail(say.tooLong(label));
  switch (spec.kind) {
    case 'flag':
      return ok(text === 'true');
    case 'number':
      return readNumber(spec, label, text);
    case 'date':
      return fitsAttribute(spec, text) ? ok(text) : fail(say.badDate(label));
    case 'choice':
    case 'text':
      return ok(text);
  }
}

function readNumber(spec: AttributeSpec, label: string, text: string): Result<FactValue, string> {
  const value = Number(text.replace(',', '.'));
  const {min = -Infinity, max = Infinity} = spec;
  if (!Number.isFinite(value)) return fail(words.item.badNumber(label));
  if (value < min) return fail(words.item.tooLow(label, min));
  if (value > max) return fail(words.item.tooHigh(label, max));
  return ok(value);
}
