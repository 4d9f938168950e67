import type {AttributeSpec} from './attribute.ts';

/** A field of one short line of words. */
export function text(label: string): AttributeSpec {
  return {kind: 'text', label};
}

/** A field that holds a day of the calendar. */
export function date(label: string): AttributeSpec {
  return {kind: 'date', label};
}

/** A field that is yes or no. */
export function flag(label: string): AttributeSpec {
  return {kind: 'flag', label};
}

/** A field that holds one of a few words. */
export function choice(label: string, options: readonly string[]): AttributeSpec {
  return {kind: 'choice', label, options};
}

/** A field that holds a number from `min` to `max`. */
export function number(label: string, min: number, max: number): AttributeSpec {
  return {kind: 'number', label, min, max};
}
