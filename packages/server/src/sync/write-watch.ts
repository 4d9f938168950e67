import {
  mayReadContact,
  receives,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type SessionId,
} from '@goldthread/schema';
import {ProtectedValues, type ProtectedMatch} from '@goldthread/schema/disclosure';
import {itemIdOf} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import {itemsChangedBy, wordsAfter, wordsBefore, type ItemWords} from '../gate/index.ts';
import {readerOf, type ContactRecord, type IdRange} from '../storage/index.ts';
import type {Connection} from './connection.ts';
import {lettersAround} from './word-window.ts';

/** Who wrote, and where. */
export interface Writing {
  readonly planId: PlanId;
  readonly compartmentId: CompartmentId;
  readonly participantId: ParticipantId;
  readonly sessionId: SessionId;
}

/** A part of a protected value that its writer typed before the update that would have completed it. */
export interface TypedPart extends Writing {
  readonly words: string;
  readonly ranges: readonly IdRange[];
}

/** A protected value that somebody wrote who may not read it. */
export interface Sighted extends Writing {
  readonly token: string;
  readonly itemId: ItemId;
}

/** What an update says that is kept out of the plan. */
export interface Watched {
  /** The writer may read the value and others who read here may not: the update is refused. */
  readonly stop: TypedPart | null;
  /** The writer may not read it: it is text like any other, and those who keep the value are told. */
  readonly sighted: readonly Sighted[];
}

interface Completed {
  readonly match: ProtectedMatch;
  readonly item: Y.XmlElement;
  readonly words: ItemWords;
}

/** Fewer letters and digits of a value than this tell nothing, and are left standing. */
const TELLING = 4;

/**
 * Watches what is written in one plan for the values of its contact store (E07). It holds every update against every value,
 * whoever writes, so that not even the time that an update takes tells whether somebody guessed one (ruling 3).
 */
export class WriteWatch {
  readonly #contacts: ReadonlyMap<string, ContactRecord>;
  readonly #values: ProtectedValues;

  constructor(contacts: readonly ContactRecord[]) {
    this.#contacts = new Map(contacts.map(contact => [contact.token, contact]));
    this.#values = new ProtectedValues(contacts);
  }

  /** Whether there is nothing to watch for. */
  get isIdle(): boolean {
    return this.#contacts.size === 0;
  }

  /** What a transaction brought, as its `afterTransaction` is; `null` for nearly every one. */
  look(connection: Connection, transaction: Y.Transaction): Watched | null {
    if (this.isIdle) return null;
    const items = new Set(itemsChangedBy(transaction).keys());
    const found = [...items].flatMap(item => this.#matchesIn(item, transaction));
    if (found.length === 0) return null;
    const stood = new Set([...items].flatMap(item => this.#tokensBefore(item, transaction)));
    const completed = found.filter(({match}) => !stood.has(match.token));
    const stops = completed.filter(one => this.#stops(connection, one.match.token));
    const [first] = stops;
    if (first !== undefined) return {stop: typedPart(connection, transaction, first), sighted: []};
    const sighted = completed.flatMap(one => this.#sighted(connection, one) ?? []);
    return sighted.length === 0 ? null : {stop: null, sighted};
  }

  /** Values that stand where the transaction changed something, whether it brought them or not. */
  #matchesIn(item: Y.XmlElement, transaction: Y.Transaction): Completed[] {
    if (item._item?.deleted === true) return [];
    const words = wordsAfter(item, transaction);
    const {text, touched, details} = words;
    const window = touched === null ? null : lettersAround(text, touched, this.#values.longest);
    const inText = window === null ? [] : this.#values.in(window.text);
    const start = window?.start ?? 0;
    return [
      ...inText.map(match => ({...match, start: match.start + start, end: match.end + start})),
      // Nothing of a detail is typed before: it is set as a whole.
      ...this.#values.in(details.join('\n')).map(match => ({...match, start: 0, end: 0})),
    ].map(match => ({match, item, words}));
  }

  #tokensBefore(item: Y.XmlElement, transaction: Y.Transaction): string[] {
    const {text, details} = wordsBefore(item, transaction);
    return this.#values.in([text, ...details].join('\n')).map(({token}) => token);
  }

  /** Whether this writer may read a value that somebody who reads here may not. */
  #stops(connection: Connection, token: string): boolean {
    const {plan} = connection.room;
    const contact = this.#contacts.get(token);
    if (contact === undefined || !mayRead(connection, contact)) return false;
    const readers = plan.access.participants.filter(({id}) => receives(id, connection.rights.facts));
    return readers.some(({id}) => !contact.audience.includes(id));
  }

  #sighted(connection: Connection, {match, item}: Completed): Sighted | null {
    const contact = this.#contacts.get(match.token);
    const itemId = itemIdOf(item);
    if (contact === undefined || itemId === null || mayRead(connection, contact)) return null;
    // The gate lets nothing but ids stand in this attribute.
    return {...writingOf(connection), token: match.token, itemId: itemId as ItemId};
  }
}

function mayRead({participantId, session, room}: Connection, contact: ContactRecord): boolean {
  const reader = readerOf(participantId, session, room.plan.access.participants);
  return reader !== null && mayReadContact(reader, contact);
}

function writingOf({room, participantId, sessionId}: Connection): Writing {
  return {planId: room.plan.id, compartmentId: room.compartment.id, participantId, sessionId};
}

/** What of a match stood there before, under client ids of the writer. What somebody else wrote is left standing. */
function typedPart(
  connection: Connection,
  {beforeState}: Y.Transaction,
  {match, words}: Completed,
): TypedPart {
  const {bindings} = connection.room;
  const ranges: IdRange[] = [];
  let typed = '';
  for (const {at, length, client, clock} of words.pieces) {
    if (bindings.get(client) !== connection.participantId) continue;
    const from = Math.max(match.start, at);
    const to = Math.min(match.end, at + length, at + (beforeState.get(client) ?? 0) - clock);
    if (from >= to) continue;
    ranges.push({client, clock: clock + from - at, length: to - from});
    typed += words.text.slice(from, to);
  }
  const isTelling = typed.replace(/[^\p{Letter}\p{Number}]/gu, '').length >= TELLING;
  return {...writingOf(connection), words: isTelling ? typed : '', ranges: isTelling ? ranges : []};
}
