import {
  mayMakeScale,
  mayRate,
  mayReveal,
  newId,
  receives,
  type CompartmentId,
  type CopyReason,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type RatingId,
  type ScaleId,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  type CompartmentRecord,
  type Rating,
  type RecordChange,
  type ScaleRecord,
} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {fileScale, scaleView, type ScaleReader, type ScaleView} from './scale-view.ts';
import type {Speaker} from './speaker.ts';
import {receivedBy} from './standing-items.ts';
import {WordsCheck} from './words-check.ts';

/** A number that somebody places. */
export interface NewRating {
  readonly value: number;
  readonly whyNotLower: string;
  readonly oneHigher: string;
  readonly copyReason: CopyReason | null;
}

/** A scale that somebody makes; in the shared compartment unless another one is named. */
export interface NewScale {
  readonly zero: string;
  readonly ten: string;
  readonly compartmentId: CompartmentId | null;
  /** The danger statement that it is for. */
  readonly about: ItemId | null;
  readonly copyReason: CopyReason | null;
}

/** Rules of a scale: who may do something with those of a compartment. */
type Rule = typeof mayRate | typeof mayReveal | typeof mayMakeScale;

/**
 * Scales from 0 to 10 on which each person places their own number, before seeing anybody else's (domain 4.3, B04). Numbers are
 * shown together when somebody whose office it is shows them, kept for ever, and never made into one.
 */
export class Scales {
  readonly #ports: AgreementPorts;
  readonly #check: WordsCheck;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** What a session of a reader may show. */
  async list(planId: PlanId, reader: ScaleReader): Promise<readonly ScaleView[]> {
    const facts = await planFacts(this.#ports, planId);
    return (await this.#received(facts, reader)).map(one => scaleView(one, facts, reader));
  }

  /** The same as a plan file says it. */
  async inFile(planId: PlanId, reader: ScaleReader): Promise<readonly ReturnType<typeof fileScale>[]> {
    const facts = await planFacts(this.#ports, planId);
    return (await this.#received(facts, reader)).map(one => fileScale(one, facts, reader));
  }

  make(
    planId: PlanId,
    speaker: Speaker,
    {zero, ten, compartmentId, about, copyReason}: NewScale,
  ): Promise<ScaleView> {
    return this.#ports.queue.run(planId, async () => {
      const {random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const compartment = facts.compartments.find(one =>
        compartmentId === null ? one.kind === 'shared' : one.id === compartmentId,
      );
      if (compartment === undefined || !mayBeAbout(facts, compartment, about))
        throw new RequestProblem('NOT_FOUND');
      this.#demand(mayMakeScale, facts, speaker, compartment);
      const id = newId<ScaleId>(random);
      const notes = await this.#checked(facts, speaker, compartment, `${zero}\n${ten}`, copyReason);
      const where = {planId, compartmentId: compartment.id, ...(about !== null && {about})};
      const record: ScaleRecord = {id, ...where, zero, ten, madeAt: clock.now(), ratings: [], reveals: []};
      await this.#write(facts, speaker, record, 'scaleMade', this.#readers(facts, compartment), notes);
      return scaleView(record, facts, speaker);
    });
  }

  /** Places a person's own number. Nobody else is told a thing, not even that there is one. */
  rate(planId: PlanId, speaker: Speaker, scaleId: ScaleId, placed: NewRating): Promise<ScaleView> {
    return this.#ports.queue.run(planId, async () => {
      const {random, clock} = this.#ports;
      const {facts, record, compartment} = await this.#find(planId, speaker, scaleId);
      this.#demand(mayRate, facts, speaker, compartment);
      const {value, whyNotLower, oneHigher, copyReason} = placed;
      const words = [whyNotLower, oneHigher].filter(text => text !== '').join('\n');
      const notes = await this.#checked(facts, speaker, compartment, words, copyReason);
      const rating: Rating = {
        id: newId<RatingId>(random),
        rater: `person:${speaker.participant.id}`,
        sessionId: speaker.session.id,
        at: clock.now(),
        words: '',
        ...{value, whyNotLower, oneHigher},
      };
      const rated = {...record, ratings: [...record.ratings, rating]};
      await this.#write(facts, speaker, rated, 'rated', new Set([speaker.participant.id]), notes);
      return scaleView(rated, facts, speaker);
    });
  }

  /** Shows everybody all numbers that were placed until now. What is placed from now on is its owner's alone again. */
  reveal(planId: PlanId, speaker: Speaker, scaleId: ScaleId): Promise<ScaleView> {
    return this.#ports.queue.run(planId, async () => {
      const {facts, record, compartment} = await this.#find(planId, speaker, scaleId);
      this.#demand(mayReveal, facts, speaker, compartment);
      const ratings = record.ratings.map(({id}) => id);
      const reveal = {by: speaker.participant.id, at: this.#ports.clock.now(), ratings};
      const revealed = {...record, reveals: [...record.reveals, reveal]};
      await this.#write(facts, speaker, revealed, 'ratingsRevealed', this.#readers(facts, compartment), []);
      return scaleView(revealed, facts, speaker);
    });
  }

  async #received(facts: PlanFacts, reader: ScaleReader): Promise<readonly ScaleRecord[]> {
    const received = new Set(receivedBy(facts, reader).map(({id}) => id));
    const scales = await this.#ports.storage.scales.of(facts.plan.id);
    return scales.filter(({compartmentId}) => received.has(compartmentId));
  }

  async #find(planId: PlanId, speaker: Speaker, id: ScaleId) {
    const facts = await planFacts(this.#ports, planId);
    const record = (await this.#received(facts, speaker)).find(one => one.id === id);
    const compartment = facts.compartments.find(one => one.id === record?.compartmentId);
    if (record === undefined || compartment === undefined) throw new RequestProblem('NOT_FOUND');
    return {facts, record, compartment};
  }

  #demand(rule: Rule, facts: PlanFacts, speaker: Speaker, compartment: CompartmentRecord): void {
    const {plan, planType} = facts;
    const where = compartmentFactsOf(plan, compartment);
    if (!rule(speaker, {stage: plan.stage, planType}, where)) throw new RequestProblem('NOT_FOUND');
  }

  #readers({plan, people}: PlanFacts, compartment: CompartmentRecord): ReadonlySet<ParticipantId> {
    const where = compartmentFactsOf(plan, compartment);
    return new Set(people.flatMap(({id}) => (receives(id, where) ? [id] : [])));
  }

  async #checked(
    facts: PlanFacts,
    speaker: Speaker,
    compartment: CompartmentRecord,
    words: string,
    copyReason: CopyReason | null,
  ): Promise<readonly RecordChange[]> {
    const ids = this.#readers(facts, compartment);
    const readers = facts.people.filter(({id}) => ids.has(id));
    const said = {words, copyReason};
    return (await this.#check.demand(facts, speaker, said, {compartment, itemId: null, readers})).notes;
  }

  async #write(
    {plan}: PlanFacts,
    {participant, session}: Speaker,
    record: ScaleRecord,
    action: 'scaleMade' | 'rated' | 'ratingsRevealed',
    told: ReadonlySet<ParticipantId>,
    notes: readonly RecordChange[],
  ): Promise<void> {
    const {storage, sync, clock} = this.#ports;
    const append = {
      ...{planId: plan.id, at: clock.now(), actor: participant.id, sessionId: session.id, action},
      ...{compartmentId: record.compartmentId, itemIds: [], subject: null, detail: {}},
    };
    await storage.record([{kind: 'scale', put: record}, {kind: 'audit', append}, ...notes]);
    await sync.tellRecords(plan.id, told, ['ratings']);
  }
}

/** Whether a scale of a compartment may be about an item: a danger statement there, or one that everybody reads (ruling 23). */
function mayBeAbout(
  {items, compartments}: PlanFacts,
  {id: here}: CompartmentRecord,
  about: ItemId | null,
): boolean {
  const item = items.find(({id}) => id === about);
  const home = compartments.find(({id}) => id === item?.compartmentId);
  const isThere = home !== undefined && (home.id === here || home.kind === 'shared');
  return about === null || (item?.type === 'danger' && isThere);
}
