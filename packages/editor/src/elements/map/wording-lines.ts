import {wordingOf, type DangerPart, type Wording} from '@goldthread/schema/safety';
import {map as say} from '../../words/en/map.ts';
import {people} from '../../words/en/people.ts';
import type {MapEntry} from './pairs.ts';

/** What to ask whoever writes an item about its words: what a danger statement leaves out in one line, however much that is. */
export function wordingLines(
  {type, words, facts}: Pick<MapEntry, 'type' | 'words' | 'facts'>,
  danger: string,
  child: string,
): readonly string[] {
  const parts: Readonly<Record<DangerPart, string>> = {
    who: say.who,
    what: say.what,
    impact: say.impact(child),
  };
  const isPart = (one: Wording): one is DangerPart => one in parts;
  const asked = wordingOf(type, words, facts);
  const missing = asked.filter(isPart).map(part => parts[part]);
  const lines: Readonly<Record<Exclude<Wording, DangerPart>, string>> = {
    future: say.future(danger),
    noTime: say.noTime,
    noAct: say.noAct(child),
    course: say.course,
  };
  return [
    ...(missing.length === 0 ? [] : [say.missing(people.and(missing))]),
    ...asked.flatMap(one => (isPart(one) ? [] : [lines[one]])),
  ];
}
