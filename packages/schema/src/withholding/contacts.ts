import {isUnsure, type Reader} from '../access/reader.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Decider} from './decision.ts';
import {isManager, isProfessional, mustAct, OFFICES} from './offices.ts';

/** Who reads a value of the contact store, and who put it there; `null` is whoever imported the plan. */
export interface ContactFacts {
  readonly audience: readonly ParticipantId[];
  readonly writtenBy: ParticipantId | null;
}

/** Other readers that somebody asks for. None at all means that the value is to be destroyed. */
export interface AudienceChange {
  readonly audience: readonly ParticipantId[];
  readonly askedBy: ParticipantId;
}

/** Why a list of readers won't do. */
export type ContactProblem = 'NOT_ON_PLAN' | 'PROPOSER_LEFT_OUT' | 'AUDIENCE_LACKS_PROTECTOR';

/** Whether a screen may show a value: everybody who looks at it is among its readers, and it is sure who looks (CON-1). */
export function mayReadContact(reader: Reader, {audience}: Pick<ContactFacts, 'audience'>): boolean {
  const eyes = reader.onlookers?.people ?? [reader.participant];
  return !isUnsure(reader) && eyes.length > 0 && eyes.every(({id}) => audience.includes(id));
}

/** Whether somebody may put a value into the store (CON-2). */
export function mayWriteContact({role}: Decider): boolean {
  return OFFICES[role].contacts !== 'no';
}

/** The readers where nobody named any: whoever writes it, and those who keep such values (CON-3). */
export function defaultContactAudience(people: readonly Decider[], writer: ParticipantId): ParticipantId[] {
  const keepers = people.filter(person => OFFICES[person.role].contacts === 'keeps');
  return people.filter(person => person.id === writer || keepers.includes(person)).map(({id}) => id);
}

/** What is wrong with a list of readers that somebody asks for; `people` are those of whom that person may know (CON-4). */
export function contactProblem(
  {audience, askedBy}: AudienceChange,
  people: readonly Decider[],
): ContactProblem | null {
  const readers = people.filter(({id}) => audience.includes(id));
  if (readers.length !== new Set(audience).size) return 'NOT_ON_PLAN';
  if (audience.length === 0) return null;
  if (!audience.includes(askedBy)) return 'PROPOSER_LEFT_OUT';
  const isLacking = people.some(one => mustAct(one, false)) && !readers.some(one => mustAct(one, false));
  return isLacking ? 'AUDIENCE_LACKS_PROTECTOR' : null;
}

/** Whether somebody may ask for other readers: a reader who wrote it, or who may write such values (CON-5). */
export function mayAskAudience(person: Decider, contact: ContactFacts): boolean {
  const mayWrite = writesForOthers(person) || person.id === contact.writtenBy;
  return contact.audience.includes(person.id) && mayWrite;
}

/** Whether a change waits for a manager. Fewer readers count at once; more, or none at all, don't (CON-5). */
export function needsManager({audience}: ContactFacts, change: AudienceChange): boolean {
  return change.audience.length === 0 || !change.audience.every(id => audience.includes(id));
}

/** Whether somebody may approve a change: a manager among the readers, and never whoever asked (CON-6). */
export function mayApproveAudience(
  person: Decider,
  contact: ContactFacts,
  change: AudienceChange,
  people: readonly Decider[],
): boolean {
  if (person.id === change.askedBy || !contact.audience.includes(person.id)) return false;
  const asker = people.find(({id}) => id === change.askedBy);
  // What a manager asks for, another keeper of such values approves: a plan seldom has two managers.
  return isManager(person) || (asker !== undefined && isManager(asker) && writesForOthers(person));
}

/** Whether somebody may purge words from a document that they receive: those of social care, safeguarding and the lead (CON-7). */
export function mayPurge(person: Decider): boolean {
  return writesForOthers(person) || (person.lead && isProfessional(person.role));
}

/** Whether the values that somebody writes may be about anybody, and not only about themselves. */
function writesForOthers({role}: Decider): boolean {
  return OFFICES[role].contacts === 'keeps' || OFFICES[role].contacts === 'writes';
}
