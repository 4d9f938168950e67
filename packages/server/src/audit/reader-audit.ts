import {
  assertNever,
  type AuditAction,
  type ItemId,
  type Participant,
  type ParticipantId,
} from '@goldthread/schema';
import type {AuditEntry, CompartmentRecord} from '../storage/index.ts';
import {SEEN_BY_FAMILY, SEEN_BY_PROFESSIONALS, type Circle} from './who-sees.ts';

/** A person as an entry names one. */
export interface NamedPerson {
  readonly id: ParticipantId;
  readonly name: string;
}

/** One entry as a reader sees it: no number, no hash, no session and no document. */
export interface ReaderEntry {
  readonly at: number;
  /** `null` is the administrator or the server itself. */
  readonly actor: NamedPerson | null;
  readonly action: AuditAction;
  readonly subject: NamedPerson | null;
  readonly itemIds: readonly ItemId[];
  readonly detail: Readonly<Record<string, string>>;
}

/**
 * The entries that a reader may see, in their order: those of documents that the reader receives now, and of none, as far as
 * the reader may know of everybody in them. Nothing in the result depends on an entry that is left out.
 * `compartments` are the documents that the reader receives now, `people` those of whom the reader may know, `tokens` those of
 * values of the contact store that the reader may read.
 */
export function readerAudit(
  entries: readonly AuditEntry[],
  reader: Participant,
  compartments: readonly CompartmentRecord[],
  people: readonly Participant[],
  tokens: ReadonlySet<string>,
): readonly ReaderEntry[] {
  const received = new Map(compartments.map(one => [one.id, one.kind]));
  const known = new Map(people.map(({id, name}) => [id, {id, name}]));
  return entries.flatMap(entry => {
    const {at, action, compartmentId, itemIds, detail} = entry;
    const kind = compartmentId === null ? null : received.get(compartmentId);
    const [actor, subject] = [entry.actor, entry.subject].map(id => (id === null ? null : known.get(id)));
    if (kind === undefined || actor === undefined || subject === undefined) return [];
    // Also for whoever acted: a session that nobody confirmed may be another person's.
    if (isOfContact(action) && !tokens.has(detail['token'] ?? '')) return [];
    if (actor?.id !== reader.id && !isIn(circleOf(action, reader), kind, subject, reader)) return [];
    // Without a document nobody can say who may know of its items.
    return [{at, actor, action, subject, itemIds: kind === null ? [] : itemIds, detail}];
  });
}

/** The first entries of a list, newest first; those of one moment are never parted, so that the next page starts before them. */
export function pageOf(entries: readonly ReaderEntry[], limit: number): readonly ReaderEntry[] {
  const last = entries[limit - 1];
  return entries.filter(({at}, index) => index < limit || at === last?.at);
}

function isOfContact(action: AuditAction): boolean {
  return SEEN_BY_PROFESSIONALS[action] === 'contact';
}

function circleOf(action: AuditAction, {role}: Participant): Circle {
  switch (role) {
    case 'child':
    case 'parent':
    case 'carer':
    case 'family':
      return SEEN_BY_FAMILY[action] ?? 'nobody';
    default:
      return SEEN_BY_PROFESSIONALS[action];
  }
}

function isIn(
  circle: Circle,
  kind: CompartmentRecord['kind'] | null,
  subject: NamedPerson | null,
  reader: Participant,
): boolean {
  switch (circle) {
    case 'all':
    case 'contact':
      return true;
    case 'lead':
      return reader.lead && subject?.id !== reader.id;
    case 'named':
      return subject?.id === reader.id;
    case 'audience':
      return kind === 'withheld';
    case 'decision':
      return kind === 'withheld' || subject !== null;
    case 'nobody':
      return false;
    default:
      return assertNever(circle);
  }
}
