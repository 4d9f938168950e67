import type {Stance} from '@goldthread/schema';
import type {PartyAnswer, PlanParty, Position} from '../../records/positions.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {agree as say} from '../../words/en/agree.ts';

/** One statement of the line beside an item: a stance, and who takes it. */
export interface StanceLine {
  readonly stance: Stance;
  readonly text: string;
}

/** Stances in the order in which a room needs to hear them: what differs first. */
const ORDER: readonly Stance[] = ['disagree', 'partly', 'notDecided', 'noAnswer', 'agree', 'notAsked'];

/** More than so many are counted and not named. */
const NAMED = 2;

/** How everybody stands to an item, in words. Whoever sees it otherwise is named; those who agree are counted. */
export function stanceLines(positions: readonly Position[]): readonly StanceLine[] {
  const groups = Map.groupBy(positions, one => one.stance);
  return ORDER.flatMap(stance => {
    const group = groups.get(stance) ?? [];
    const named = stance === 'agree' ? 1 : NAMED;
    if (group.length === 0) return [];
    if (group.length <= named) return group.map(one => ({stance, text: `${standingOf(one)}.`}));
    const before = group.filter(one => one.isBeforeLastChange).length;
    const end = before === 0 ? '' : `, ${before === group.length ? say.before : say.someBefore(before)}`;
    return [{stance, text: `${say.count[stance](group.length)}${end}.`}];
  });
}

/** "Callum Penhale does not agree, before the last change". */
export function standingOf({stance, name, isBeforeLastChange}: Position): string {
  return `${say.theirs[stance](name)}${isBeforeLastChange ? `, ${say.before}` : ''}`;
}

/** Who said it and when, where that is known and says more than the party's name. */
export function saidWhen({byName, at}: PartyAnswer, party: string): string {
  const day = at === null ? '' : plainDay(dayIn(at));
  const who = byName === null || byName === party ? '' : byName;
  return who !== '' && day !== '' ? say.saidBy(who, day) : who + day;
}

/** What a party said before, as one line. */
export function earlierLine(answer: PartyAnswer, party: string): string {
  const words = answer.words === '' ? '' : ` ${say.quoted(answer.words)}`;
  const when = saidWhen(answer, party);
  return say.earlier(`${say.theirs[answer.stance](party)}.${words}${when === '' ? '' : ` ${when}.`}`);
}

/** The parties of which nobody was asked about an item so far. */
export function notAsked(parties: readonly PlanParty[], positions: readonly Position[]): readonly string[] {
  const answered = new Set(positions.map(one => one.party));
  return parties.flatMap(one => (answered.has(one.key) ? [] : [one.name]));
}

/** How a room stands to one item. `differ`: somebody sees it otherwise. `missing`: somebody who was asked, or decides, hasn't answered. */
export type Standing = 'differ' | 'missing' | 'agreed' | 'untouched';

/** How a room stands to an item of which these are all answers. */
export function standingIn(positions: readonly Position[]): Standing {
  const has = (...stances: readonly Stance[]) => positions.some(one => stances.includes(one.stance));
  if (positions.length === 0) return 'untouched';
  if (has('disagree', 'partly')) return 'differ';
  const isOpen = has('notAsked', 'noAnswer', 'notDecided') || positions.some(one => one.isBeforeLastChange);
  return isOpen ? 'missing' : 'agreed';
}
