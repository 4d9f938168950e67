import {
  mayApproveAudience,
  mayAskAudience,
  mayReadContact,
  OFFICES,
  type ContactKind,
  type Reader,
} from '@goldthread/schema';
import type {ContactRecord, ParticipantRecord, Sighting} from '../storage/index.ts';
import {isReader, peopleKnownTo, type PlanFacts} from '../withholding/index.ts';

/** A value as one of its readers sees it. Times are ISO strings. */
export interface ContactView {
  readonly token: string;
  readonly kind: ContactKind;
  readonly value: string;
  readonly audience: readonly string[];
  readonly writtenBy: string | null;
  readonly writtenAt: string;
  /** Other readers that somebody asked for; `null` where nobody did. */
  readonly asked: {readonly audience: readonly string[]; readonly askedBy: string} | null;
  readonly mayAsk: boolean;
  readonly mayApprove: boolean;
  /** Where somebody wrote it who may not know it; only for those who keep such values. */
  readonly sightings: readonly {
    readonly at: string;
    readonly by: string;
    readonly compartmentId: string;
    readonly itemId: string;
  }[];
}

/** The values that a session may show, as it shows them. Nothing in it depends on any other value. */
export function contactsFor(
  records: readonly ContactRecord[],
  facts: PlanFacts,
  reader: Reader,
): ContactView[] {
  return records
    .filter(record => mayReadContact(reader, record))
    .map(record => viewOf(record, facts, reader));
}

function viewOf(record: ContactRecord, facts: PlanFacts, {participant}: Reader): ContactView {
  const known = new Set(peopleKnownTo(facts, participant.id).map(({id}) => id));
  const {token, kind, value, writtenBy} = record;
  // Who asks is told with what they ask for, so nothing is where the reader may not know of them.
  const asked = record.asked !== null && known.has(record.asked.askedBy) ? record.asked : null;
  return {
    ...{token, kind, value},
    audience: record.audience.filter(id => known.has(id)),
    writtenBy: writtenBy !== null && known.has(writtenBy) ? writtenBy : null,
    writtenAt: isoOf(record.writtenAt),
    asked:
      asked === null ? null : {audience: asked.audience.filter(id => known.has(id)), askedBy: asked.askedBy},
    mayAsk: mayAskAudience(participant, record),
    mayApprove: asked !== null && mayApproveAudience(participant, record, asked, facts.people),
    sightings: record.sightings
      .filter(one => maySeeSighting(participant, record, one, facts))
      .map(one => ({...one, at: isoOf(one.at)})),
  };
}

/** Whether somebody may know of a sighting: they keep such values, read this one, read where it was written, and know who wrote. */
export function maySeeSighting(
  {id, role}: Pick<ParticipantRecord, 'id' | 'role'>,
  {audience}: ContactRecord,
  {by, compartmentId}: Sighting,
  facts: PlanFacts,
): boolean {
  const compartment = facts.compartments.find(one => one.id === compartmentId);
  const reads = compartment !== undefined && isReader(compartment, id);
  const knows = peopleKnownTo(facts, id).some(person => person.id === by);
  return OFFICES[role].contacts === 'keeps' && audience.includes(id) && reads && knows;
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
