import {
  isHelpLate,
  newId,
  type HelpOutcome,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {lookFor, nodeText} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {HelpRecord, RecordChange} from '../storage/index.ts';
import {
  carriedWith,
  compartmentFor,
  dayOf,
  moveOwnItem,
  planFacts,
  quotationsOut,
  standingItem,
  type Actor,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {isHeld, placeOfOwn, readersOf, seenBefore} from './find-own.ts';
import {callAbout, newCall} from './help-call.ts';
import {helpNeedOf, isUndecided, readersWith} from './help-need.ts';
import {helpView, mayKnowOfCall, type HelpView} from './help-view.ts';
import {choiceAbout, choiceChange} from './not-with.ts';
import type {Choice} from './own-words.ts';
import {makeDocument, tellAsked, writeOwn} from './write-own.ts';

/** What somebody decides who was asked to help. */
export interface HelpAnswer {
  readonly outcome: HelpOutcome;
  readonly words: string;
  readonly childTold: string;
  readonly keepsSealed: boolean;
}

/**
 * Calls of a child for help (domain 5.6): an item goes at once to those who must act and from whoever it names, and somebody has to
 * decide the same day. Nobody else ever learns that there is a call.
 */
export class HelpCalls {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** The child says of an item that is there already that they need help now. Said twice it is one call. */
  ask(planId: PlanId, actor: Actor, itemId: ItemId): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync, random} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const [record, from] = placeOfOwn(facts, actor.id, itemId);
      const earlier = await callAbout(storage, record);
      if (earlier !== null && isUndecided(earlier))
        return {itemId, compartmentId: from.id, seenBy: [], asked: earlier.asked};
      const node = await sync.withDocument(from.id, doc => standingItem(doc, [record.root], itemId)?.node);
      if (node === null || node === undefined) throw new RequestProblem('ALREADY_CHANGED');
      const need = helpNeedOf(facts, actor.id, nodeText(node), true);
      if (need === null) throw new RequestProblem('NOT_FOUND');
      // The call is made by the session of now, whoever wrote the item when.
      const item = {...record, sessionId: actor.sessionId};
      const before = readersOf(facts, from);
      const readers = [...new Set([actor.id, ...readersWith(need, before)])];
      const stays = (await isHeld(storage, record)) || isSame(readers, before);
      const choice = await choiceAbout(storage, record);
      // Whoever is asked to help now reads it, as the child was told before asking.
      const notWith = choice?.notWith.filter(id => !readers.includes(id)) ?? [];
      if (stays) {
        const asked = need.asked.filter(id => before.includes(id));
        if (asked.length === 0) throw new RequestProblem('HELD_BY_DECISION');
        const call = newCall(this.#ports, item, {...need, asked});
        const more = choiceChange(this.#ports, choice, record, notWith);
        await writeOwn(this.#ports, {actor, record, changes: [], more, call: {put: call, isNew: true}});
        return {itemId, compartmentId: from.id, seenBy: [], asked: call.asked};
      }
      const {compartment: target, isNew} = compartmentFor(this.#ports, facts, readers);
      const moved = moveOwnItem({record, from, target, id: newId<ItemId>(random), facts}, () => undefined);
      const call = newCall(this.#ports, {...item, ...moved.record, sessionId: actor.sessionId}, need);
      const seenBy = await seenBefore(storage, facts, actor.id, record, from, readers);
      const gains = readers.some(id => !before.includes(id));
      const said = await carriedWith(storage, planId, [moved.move], gains);
      if (isNew) await makeDocument(this.#ports, target);
      const {record: now} = moved;
      const changes = [...moved.changes, ...(await quotationsOut(this.#ports, facts, [itemId]))];
      const more = choiceChange(this.#ports, choice, now, notWith);
      await writeOwn(this.#ports, {actor, record: now, changes, more, said, call: {put: call, isNew: true}});
      return {itemId: now.id, compartmentId: target.id, seenBy, asked: call.asked};
    });
  }

  /** The calls about which a session may show that its reader is asked. Nothing of them where a room looks. */
  async list(planId: PlanId, reader: Reader): Promise<readonly HelpView[]> {
    if (!reader.isConfirmed || reader.onlookers !== null) return [];
    const facts = await planFacts(this.#ports, planId);
    const calls = await this.#ports.storage.houses.help.of(planId);
    const mine = calls.filter(call => mayKnowOfCall(call, facts, reader.participant.id));
    return mine.map(call => helpView(call, this.#ports.clock.now())).reverse();
  }

  /** Somebody who was asked says what they did. Deciding anew is a new decision; the older ones stay. */
  decide(planId: PlanId, {participant, session}: Decider, id: string, answer: HelpAnswer): Promise<HelpView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const call = (await storage.houses.help.of(planId)).find(one => one.id === id);
      if (call === undefined || !mayKnowOfCall(call, facts, participant.id))
        throw new RequestProblem('NOT_FOUND');
      const reader = {participant, isConfirmed: true, onlookers: null};
      const look = await lookFor(storage, facts, reader, call.asked);
      look.demandNoValue([answer.words, answer.childTold], call.asked);
      const decision = {...answer, by: participant.id, at: clock.now()};
      const decided: HelpRecord = {...call, decisions: [...call.decisions, decision]};
      const by = {id: participant.id, sessionId: session.id};
      await this.#write(decided, by, 'helpDecided', {outcome: answer.outcome});
      return helpView(decided, clock.now());
    });
  }

  /** Tells everybody who was asked, once, of a call about which nobody decided on its day. */
  async escalate(planId: PlanId): Promise<void> {
    await this.#ports.queue.run(planId, async () => {
      const {storage, clock, logger} = this.#ports;
      const today = dayOf(clock.now());
      for (const call of await storage.houses.help.of(planId)) {
        if (call.escalatedAt !== null || !isHelpLate(dayOf(call.at), !isUndecided(call), today)) continue;
        await this.#write({...call, escalatedAt: clock.now()}, null, 'escalated', {});
        for (const participantId of call.asked)
          logger.warn({planId, participantId}, 'a call for help is overdue');
      }
    });
  }

  async #write(
    call: HelpRecord,
    by: Actor | null,
    action: 'helpDecided' | 'escalated',
    detail: Readonly<Record<string, string>>,
  ): Promise<void> {
    const {planId, compartmentId, itemId} = call;
    const noted: RecordChange = {
      kind: 'audit',
      append: {
        ...{planId, compartmentId, at: this.#ports.clock.now(), action, itemIds: [itemId], subject: null},
        ...{actor: by?.id ?? null, sessionId: by?.sessionId ?? null, detail},
      },
    };
    await this.#ports.storage.record([{kind: 'help', put: call}, noted]);
    await tellAsked(this.#ports, call);
  }
}

/** Whoever decides, at their session. */
interface Decider {
  readonly participant: Reader['participant'];
  readonly session: {readonly id: Actor['sessionId']};
}

function isSame(one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean {
  return one.length === other.length && other.every(id => one.includes(id));
}
