import type {Day} from '../base/day.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Decider} from './decision.ts';
import {isProfessional, OFFICES} from './offices.ts';

/** What somebody decided who was asked for help by a child's words (domain 5.6). */
export const HELP_OUTCOMES = ['safeguardingLead', 'socialCare', 'police', 'noHarm'] as const;
export type HelpOutcome = (typeof HELP_OUTCOMES)[number];

/**
 * Who is asked to help a child today: whoever leads the plan and whoever must act to protect, less those whom the child's words
 * name, unless that leaves nobody. Never somebody who is kept from others: the child sees who is asked.
 */
export function askedToHelp(
  people: readonly Decider[],
  named: ReadonlySet<ParticipantId>,
): readonly ParticipantId[] {
  const all = people.filter(person => person.hiddenFrom.length === 0 && hasDuty(person)).map(({id}) => id);
  const others = all.filter(id => !named.has(id));
  return others.length > 0 ? others : all;
}

/** Whether nobody has decided on the day on which it was asked for. */
export function isHelpLate(askedOn: Day, isDecided: boolean, today: Day): boolean {
  return !isDecided && askedOn < today;
}

function hasDuty({role, lead}: Decider): boolean {
  return (lead && isProfessional(role)) || OFFICES[role].helpsChild;
}
