import {spansOf} from './patterns.ts';
import type {Span} from './finding.ts';

const PHONES: readonly RegExp[] = [
  // 07700 900123, (01632) 960 123, +44 (0)7700 900123
  /(?<![\d.,/])(?:(?:\+|00) ?44[ .()-]*|\(?0)\d(?:[ .()/-]{0,2}\d){8,10}(?!\d)/gu,
  // ring 482911
  /\b(?:phone|tel|telephone|mobile|mob|call|ring|rang|text|number|whatsapp|landline)\b[^.\n\d]{0,24}\b\d{3}[ -]?\d{3,4}\b(?! ?(?:times|words|pounds))/giu,
];
const TIMES = /\b\d{1,2}[.:]\d{2}\b(?!\d)/u;

const ACCOUNTS: readonly RegExp[] = [
  /(?<![\w.+-])[\w.+-]{1,64} ?@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu,
  // temi dot a at example dot org
  /(?<![\w.+-])(?:[\w+-]{1,64} dot ){0,3}[\w.+-]{1,64} ?(?:\(at\)|\[at\]| at ) ?[\w-]{1,63}(?: ?(?:\(dot\)|\[dot\]| dot ) ?(?:co|com|org|net|uk|gov|nhs|sch|ac)\b){1,4}/giu,
  /(?<![\w.+-])[\w.+-]{1,64} at [\w-]{1,63}\.(?:com|org|net|co|uk|gov|nhs)\b(?:\.\w{2,10}){0,3}/giu,
  // @name on some service
  /(?<![\w@.])@[\p{L}\d][\w.]+/gu,
];

/** Phone numbers, emails and names of accounts in a text made flat; a row of times of day is no phone number. */
export function findAccounts(flat: string): Span[] {
  const phones = spansOf('SG-02', PHONES, flat).filter(
    ({start, end}) => flat.charAt(start) === '+' || !TIMES.test(flat.slice(start, end)),
  );
  return [...phones, ...spansOf('SG-02', ACCOUNTS, flat)];
}
