import {
  isProfessional,
  missingBefore,
  newId,
  type HouseSessionId,
  type ParticipantId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  NEW_HOUSE_SESSION,
  isWriting,
  type HouseSessionRecord,
  type HouseSessionWords,
  type ItemRecord,
  type RecordChange,
} from '../storage/index.ts';
import {
  compartmentFor,
  isReader,
  planFacts,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {heldSession} from './choose-for.ts';
import {demandNoValue, readersOf} from './session-readers.ts';
import {sessionView, type HouseSessionView} from './session-view.ts';
import {makeDocument} from './write-own.ts';

/** Who holds a session, at which sign-in. */
export interface Holder {
  readonly participant: Reader['participant'];
  readonly session: {readonly id: HouseSessionRecord['sessionId']};
}

/** What may be changed of a session as it goes on. */
export interface HouseSessionChange extends Partial<HouseSessionWords> {
  /** From now on somebody writes for the child. */
  readonly begins?: boolean;
  readonly isOver?: boolean;
  /** What whoever holds it has begun to write, by the name of the box; empty where it is written down or thrown away. */
  readonly drafts?: Readonly<Record<string, string>>;
}

/**
 * Sessions in which somebody writes for the child (domain 5.2; rulings 7, 14): prepared, then begun by who asks once it is said where,
 * who is there, what the child was told and whether a parent knows; over when it was read back. Only in between, and in documents that
 * the child receives too, may an adult write in a house, and what they write is the child's.
 */
export class HouseSessions {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Prepares a session, and begins it where it is said at once what has to be said before. */
  prepare(
    planId: PlanId,
    {participant, session}: Holder,
    change: HouseSessionChange,
  ): Promise<HouseSessionView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const child = facts.people.find(({role}) => role === 'child');
      const isHidden = child !== undefined && participant.hiddenFrom.includes(child.id);
      if (child === undefined || isHidden || !isProfessional(participant.role))
        throw new RequestProblem('NOT_FOUND');
      const {compartment, isNew} = compartmentFor(this.#ports, facts, readersOf(facts, participant.id));
      const record: HouseSessionRecord = {
        ...NEW_HOUSE_SESSION,
        ...{id: newId<HouseSessionId>(this.#ports.random), planId, compartmentId: compartment.id},
        ...{speaker: child.id, scribe: participant.id, sessionId: session.id},
        madeAt: this.#ports.clock.now(),
      };
      const changed = await this.#changed(facts, record, change);
      if (isNew) await makeDocument(this.#ports, compartment);
      return this.#write(facts, record, changed);
    });
  }

  /** Writes down how it goes on. Once it is read back, nobody but the child writes any more, and what was written is the child's. */
  change(
    planId: PlanId,
    {participant}: Holder,
    id: string,
    change: HouseSessionChange,
  ): Promise<HouseSessionView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const found = await heldSession(this.#ports, planId, participant.id, id);
      const changed = await this.#changed(facts, found, change);
      return this.#write(facts, found, changed);
    });
  }

  /** The sessions that somebody may read, newest first. */
  async list(planId: PlanId, reader: Reader): Promise<readonly HouseSessionView[]> {
    if (!reader.isConfirmed || reader.onlookers !== null) return [];
    const facts = await planFacts(this.#ports, planId);
    const mine = (await this.#ports.storage.houses.sessions.of(planId)).filter(({compartmentId}) => {
      const compartment = facts.compartments.find(one => one.id === compartmentId);
      return compartment !== undefined && isReader(compartment, reader.participant.id);
    });
    return Promise.all(mine.reverse().map(one => sessionView(this.#ports, facts, one, reader)));
  }

  /** A session as it is with a change, or the end of the request. */
  async #changed(
    facts: PlanFacts,
    found: HouseSessionRecord,
    {begins, isOver, drafts, ...words}: HouseSessionChange,
  ): Promise<HouseSessionRecord> {
    const {scribe} = found;
    await demandNoValue(this.#ports, facts, scribe, Object.values(words).flat());
    const now = this.#ports.clock.now();
    const isReadBack = found.readBackAt === null && (words.readBack ?? '') !== '';
    const changed: HouseSessionRecord = {
      ...found,
      ...words,
      drafts: draftsWith(found.drafts, drafts ?? {}),
      beganAt: begins === true ? (found.beganAt ?? now) : found.beganAt,
      readBackAt: isReadBack ? now : found.readBackAt,
      endedAt: isOver === true ? (found.endedAt ?? now) : found.endedAt,
    };
    if (changed.beganAt !== found.beganAt) await this.#demandReady(changed, now);
    return changed;
  }

  /** One at a time: two people who write for a child at once would both say who was there. */
  async #demandReady(record: HouseSessionRecord, now: number): Promise<void> {
    if (missingBefore(record).length > 0) throw new RequestProblem('SESSION_NOT_READY');
    const others = await this.#ports.storage.houses.sessions.of(record.planId);
    if (others.some(one => isWriting(one, now))) throw new RequestProblem('SESSION_OPEN');
  }

  async #write(
    facts: PlanFacts,
    before: HouseSessionRecord,
    record: HouseSessionRecord,
  ): Promise<HouseSessionView> {
    const {planId, compartmentId, scribe, sessionId} = record;
    const now = this.#ports.clock.now();
    const note = {planId, compartmentId, actor: scribe, sessionId, at: now, itemIds: [], subject: null};
    const noted = (action: 'sessionBegun' | 'sessionReadBack', isNow: boolean): RecordChange[] =>
      isNow ? [{kind: 'audit', append: {...note, action, detail: {}}}] : [];
    const isReadBack = record.readBackAt !== before.readBackAt;
    await this.#ports.storage.record([
      {kind: 'houseSession', put: record},
      ...(isReadBack ? readBack(facts, record) : []),
      ...noted('sessionBegun', record.beganAt !== before.beganAt),
      ...noted('sessionReadBack', isReadBack),
    ]);
    // What somebody types changes nothing about who may write.
    if (isWriting(record, now) !== isWriting(before, now)) await this.#ports.sync.changed(planId);
    const participant = facts.people.find(({id}) => id === scribe);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    return sessionView(this.#ports, facts, record, {participant});
  }
}

function draftsWith(
  before: HouseSessionRecord['drafts'],
  more: Readonly<Record<string, string>>,
): HouseSessionRecord['drafts'] {
  return Object.fromEntries(Object.entries({...before, ...more}).filter(([, words]) => words !== ''));
}

/** What was written for the child in a session is the child's alone from now on. */
function readBack({items}: PlanFacts, {scribe, beganAt}: HouseSessionRecord): RecordChange[] {
  const written = items.filter(one => isWrittenFor(one, scribe) && one.createdAt >= (beganAt ?? 0));
  return [...Map.groupBy(written, one => one.compartmentId)].map(([compartmentId, its]) => ({
    ...{kind: 'readBack', in: compartmentId},
    itemIds: its.map(({id}) => id),
  }));
}

function isWrittenFor({typedBy, verbatim, readBack}: ItemRecord, scribe: ParticipantId): boolean {
  return typedBy === scribe && verbatim && !readBack;
}
