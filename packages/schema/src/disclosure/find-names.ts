import {plainText} from '../base/words.ts';
import type {Span} from './finding.ts';
import {
  AFTER_NAMES,
  BEFORE_NAMES,
  BELONGING,
  DOUBTFUL_NAMES,
  GIVEN_NAMES,
  HARDLY_NAMES,
  NO_NAMES,
  ONLY_PEOPLE,
  OPENERS,
  ORGANISATION_WORDS,
  THING,
  TITLES,
  TOGETHER,
} from './name-lists.ts';
import {nameTokens, type NameToken} from './name-tokens.ts';

/**
 * Names of people in a text made flat, but for the people who are known there. A name is a row of capitals that is no
 * school, day or language; a given name in any letters; or any word with a capital where the words around it say that
 * a person is meant. Every doubt counts as a name: a person clears it, and a missed one can't be taken back.
 */
export function findNames(flat: string, known: readonly string[]): Span[] {
  const people = known.map(name => new Set(plainText(name).split(' ')));
  return rowsOf(nameTokens(flat)).flatMap(row => {
    const name = nameIn(row, people);
    const [first, last] = [name[0], name.at(-1)];
    return first && last ? [{rule: 'SG-04' as const, start: first.start, end: last.nameEnd}] : [];
  });
}

/** Words that stand together and could be one name, with what stands around them. */
interface Row {
  readonly tokens: readonly NameToken[];
  readonly title: NameToken | null;
  readonly before: NameToken | undefined;
  readonly beforeThat: NameToken | undefined;
  readonly after: NameToken | undefined;
}

/** Rows of capitals, cut where a word names nobody; a row that names a school or a service is left out. */
function rowsOf(tokens: readonly NameToken[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < tokens.length;) {
    let end = at;
    while (end < tokens.length && couldBeName(tokens, end) && (end === at || tokens[end]?.isJoined)) end += 1;
    if (end === at) {
      at += 1;
      continue;
    }
    rows.push(...partsOf(tokens, at, end));
    at = end;
  }
  return rows;
}

function couldBeName(tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  return token.isCapital || GIVEN_NAMES.has(token.plain);
}

function partsOf(tokens: readonly NameToken[], from: number, to: number): Row[] {
  const rows: Row[] = [];
  let start = from;
  let title: NameToken | null = null;
  const close = (end: number) => {
    const part = tokens.slice(start, end);
    const [before, beforeThat, after] = [tokens[start - 1], tokens[start - 2], tokens[end]];
    if (part.length > 0) rows.push({tokens: part, title, before, beforeThat, after});
    title = null;
  };
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (TITLES.has(token.plain) && !token.isPossessive && at + 1 < to) {
      close(at);
      title = token;
      start = at + 1;
    } else if (ORGANISATION_WORDS.has(token.plain) && !DOUBTFUL_NAMES.has(token.plain)) {
      // What stands before it is the name of the school or street, not of a person.
      start = at + 1;
      title = null;
    } else if (cuts(token)) {
      close(at);
      start = at + 1;
    }
  }
  close(to);
  return rows;
}

function cuts(token: NameToken): boolean {
  if (GIVEN_NAMES.has(token.plain) || DOUBTFUL_NAMES.has(token.plain)) return false;
  return NO_NAMES.has(token.plain) || token.isAcronym || (token.isFirst && OPENERS.has(token.plain));
}

function nameIn(row: Row, people: readonly ReadonlySet<string>[]): readonly NameToken[] {
  const {tokens, title, after} = row;
  const [first] = tokens;
  if (!first || isKnown(tokens, people)) return [];
  if (title) return tokens;
  if (tokens.every(token => token.plain.length < 2)) return [];
  // "the Stepping Up programme"
  if (after?.isJoined && ORGANISATION_WORDS.has(after.plain) && !tokens.some(isGiven)) return [];
  if (tokens.length > 1) {
    if (!tokens.some(isGiven) && tokens.some(token => THING.test(token.plain))) return [];
    const rest = tokens.slice(1);
    // "Does Jory": a word that only begins the sentence, and then somebody known.
    if (first.isFirst && !isGiven(first) && isKnown(rest, people)) return [];
    return tokens;
  }
  return isNameAlone(first, row) ? tokens : [];
}

function isNameAlone(token: NameToken, {before, beforeThat, after}: Row): boolean {
  if (GIVEN_NAMES.has(token.plain)) return true;
  const isSaidToBe =
    (before?.plain === 'with' && token.isJoined && TOGETHER.has(beforeThat?.plain ?? '')) ||
    (before !== undefined && token.isNear && BEFORE_NAMES.has(before.plain)) ||
    (token.isPossessive && after?.isJoined === true && BELONGING.has(after.plain)) ||
    (after?.isJoined === true && ONLY_PEOPLE.has(after.plain));
  if (isSaidToBe) return true;
  if (!DOUBTFUL_NAMES.has(token.plain)) return false;
  if (HARDLY_NAMES.has(token.plain)) return false;
  return !token.isFirst || (after?.isJoined === true && AFTER_NAMES.has(after.plain));
}

function isGiven(token: NameToken): boolean {
  return GIVEN_NAMES.has(token.plain) || DOUBTFUL_NAMES.has(token.plain);
}

/** Whether one person has all these names; Jory Bennett is nobody whom Jory Penhale makes known. */
function isKnown(tokens: readonly NameToken[], people: readonly ReadonlySet<string>[]): boolean {
  return people.some(names => tokens.every(token => token.parts.every(part => names.has(part))));
}
