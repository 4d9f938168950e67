import {wordsOf, type Word} from '../base/words.ts';

/** Words in a row that an open reason may not share with what is withheld (rule GT-06). */
export const SHARED_WORDS = 4;

/** What an open text gives away: the words as they stand in it, and whether they are a run of words or a name. */
export interface Tell {
  readonly kind: 'words' | 'name';
  readonly words: string;
}

/**
 * What an open reason, or the safe wording that stays in place of a withheld item, gives away of the withheld texts: four
 * words in a row (or the whole, where a text is shorter), or a name, a day or a number that stands in both. The names
 * of the child may stand in both: the whole plan is about them.
 */
export function tellsOf(open: string, withheld: readonly string[], childNames: readonly string[]): Tell[] {
  const words = wordsOf(open);
  const allowed = new Set(
    childNames.flatMap(name => wordsOf(name).map(word => withoutPossessive(word.text))),
  );
  const tells = new Map<string, Tell>();
  for (const text of withheld) {
    const run = sharedRun(words, wordsOf(text));
    if (run !== null) note(tells, 'words', open.slice(run[0], run[1]));
    const names = entitiesOf(text, allowed);
    for (const word of words) {
      const name = withoutPossessive(word.text);
      if (names.has(name)) note(tells, 'name', open.slice(word.start, word.end));
    }
  }
  return [...tells.values()];
}

function note(tells: Map<string, Tell>, kind: Tell['kind'], words: string): void {
  tells.set(`${kind} ${words}`, {kind, words});
}

function sharedRun(open: readonly Word[], withheld: readonly Word[]): [start: number, end: number] | null {
  const length = Math.min(SHARED_WORDS, withheld.length);
  if (length === 0) return null;
  const runs = new Set<string>();
  for (let at = 0; at + length <= withheld.length; at += 1) runs.add(runOf(withheld, at, length));
  for (let at = 0; at + length <= open.length; at += 1) {
    const [first, last] = [open[at], open[at + length - 1]];
    if (first && last && runs.has(runOf(open, at, length))) return [first.start, last.end];
  }
  return null;
}

function runOf(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(word => word.text)
    .join(' ');
}

/** Words that begin a sentence with a capital and name nobody; any other capital is taken for a name. */
const OPENERS = new Set(
  (
    'a after all an and as at because before but by during each every for from he her his how i if in it its my no not ' +
    'of on one or our she since so some that the their then there these they this to we what when where which while ' +
    'who why with you'
  ).split(' '),
);

/** Names, days and numbers of a text: every word with a capital or a digit, but for openers of sentences. */
function entitiesOf(text: string, allowed: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const word of wordsOf(text)) {
    const written = text.slice(word.start, word.end);
    if (!/[\p{Lu}\p{Number}]/u.test(written)) continue;
    const name = withoutPossessive(word.text);
    if (!allowed.has(name) && !OPENERS.has(name)) found.add(name);
  }
  return found;
}

/** `callums` and `callum` are one name; a name that ends in s is cut on both sides alike. */
function withoutPossessive(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}
