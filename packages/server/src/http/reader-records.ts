import type {OpenRecords, ParticipantKey, PlanParticipant} from '@goldthread/schema/json';
import type {ParticipantRecord} from '../storage/index.ts';

/** The keys that must not reach a reader who knows only `visible` of `everyone`. */
export function hiddenKeys(
  everyone: readonly ParticipantRecord[],
  visible: readonly ParticipantRecord[],
): ReadonlySet<string> {
  const known = new Set(visible.map(person => person.key));
  return new Set(everyone.map(({key}) => key).filter(key => !known.has(key)));
}

/** A person as a plan file names one. From whom somebody is hidden never stands in a reader's view. */
export function fileParticipant(person: ParticipantRecord): PlanParticipant {
  const {name, relationship, role, agency, lead} = person;
  return {
    // Keys came out of a plan file, where they were checked.
    key: person.key as ParticipantKey,
    name,
    relationship,
    role,
    ...(agency === undefined ? {} : {agency}),
    ...(lead ? {lead} : {}),
  };
}

/** The open records without anything that a hidden person did or was at. */
export function recordsWithout(records: OpenRecords, hidden: ReadonlySet<string>): OpenRecords {
  const isKnown = (key: string): boolean => !hidden.has(key);
  return {
    ...records,
    meetings: records.meetings.map(meeting => ({
      ...meeting,
      ...(meeting.invited && {invited: meeting.invited.filter(isKnown)}),
      ...(meeting.present && {present: meeting.present.filter(isKnown)}),
    })),
    sessions: records.sessions.filter(({askedBy}) => isKnown(askedBy)),
  };
}
