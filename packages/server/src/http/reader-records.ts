import type {OpenRecords, ParticipantKey, PlanParticipant} from '@goldthread/schema/json';
import type {ParticipantRecord} from '../storage/index.ts';

/** What tells a person hidden from a reader apart: a key, and agencies that only hidden people belong to. */
export interface HiddenNames {
  readonly keys: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
}

/** The names that must not reach a reader who knows only `visible` of `everyone`. */
export function hiddenNames(
  everyone: readonly ParticipantRecord[],
  visible: readonly ParticipantRecord[],
): HiddenNames {
  const known = new Set(visible.map(person => person.key));
  const knownAgencies = new Set(visible.flatMap(person => person.agency ?? []));
  const hidden = everyone.filter(person => !known.has(person.key));
  return {
    keys: new Set(hidden.map(person => person.key)),
    agencies: new Set(
      hidden.flatMap(({agency}) => agency ?? []).filter(agency => !knownAgencies.has(agency)),
    ),
  };
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
export function recordsWithout(records: OpenRecords, hidden: HiddenNames): OpenRecords {
  const isParty = (party: string): boolean => !hidden.keys.has(party) && !hidden.agencies.has(party);
  const isKnown = (key: string | undefined): boolean => key === undefined || !hidden.keys.has(key);
  return {
    ...records,
    meetings: records.meetings.map(meeting => ({
      ...meeting,
      ...(meeting.invited && {invited: meeting.invited.filter(isKnown)}),
      ...(meeting.present && {present: meeting.present.filter(isKnown)}),
    })),
    scales: records.scales.map(scale => ({
      ...scale,
      ratings: scale.ratings.filter(({party}) => isParty(party)),
    })),
    sessions: records.sessions.filter(({askedBy}) => isKnown(askedBy)),
  };
}
