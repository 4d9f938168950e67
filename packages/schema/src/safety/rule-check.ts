import {addWorkingDays, type Day} from '../base/day.ts';
import {peopleNamed} from '../disclosure/people-named.ts';
import {isPlainDate} from '../plan/attribute.ts';
import type {Participant, Role} from '../plan/participant.ts';

/** What stands beside the words of an item of the safety map, as its document has it. */
export type MapFacts = Readonly<Record<string, unknown>>;

/** One of those who read a rule. */
type RuleReader = Pick<Participant, 'id' | 'name' | 'relationship' | 'role' | 'lead'>;

/** Working days after which a check that nobody made is the next person's too. */
const WORKING_DAYS = 1;

/** Who works for the child's safety wherever nobody is named and nobody leads. */
const WORKERS: ReadonlySet<Role> = new Set(['socialWorker', 'keyworker']);
const FAMILY: ReadonlySet<Role> = new Set(['parent', 'carer', 'family']);

/** Whether the day to check a rule is over and nobody tried it out on that day or since. */
export function isCheckOver({checkOn, testedOn}: MapFacts, today: Day): boolean {
  if (!isDay(checkOn) || checkOn >= today) return false;
  return !isDay(testedOn) || testedOn < checkOn;
}

/**
 * Whose duty an overdue check of a rule is, of those who read the rule: whoever is named as checking it, or as doing it; where
 * nobody is, who leads; else each social worker and keyworker; else whoever else reads it. From the day after on; and when a working
 * day has gone by, the next of these as well, because a person who doesn't come is no answer. It is never a child's duty.
 */
export function whoseCheck<Reader extends RuleReader>(
  rule: MapFacts,
  readers: readonly Reader[],
  today: Day,
): readonly Reader[] {
  if (!isDay(rule['checkOn']) || !isCheckOver(rule, today)) return [];
  const inTurn = [
    namedIn(rule['checkedBy'], readers),
    namedIn(rule['who'], readers),
    readers.filter(({lead}) => lead),
    readers.filter(({role}) => WORKERS.has(role)),
    readers.filter(({role}) => !FAMILY.has(role)),
    readers,
  ].map(some => some.filter(({role}) => role !== 'child'));
  const first = inTurn.find(some => some.length > 0) ?? [];
  if (today <= addWorkingDays(rule['checkOn'], WORKING_DAYS)) return first;
  const next = inTurn.find(some => some.some(one => !first.includes(one))) ?? [];
  return [...new Set([...first, ...next])];
}

/** Whom a field names: by the whole name where it has one, else in any way that people say who somebody is. */
function namedIn<Reader extends RuleReader>(text: unknown, people: readonly Reader[]): readonly Reader[] {
  if (typeof text !== 'string') return [];
  const exact = people.filter(({name}) => text.includes(name));
  return exact.length > 0 ? exact : peopleNamed(text, people);
}

function isDay(value: unknown): value is Day {
  return typeof value === 'string' && isPlainDate(value);
}
