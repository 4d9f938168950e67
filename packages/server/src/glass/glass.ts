import {
  EMERGENCY_MS,
  didTooOften,
  managersToTell,
  mayBreakGlass,
  newId,
  toldOfEmergency,
  type ParticipantId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {lookFor} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {
  GlassId,
  GlassOutcome,
  GlassReason,
  GlassRecord,
  RecordChange,
  SessionRecord,
} from '../storage/index.ts';
import {
  isReader,
  planFacts,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {glassNotes} from './glass-notes.ts';
import {glassView, mayKnowOfGlass, mayReviewGlass, type GlassContext, type GlassView} from './glass-view.ts';
import {whatOpens} from './what-opens.ts';

/** Whoever breaks the glass, at the session in which they will read. */
export interface Breaker {
  readonly participant: Reader['participant'];
  readonly session: Pick<SessionRecord, 'id' | 'proof'>;
}

/** How long ago somebody must have shown that it is them. */
const FRESH_MS = 5 * 60_000;
const EVER = 0;

/**
 * Reading in an emergency what is not meant for the reader (domain 6.7): for an hour, without writing or taking anything along,
 * told at once to whoever may know, and judged afterwards by somebody else. Whoever does it gets the same answer, and whoever is
 * told of the deed as such is told the same, whatever opens and if nothing does.
 */
export class Glass {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Opens what may be needed. That the person just showed who they are is not enough if it was by a link, which others could open. */
  open(
    planId: PlanId,
    {participant, session}: Breaker,
    asked: {readonly reason: GlassReason; readonly words: string},
  ): Promise<GlassRecord> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const now = clock.now();
      if (!mayBreakGlass(participant)) throw new RequestProblem('NOT_FOUND');
      const {proof} = session;
      if (proof === null || proof.by === 'link' || now - proof.at > FRESH_MS)
        throw new RequestProblem('PROVE_AGAIN');
      const earlier = (await storage.glass(planId, EVER)).filter(one => one.participantId === participant.id);
      if (
        didTooOften(
          participant,
          earlier.map(({at}) => at),
          now,
        )
      )
        throw new RequestProblem('GLASS_TOO_OFTEN');
      const facts = await planFacts(this.#ports, planId);
      await this.#demandNoValue(facts, participant.id, asked.words);
      const shared = facts.compartments.find(({kind}) => kind === 'shared');
      if (shared === undefined) throw new RequestProblem('NOT_FOUND');
      const opened = await whatOpens(this.#ports, facts, participant);
      const record: GlassRecord = {
        id: newId<GlassId>(random),
        planId,
        sharedId: shared.id,
        participantId: participant.id,
        sessionId: session.id,
        compartmentIds: opened.map(({id}) => id),
        closed: [],
        at: now,
        until: now + EMERGENCY_MS,
        ...asked,
        told: toldOfEmergency(participant, opened, facts.people),
        review: null,
        escalatedAt: null,
      };
      const by = {id: participant.id, sessionId: session.id};
      await this.#write(record, glassNotes(record, now, by, 'brokeGlass'), record.told);
      await this.#ports.sync.changed(planId);
      await this.#ports.sync.tellSession(planId, session.id, ['withholdings', 'breakGlass']);
      return record;
    });
  }

  /** The openings of which a session may show something, newest first. */
  async list(planId: PlanId, reader: Reader): Promise<readonly GlassView[]> {
    if (!reader.isConfirmed || reader.onlookers !== null) return [];
    const me = reader.participant.id;
    const contexts = await this.#contexts(planId);
    const mine = contexts.filter(context => mayKnowOfGlass(context, me));
    return mine.map(context => {
      const own = context.facts.compartments.filter(one => one.kind === 'withheld' && isReader(one, me));
      const received = new Set([...own.map(({id}) => id), ...(reader.emergency ?? [])]);
      return glassView(context, me, received);
    });
  }

  /** Somebody else says whether it was right. What wasn't closes at once. */
  review(
    planId: PlanId,
    actor: Actor,
    id: string,
    {outcome, words}: {readonly outcome: GlassOutcome; readonly words: string},
  ): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const context = (await this.#contexts(planId)).find(({record}) => record.id === id);
      if (context === undefined || !mayKnowOfGlass(context, actor.id)) throw new RequestProblem('NOT_FOUND');
      if (!mayReviewGlass(context, actor.id)) throw new RequestProblem('MAY_NOT_REVIEW');
      const {record, now} = context;
      if (record.review !== null) throw new RequestProblem('ALREADY_CHANGED');
      await this.#demandNoValue(context.facts, actor.id, words);
      const isOver = outcome === 'notJustified' || record.until <= now;
      const reviewed: GlassRecord = {
        ...record,
        until: isOver ? Math.min(record.until, now) : record.until,
        review: {by: actor.id, at: now, outcome, words},
      };
      const notes = glassNotes(reviewed, now, actor, 'glassReviewed', {outcome});
      await this.#write(reviewed, notes, [...record.told, record.participantId]);
      await this.#ports.sync.changed(planId);
    });
  }

  /** Tells every manager of what nobody looked at in time. */
  async escalate(planId: PlanId): Promise<void> {
    await this.#ports.queue.run(planId, async () => {
      for (const context of await this.#contexts(planId)) {
        const {record, breaker, facts, now} = context;
        const isLate = record.review === null && glassView(context, breaker.id, new Set()).isOverdue;
        if (!isLate || record.escalatedAt !== null) continue;
        const told = [...new Set([...record.told, ...managersToTell(breaker, facts.people)])];
        const late = {...record, escalatedAt: now, told};
        await this.#write(late, glassNotes(late, now, null, 'escalated'), told);
      }
    });
  }

  /** Against everybody, because whom it is told depends on what opens, and no answer may depend on that. */
  async #demandNoValue(facts: PlanFacts, writer: ParticipantId, words: string): Promise<void> {
    const participant = facts.people.find(({id}) => id === writer);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    const look = await lookFor(this.#ports.storage, facts, {participant, isConfirmed: true, onlookers: null});
    look.demandNoValue(
      [words],
      facts.people.map(({id}) => id),
    );
  }

  async #contexts(planId: PlanId): Promise<GlassContext[]> {
    const {storage, clock} = this.#ports;
    const records = await storage.glass(planId, EVER);
    if (records.length === 0) return [];
    const facts = await planFacts(this.#ports, planId);
    return records.toReversed().flatMap(record => {
      const breaker = facts.everyone.find(({id}) => id === record.participantId);
      return breaker === undefined ? [] : [{record, breaker, facts, now: clock.now()}];
    });
  }

  async #write(
    record: GlassRecord,
    notes: readonly RecordChange[],
    told: readonly ParticipantId[],
  ): Promise<void> {
    const {storage, sync, logger} = this.#ports;
    await storage.record([{kind: 'glass', put: record}, ...notes]);
    await sync.tellRecords(record.planId, new Set(told), ['breakGlass']);
    if (record.review !== null) return;
    const code = record.escalatedAt === null ? 'GLASS' : 'GLASS_OVERDUE';
    for (const participantId of told)
      logger.warn({code, planId: record.planId, participantId}, 'the glass was broken');
  }
}
