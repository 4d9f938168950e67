import {
  isProfessional,
  newId,
  type HouseSessionId,
  type ParticipantId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {lookFor} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import {
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
import {leadOf} from './find-own.ts';
import {makeDocument} from './write-own.ts';

/** Who holds a session, at which sign-in. */
export interface Holder {
  readonly participant: Reader['participant'];
  readonly session: {readonly id: HouseSessionRecord['sessionId']};
}

/** What may be changed of a session as it goes on. */
export interface HouseSessionChange extends Partial<HouseSessionWords> {
  readonly isOver?: boolean;
}

/** A session as one of its readers sees it. Times are ISO strings. */
export interface HouseSessionView extends HouseSessionWords {
  readonly id: string;
  readonly askedBy: string;
  readonly beganAt: string;
  readonly readBackAt: string | null;
  readonly endedAt: string | null;
  /** Whether whoever held it may still write for the child. */
  readonly mayWrite: boolean;
}

/** What is left empty until it is known. */
const NOTHING: Omit<HouseSessionWords, 'place' | 'present' | 'limitsTold'> = {
  ...{prompts: [], parentTold: '', readBack: '', endedBy: '', presented: '', feedback: ''},
};

/**
 * Sessions in which somebody writes for the child (domain 5.2; rulings 7, 14): begun by who asks, with where, who is there and what
 * the child was told; over when it was read back. Only then, and in documents that the child receives too, may an adult write in a
 * house, and what they write is the child's.
 */
export class HouseSessions {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Begins a session. One at a time: two people who write for a child at once would both say who was there. */
  begin(
    planId: PlanId,
    {participant, session}: Holder,
    words: Pick<HouseSessionWords, 'place' | 'present' | 'limitsTold'> & Partial<HouseSessionWords>,
  ): Promise<HouseSessionView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const child = facts.people.find(({role}) => role === 'child');
      const isHidden = child !== undefined && participant.hiddenFrom.includes(child.id);
      if (child === undefined || isHidden || !isProfessional(participant.role))
        throw new RequestProblem('NOT_FOUND');
      const now = clock.now();
      const open = (await storage.houses.sessions.of(planId)).find(one => isWriting(one, now));
      if (open !== undefined) throw new RequestProblem('SESSION_OPEN');
      const readers = [...new Set([participant.id, ...leadOf(facts)])];
      const {compartment, isNew} = compartmentFor(this.#ports, facts, readers);
      const record: HouseSessionRecord = {
        ...{...NOTHING, ...words},
        ...{id: newId<HouseSessionId>(random), planId, compartmentId: compartment.id},
        ...{speaker: child.id, scribe: participant.id, sessionId: session.id},
        ...{beganAt: now, readBackAt: null, endedAt: null},
      };
      await this.#demandNoValue(facts, participant.id, words, readers);
      if (isNew) await makeDocument(this.#ports, compartment);
      await this.#write(record, 'sessionBegun');
      return viewOf(record, now);
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
      const {storage, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const found = (await storage.houses.sessions.of(planId)).find(one => one.id === id);
      if (found === undefined || found.scribe !== participant.id) throw new RequestProblem('NOT_FOUND');
      const now = clock.now();
      const {isOver, ...words} = change;
      await this.#demandNoValue(facts, participant.id, words, [participant.id, ...leadOf(facts)]);
      const isReadBack = found.readBackAt === null && (words.readBack ?? '') !== '';
      const changed: HouseSessionRecord = {
        ...found,
        ...words,
        readBackAt: isReadBack ? now : found.readBackAt,
        endedAt: isOver === true ? (found.endedAt ?? now) : found.endedAt,
      };
      if (isReadBack) await this.#readBack(facts, found);
      await this.#write(changed, isReadBack ? 'sessionReadBack' : null);
      return viewOf(changed, now);
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
    return mine.map(one => viewOf(one, this.#ports.clock.now())).reverse();
  }

  /** What was written for the child in a session is the child's alone from now on. */
  async #readBack(facts: PlanFacts, {scribe, beganAt}: HouseSessionRecord): Promise<void> {
    const written = facts.items.filter(one => isWrittenFor(one, scribe) && one.createdAt >= beganAt);
    for (const [compartmentId, items] of Map.groupBy(written, one => one.compartmentId))
      await this.#ports.storage.markReadBack(
        compartmentId,
        items.map(({id}) => id),
      );
  }

  async #write(record: HouseSessionRecord, action: 'sessionBegun' | 'sessionReadBack' | null): Promise<void> {
    const {planId, compartmentId, scribe, sessionId} = record;
    const note = {planId, compartmentId, actor: scribe, sessionId, at: this.#ports.clock.now()};
    const noted: RecordChange[] =
      action === null
        ? []
        : [{kind: 'audit', append: {...note, action, itemIds: [], subject: null, detail: {}}}];
    await this.#ports.storage.record([{kind: 'houseSession', put: record}, ...noted]);
    await this.#ports.sync.changed(planId);
  }

  async #demandNoValue(
    facts: PlanFacts,
    me: ParticipantId,
    words: Partial<HouseSessionWords>,
    readers: readonly ParticipantId[],
  ): Promise<void> {
    const participant = facts.people.find(({id}) => id === me);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    const reader = {participant, isConfirmed: true, onlookers: null};
    const look = await lookFor(this.#ports.storage, facts, reader, readers);
    look.demandNoValue(Object.values(words).flat(), readers);
  }
}

function isWrittenFor({typedBy, verbatim, readBack}: ItemRecord, scribe: ParticipantId): boolean {
  return typedBy === scribe && verbatim && !readBack;
}

function viewOf(record: HouseSessionRecord, now: number): HouseSessionView {
  const {id, place, present, prompts, limitsTold, parentTold, readBack, endedBy, presented, feedback} =
    record;
  return {
    ...{id, place, present, prompts, limitsTold, parentTold, readBack, endedBy, presented, feedback},
    askedBy: record.scribe,
    beganAt: isoOf(record.beganAt),
    readBackAt: record.readBackAt === null ? null : isoOf(record.readBackAt),
    endedAt: record.endedAt === null ? null : isoOf(record.endedAt),
    mayWrite: isWriting(record, now),
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
