import {partyOf, type ItemId, type PlanId, type Reader} from '@goldthread/schema';
import {choicesOf, isOpen, mayPropose, type ProposalChoice} from '@goldthread/schema/proposals';
import {receivedBy, type Speaker} from '../agreement/index.ts';
import {RequestProblem} from '../errors.ts';
import type {ProposalRecord} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import {acceptance} from './accept.ts';
import {placeOf, proposalFactsOf, type Place} from './place.ts';
import type {ProposalPorts} from './proposal-ports.ts';
import {knownTo, proposalView, type ProposalView} from './proposal-view.ts';
import {ProposalWriter, type Opened, type Said} from './proposal-writer.ts';
import {elementIn} from './wording-in.ts';

/** Other words that parties suggest for items of every plan, and what was answered (domain 7.4). Commands on one plan follow one another. */
export class Proposals {
  readonly #ports: ProposalPorts;
  readonly #writer: ProposalWriter;

  constructor(ports: ProposalPorts) {
    this.#ports = ports;
    this.#writer = new ProposalWriter(ports);
  }

  /** What a session of a reader may show, of items that stand in the plan now. */
  async list(planId: PlanId, reader: Reader): Promise<readonly ProposalView[]> {
    const facts = await planFacts(this.#ports, planId);
    const records = await this.#known(facts, reader);
    const standing: ProposalRecord[] = [];
    for (const [id, list] of Map.groupBy(records, one => one.compartmentId)) {
      const compartment = facts.compartments.find(one => one.id === id);
      if (compartment === undefined) continue;
      const found = await this.#ports.sync.withDocument(id, doc =>
        list.filter(one => elementIn(doc, facts.planType, compartment, one.itemId) !== null),
      );
      standing.push(...(found ?? []));
    }
    return records
      .filter(one => standing.includes(one))
      .map(one => proposalView(one, facts, reader, records));
  }

  /** Opens a place in which a party types other words for an item, beginning with those that stand there. */
  open(planId: PlanId, speaker: Speaker, itemId: ItemId, said: Said): Promise<Opened> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const place = placeOf(facts, itemId);
      if (place === null || !mayPropose(speaker, place.facts)) throw new RequestProblem('NOT_FOUND');
      const own = partyOf(speaker.participant);
      const mine = (await this.#known(facts, speaker)).filter(
        one => one.itemId === itemId && one.party === own,
      );
      if (mine.some(({state}) => isOpen(state))) throw new RequestProblem('SUGGESTED_ALREADY');
      return this.#writer.begin(facts, speaker, place, said, null);
    });
  }

  /** Answers a proposal with other words, which begin with those that it suggests. */
  counter(planId: PlanId, speaker: Speaker, id: string, said: Said): Promise<Opened> {
    return this.#answer(planId, speaker, id, 'counter', async (record, facts, place, records) => {
      const own = partyOf(speaker.participant);
      const isAnswered = records.some(
        one => one.answersTo === record.id && one.party === own && isOpen(one.state),
      );
      if (isAnswered) throw new RequestProblem('SUGGESTED_ALREADY');
      return this.#writer.begin(facts, speaker, place, said, record);
    });
  }

  /**
   * Lets the words stand in the item, with what was changed in it meanwhile. `saw` names the wording that whoever accepts has in
   * front of them; where another one would stand, nothing is done.
   */
  accept(
    planId: PlanId,
    speaker: Speaker,
    id: string,
    said: Said,
    saw: string | null,
  ): Promise<ProposalView> {
    return this.#answer(planId, speaker, id, 'accept', async (record, facts, place, records) => {
      const answered = records.find(one => one.id === record.answersTo);
      const isMine = answered !== undefined && answered.party === partyOf(speaker.participant);
      const settled = isMine ? [this.#writer.stepped(speaker, answered, 'settle', '')] : [];
      const change = acceptance(facts, speaker, place, record, saw);
      const accepted = {step: 'accept', said, settled, changes: [change]} as const;
      return this.#viewed(await this.#writer.step(facts, speaker, place, record, accepted), speaker);
    });
  }

  /** Says no, with a reason that its author reads. Both wordings stand from then on. */
  refuse(planId: PlanId, speaker: Speaker, id: string, said: Said): Promise<ProposalView> {
    return this.#answer(planId, speaker, id, 'refuse', async (record, facts, place) => {
      if (said.reason === '') throw new RequestProblem('SAY_WHY');
      return this.#viewed(
        await this.#writer.step(facts, speaker, place, record, {step: 'refuse', said}),
        speaker,
      );
    });
  }

  /** A party takes back what it suggested. */
  withdraw(planId: PlanId, speaker: Speaker, id: string, said: Said): Promise<ProposalView> {
    return this.#answer(planId, speaker, id, 'withdraw', async (record, facts, place) =>
      this.#viewed(await this.#writer.step(facts, speaker, place, record, {step: 'withdraw', said}), speaker),
    );
  }

  #answer<T>(
    planId: PlanId,
    speaker: Speaker,
    id: string,
    choice: ProposalChoice,
    act: (
      record: ProposalRecord,
      facts: PlanFacts,
      place: Place,
      records: readonly ProposalRecord[],
    ) => Promise<T>,
  ): Promise<T> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const records = await this.#known(facts, speaker);
      const record = records.find(one => one.id === id);
      const place = record === undefined ? null : placeOf(facts, record.itemId);
      if (record === undefined || place === null || !(await this.#stands(facts, place)))
        throw new RequestProblem('NOT_FOUND');
      const choices = choicesOf(speaker, place.facts, proposalFactsOf(record, facts, records));
      if (!choices.includes(choice)) throw new RequestProblem('NOT_YOURS_TO_ANSWER');
      return act(record, facts, place, records);
    });
  }

  /** Everything that a session of somebody may know was suggested. */
  async #known(facts: PlanFacts, reader: Reader): Promise<readonly ProposalRecord[]> {
    const received = new Set(receivedBy(facts, reader).map(({id}) => id));
    const all = await this.#ports.storage.proposals.of(facts.plan.id);
    return knownTo(
      all.filter(one => !one.hasMoved && received.has(one.compartmentId)),
      facts,
      reader,
    );
  }

  async #viewed(record: ProposalRecord, speaker: Speaker): Promise<ProposalView> {
    const facts = await planFacts(this.#ports, record.planId);
    return proposalView(record, facts, speaker, await this.#known(facts, speaker));
  }

  async #stands({planType}: PlanFacts, {item, compartment}: Place): Promise<boolean> {
    const isThere = await this.#ports.sync.withDocument(
      compartment.id,
      doc => elementIn(doc, planType, compartment, item.id) !== null,
    );
    return isThere ?? false;
  }
}
