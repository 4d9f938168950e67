import {
  contactProblem,
  defaultContactAudience,
  mayApproveAudience,
  mayAskAudience,
  mayReadContact,
  mayWriteContact,
  needsManager,
  newId,
  type AuditAction,
  type ContactId,
  type ContactKind,
  type ParticipantId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {ContactRecord, RecordChange} from '../storage/index.ts';
import type {Sighted} from '../sync/index.ts';
import {
  peopleKnownTo,
  planFacts,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {contactsFor, maySeeSighting, type ContactView} from './contact-view.ts';
import {newToken} from './new-token.ts';

/** A value that somebody puts into the store. `audience` `null`: the writer and those who keep such values. */
export interface NewContact {
  readonly kind: ContactKind;
  readonly value: string;
  readonly audience: readonly ParticipantId[] | null;
}

/** So many places a value remembers where it was written. */
const MOST_SIGHTINGS = 50;

/** Whoever gives a command. */
interface Commander {
  readonly actor: Actor;
  readonly reader: Reader;
}

/**
 * The protected contact store: addresses, numbers and the like, which no plan holds (class V3). Whoever isn't among the
 * readers of a value gets the same bytes as if it weren't there.
 */
export class Contacts {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** What a session may show. That it was read is noted before it is handed out. */
  async read(planId: PlanId, {actor, reader}: Commander): Promise<readonly ContactView[]> {
    const facts = await planFacts(this.#ports, planId);
    const records = await this.#ports.storage.contacts(planId);
    const mine = records.filter(record => mayReadContact(reader, record));
    await this.#ports.storage.record(mine.map(record => this.#note(actor, record, 'contactRead')));
    return contactsFor(records, facts, reader);
  }

  /** The tokens of which a session may know. */
  async tokensFor(planId: PlanId, reader: Reader): Promise<ReadonlySet<string>> {
    const records = await this.#ports.storage.contacts(planId);
    return new Set(records.filter(record => mayReadContact(reader, record)).map(({token}) => token));
  }

  /** Puts a value into the store and gives the token that stands for it. */
  write(planId: PlanId, {actor, reader}: Commander, {kind, value, audience}: NewContact): Promise<string> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      if (!mayWriteContact(reader.participant)) throw new RequestProblem('NOT_FOUND');
      const known = peopleKnownTo(facts, actor.id);
      const readers = audience ?? defaultContactAudience(known, actor.id);
      this.#demand(facts, {audience: readers, askedBy: actor.id});
      const taken = new Set((await storage.contacts(planId)).map(({token}) => token));
      const record: ContactRecord = {
        id: newId<ContactId>(random),
        planId,
        token: newToken(kind, random, taken),
        kind,
        value,
        audience: readers,
        writtenBy: actor.id,
        writtenAt: clock.now(),
        asked: null,
        sightings: [],
      };
      await this.#put(actor, record, record.audience);
      return record.token;
    });
  }

  /** Asks for other readers. Fewer count at once; for more, or for none at all, a second person is waited. */
  askAudience(
    planId: PlanId,
    {actor, reader}: Commander,
    token: string,
    audience: readonly ParticipantId[],
  ): Promise<'changed' | 'pending'> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const record = await this.#find(planId, reader, token);
      if (!mayAskAudience(reader.participant, record)) throw new RequestProblem('NOT_FOUND');
      const asked = {audience: [...new Set(audience)], askedBy: actor.id};
      this.#demand(facts, asked);
      const waits = needsManager(record, asked);
      const changed = waits ? {...record, asked} : {...record, audience: asked.audience, asked: null};
      await this.#put(actor, changed, record.audience);
      return waits ? 'pending' : 'changed';
    });
  }

  /** The second person says yes to other readers, or to the end of the value. */
  approveAudience(planId: PlanId, {actor, reader}: Commander, token: string): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const record = await this.#find(planId, reader, token);
      const {asked} = record;
      if (asked === null || !mayApproveAudience(reader.participant, record, asked, facts.people)) {
        throw new RequestProblem('NOT_FOUND');
      }
      const changed = {...record, audience: asked.audience, asked: null};
      await this.#put(actor, changed, [...record.audience, ...asked.audience]);
    });
  }

  /** Keeps in mind that somebody wrote a value who may not read it, and tells those who keep it and read what was written. */
  sighted({planId, token, participantId, compartmentId, itemId}: Sighted): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync, clock} = this.#ports;
      const record = (await storage.contacts(planId)).find(one => one.token === token);
      const isKnown = record?.sightings.some(one => one.itemId === itemId && one.by === participantId);
      if (record === undefined || isKnown === true) return;
      const sighting = {at: clock.now(), by: participantId, compartmentId, itemId};
      const sightings = [...record.sightings, sighting].slice(-MOST_SIGHTINGS);
      await storage.record([{kind: 'contact', put: {...record, sightings}}]);
      const facts = await planFacts(this.#ports, planId);
      const told = facts.people.filter(person => maySeeSighting(person, record, sighting, facts));
      await sync.tellRecords(planId, new Set(told.map(({id}) => id)), ['contacts']);
    });
  }

  async #find(planId: PlanId, reader: Reader, token: string): Promise<ContactRecord> {
    const records = await this.#ports.storage.contacts(planId);
    const record = records.find(one => one.token === token && mayReadContact(reader, one));
    if (record === undefined) throw new RequestProblem('NOT_FOUND');
    return record;
  }

  #demand(facts: PlanFacts, change: Parameters<typeof contactProblem>[0]): void {
    const problem = contactProblem(change, peopleKnownTo(facts, change.askedBy));
    if (problem !== null) throw new RequestProblem(problem);
  }

  /** Writes a value with its audit, decides anew what its readers may write, and tells those who may know that it changed. */
  async #put(actor: Actor, record: ContactRecord, told: readonly ParticipantId[]): Promise<void> {
    const {storage, sync} = this.#ports;
    const change: RecordChange =
      record.audience.length === 0 ? {kind: 'contactGone', id: record.id} : {kind: 'contact', put: record};
    await storage.record([change, this.#note(actor, record, 'contactWritten')]);
    await sync.changed(record.planId);
    await sync.tellRecords(record.planId, new Set(told), ['contacts']);
  }

  #note(actor: Actor, {planId, token, kind}: ContactRecord, action: AuditAction): RecordChange {
    const append = {
      planId,
      at: this.#ports.clock.now(),
      actor: actor.id,
      sessionId: actor.sessionId,
      action,
      compartmentId: null,
      itemIds: [],
      subject: null,
      detail: {token, kind},
    };
    return {kind: 'audit', append};
  }
}
