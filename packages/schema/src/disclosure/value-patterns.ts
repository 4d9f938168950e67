import {wordsOf} from '../base/words.ts';
import {compactOf, streetWord} from './compact.ts';

/** What to look for in the compact form of a text. */
export interface Pattern {
  readonly text: string;
  /** Short enough to stand inside another word by chance, so it must begin and end where words do. */
  readonly isWhole: boolean;
}

/** From so many letters and digits on, a pattern is no chance wherever it stands. */
const NO_CHANCE = 10;
/** Fewer letters and digits than this tell nothing: no pattern is shorter. */
export const SHORTEST = 5;
/** A phone number has at least so many digits after the prefix of its country. */
const PHONE_DIGITS = 6;

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi;
const STREET = new Set(
  (
    'avenue close court crescent drive gardens grove hill house lane mews park place rise road row square street ' +
    'terrace view walk way wharf yard'
  ).split(' '),
);
/** Words of an address that stand in many. */
const COMMON = new Set('apartment block flat floor house number room the unit'.split(' '));
/** Streets that every town has: alone they tell nothing. */
const EVERYWHERE = new Set(['highstreet', 'mainstreet', 'mainroad', 'thehighstreet']);

/**
 * The parts of an address that tell as much as the whole: the postcode, and the line of the street with and without its
 * number. The town isn't one of them: it names the council, the college and half of what stands in a plan.
 */
export function addressPatterns(value: string): Pattern[] {
  const postcodes = value.match(POSTCODE) ?? [];
  const lines = value
    .replace(POSTCODE, ',')
    .split(/[,;\n]+/)
    .map(line => untilStreet(wordsOf(line).map(word => streetWord(word.text))))
    .filter(words => words.length > 0);
  const named = lines.filter(isStreetLine);
  const first = lines.indexOf(named[0] ?? []);
  const before = lines.slice(0, first === -1 ? 1 : first).filter(words => !isCommon(words));
  const streets = [...before, ...named].flatMap(words => {
    const above = lines[lines.indexOf(words) - 1];
    return [...(above ? [[...above, ...words]] : []), words, withoutNumber(words)];
  });
  return [
    ...wholePatterns(value),
    ...postcodes.flatMap(code => patternOf(compactOf(code).text)),
    ...streets
      .filter(words => words.length > 1)
      .map(words => words.join(''))
      .filter(street => !EVERYWHERE.has(street))
      .flatMap(patternOf),
  ];
}

/** A phone number, whichever prefix it is written with. */
export function phonePatterns(value: string): Pattern[] {
  const digits = compactOf(value)
    .text.replace(/\D/g, '')
    .replace(/^(?:00)?44/, '')
    .replace(/^0+/, '');
  return digits.length < PHONE_DIGITS ? wholePatterns(value) : [{text: digits, isWhole: false}];
}

/** An email address, also with its signs in words. */
export function emailPatterns(value: string): Pattern[] {
  const spoken = value.replaceAll('@', ' at ').replaceAll('.', ' dot ');
  return [...wholePatterns(value), ...wholePatterns(spoken)];
}

/** The value as it stands. */
export function wholePatterns(value: string): Pattern[] {
  return patternOf(compactOf(value).text);
}

function patternOf(text: string): Pattern[] {
  if (text.length < SHORTEST) return [];
  const isPostcode = /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(text);
  return [{text, isWhole: text.length < NO_CHANCE && !isPostcode}];
}

function isStreetLine(words: readonly string[]): boolean {
  if (isCommon(words)) return false;
  return /^\d/.test(words[0] ?? '') || STREET.has(words.at(-1) ?? '');
}

/** A line without what follows its street: in `9 Larch Way Fenbrook` no comma parts street and town. */
function untilStreet(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word, index) => index > 0 && STREET.has(word));
  return last === -1 ? words : words.slice(0, last + 1);
}

/** `Flat 3`: nothing but words and numbers that stand in many addresses. */
function isCommon(words: readonly string[]): boolean {
  return words.every(word => COMMON.has(word) || /^\d+[a-z]?$/.test(word) || word.length === 1);
}

function withoutNumber(words: readonly string[]): readonly string[] {
  const first = words.findIndex(word => !/^\d+[a-z]?$/.test(word) && !COMMON.has(word));
  return first === -1 ? [] : words.slice(first);
}
