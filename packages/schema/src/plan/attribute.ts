/** What values a typed field of an item may take. */
export interface AttributeSpec {
  readonly kind: 'text' | 'date' | 'number' | 'flag' | 'choice';
  /** The question this field answers, in plain words for staff. */
  readonly label: string;
  /** The only values of a `choice`. */
  readonly options?: readonly string[];
  /** The smallest and largest value of a `number`, both allowed. */
  readonly min?: number;
  readonly max?: number;
}

/** Typed fields by name. A dot in a name stands for a nested object in Plan JSON: `frequency.n`. */
export type AttributeSpecs = Readonly<Record<string, AttributeSpec>>;

/** One value of an attribute of a document node. Nothing else may stand in a document as an attribute. */
export type AttributeValue = string | number | boolean;

/** The longest attribute value, in characters; longer words belong in the text of the item. */
export const ATTRIBUTE_LENGTH = 500;

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a value is a string, finite number or boolean that is short enough to stand as an attribute. */
export function isAttributeValue(value: unknown): value is AttributeValue {
  if (typeof value === 'string') return value.length <= ATTRIBUTE_LENGTH;
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

/** Whether a value is a day of the calendar written `2026-11-22`. */
export function isPlainDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a value is of the kind that its field asks for. */
export function fitsAttribute(spec: AttributeSpec, value: unknown): value is AttributeValue {
  if (!isAttributeValue(value)) return false;
  switch (spec.kind) {
    case 'text':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && isPlainDate(value);
    case 'choice':
      return typeof value === 'string' && (spec.options ?? []).includes(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && value >= (spec.min ?? -Infinity) && value <= (spec.max ?? Infinity);
  }
}
