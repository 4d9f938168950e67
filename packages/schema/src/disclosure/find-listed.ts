import {wordsOf, type Word} from '../base/words.ts';
import type {Span} from './finding.ts';
import {ORGANISATION_WORDS} from './name-lists.ts';

/**
 * Names that a reader could work out a place or a person from: schools, clinics and groups of the protected list, and
 * people whom some reader may not know. A name counts in full, and by the part of it that is its own: of "Saltmere
 * Surgery" also "Saltmere" alone, written with a capital.
 */
export function findListed(text: string, names: readonly string[]): Span[] {
  const words = wordsOf(text);
  return names.flatMap(name => {
    const full = wordsOf(name).map(word => word.text);
    const own = full.filter(word => !ORGANISATION_WORDS.has(word));
    const short = own.length < full.length && own.join('').length > 3 ? [own] : [];
    return [
      ...placesOf(words, full).map(place => ({rule: 'SG-06' as const, ...place})),
      ...short
        .flatMap(part => placesOf(words, part))
        .filter(({start}) => /\p{Lu}/u.test(text.charAt(start)))
        .map(place => ({rule: 'SG-06' as const, ...place})),
    ];
  });
}

/** The single names of a person, each of which names them where it is written with a capital. */
export function findHiddenPeople(text: string, names: readonly string[]): Span[] {
  const single = new Set(
    names.flatMap(name => wordsOf(name).map(word => word.text)).filter(word => word.length > 2),
  );
  return wordsOf(text).flatMap(({text: word, start, end}) => {
    const isNamed = single.has(word) || (word.endsWith('s') && single.has(word.slice(0, -1)));
    if (!isNamed || !/\p{Lu}/u.test(text.charAt(start))) return [];
    const possessive = /['’]s$/u.test(text.slice(start, end)) ? 2 : 0;
    return [{rule: 'SG-06' as const, start, end: end - possessive}];
  });
}

function placesOf(words: readonly Word[], name: readonly string[]): {start: number; end: number}[] {
  if (name.length === 0) return [];
  return words.flatMap((first, at) => {
    const fits = name.every((part, offset) => {
      const word = words[at + offset]?.text;
      return word === part || (offset === name.length - 1 && word === `${part}s`);
    });
    const last = words[at + name.length - 1];
    return fits && last ? [{start: first.start, end: last.end}] : [];
  });
}
