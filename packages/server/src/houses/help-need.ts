import {askedToHelp, type ParticipantId} from '@goldthread/schema';
import {mayTellOfHarm, peopleNamed} from '@goldthread/schema/disclosure';
import type {HelpRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';

/** That somebody has to be asked today about what a child says: why, whom it names, and who is asked. */
export type HelpNeed = Pick<HelpRecord, 'how' | 'named' | 'asked'>;

/** Whether words of a child need that, because the child says so or because of what they say (SG-08, TH-10). */
export function helpNeedOf(
  {people}: PlanFacts,
  child: ParticipantId,
  words: string,
  isAskedFor: boolean,
): HelpNeed | null {
  if (!isAskedFor && !mayTellOfHarm(words)) return null;
  const others = people.filter(({id}) => id !== child);
  const named = peopleNamed(words, others).map(({id}) => id);
  const asked = askedToHelp(others, new Set(named));
  return {how: isAskedFor ? 'asked' : 'words', named: named.filter(id => !asked.includes(id)), asked};
}

/** Who would be asked, as far as nobody is named. */
export function helpersOf({people}: Pick<PlanFacts, 'people'>): readonly ParticipantId[] {
  return askedToHelp(people, new Set());
}

/** Whether nobody has decided yet. */
export function isUndecided({decisions}: HelpRecord): boolean {
  return decisions.length === 0;
}

/** Whether those whom the words name may not read them: until it is decided, and after that where it was decided so. */
export function keepsSealed({decisions, named}: HelpRecord): boolean {
  const last = decisions.at(-1);
  return last === undefined || (last.keepsSealed && named.length > 0);
}

/** The readers whom a need leaves of those chosen: without whom the words name, with whom it asks. */
export function readersWith(
  {named, asked}: Pick<HelpNeed, 'named' | 'asked'>,
  chosen: readonly ParticipantId[],
): readonly ParticipantId[] {
  return [...new Set([...chosen.filter(id => !named.includes(id)), ...asked])];
}

/** Readers without those who are asked to help. */
export function lessAsked(
  readers: readonly ParticipantId[],
  need: HelpNeed | null,
): readonly ParticipantId[] {
  return readers.filter(id => need?.asked.includes(id) !== true);
}
