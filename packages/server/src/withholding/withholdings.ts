import type {Decider, PlanId, Reader, WithholdingDecision} from '@goldthread/schema';
import {escalatesTo, mayApprove, mayRelease, mayReview, problemsOf, stateOf} from '@goldthread/schema';
import {lookFor} from '../disclosure/index.ts';
import {RequestProblem, type ErrorCode} from '../errors.ts';
import {isInForce, type CompartmentRecord, type WithholdingRecord} from '../storage/index.ts';
import {newReaderOf, withReader, type ReaderRequest} from './add-reader.ts';
import {choicesMoved, releaseAsked, toldBefore} from './against-choice.ts';
import {carriedAlong} from './carried-along.ts';
import {closeEmergency} from './close-emergency.ts';
import {decidersOf, decisionOf} from './decision-of.ts';
import type {Actor} from './held-copies.ts';
import {heldWords} from './held-words.ts';
import {isAsMoved} from './is-as-moved.ts';
import {listThrough} from './list-through.ts';
import {movedProposals} from './move-proposals.ts';
import {clearedOf, openingOf, standingOpen, sureReader, type Opening} from './opening.ts';
import {planFacts, type PlanFacts} from './plan-facts.ts';
import {movesOf, prepareWithholding} from './prepare.ts';
import {quotationsOut} from './quotations-out.ts';
import type {WithholdRequest} from './request.ts';
import {NOTHING_OPENED, writeDecision} from './write-decision.ts';
import {StoodOpen} from './stood-open.ts';
import {
  mayAddReader,
  mayKnow,
  viewFor,
  type WithholdingList,
  type WithholdingView,
} from './withholding-view.ts';
import {dayOf, UNDO_MS, type WithholdingPorts} from './withholding-ports.ts';

type Rule = (person: Decider, decision: WithholdingDecision, people: readonly Decider[]) => boolean;

/** The decisions to withhold of every plan: proposed, approved, looked at again, opened. Commands on one plan follow one another. */
export class Withholdings {
  readonly #ports: WithholdingPorts;
  readonly #stoodOpen = new StoodOpen();

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** What a session of a reader may show. */
  async list(planId: PlanId, reader: Reader): Promise<WithholdingList> {
    const facts = await planFacts(this.#ports, planId);
    const records = await this.#ports.storage.withholdings(planId);
    return listThrough(records, facts, reader, this.#ports.clock.now());
  }

  /** Withholds items, or writes a new one for some people only. It holds from now on, approved or not. */
  propose(planId: PlanId, actor: Actor, request: WithholdRequest): Promise<WithholdingView> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const proposal = await prepareWithholding(this.#ports, facts, actor.id, request);
      // A value that may stand nowhere comes before words that somebody may decide about, as it does where they are typed.
      const open = await clearedOf(this.#ports, facts, actor.id, proposal, request.cleared);
      const held = await heldWords(this.#ports, facts, actor, proposal, request);
      const cleared = open + held.cleared;
      const stoodOpen = await standingOpen(this.#ports, facts, actor.id, proposal);
      this.#stoodOpen.remember(proposal.record.id, stoodOpen, clock.now());
      if (proposal.isNewCompartment) await this.#make(proposal.compartment);
      await closeEmergency(this.#ports, proposal.record);
      const moves = movesOf(proposal.items);
      const carried = await carriedAlong(storage, planId, moves);
      const proposals = await movedProposals(this.#ports, facts, moves);
      const taken = moves.map(({from}) => from.itemId);
      const quoted = await quotationsOut(this.#ports, facts, taken);
      const changes = [...proposal.changes, ...quoted, ...proposals.changes];
      const opening = {changes, carried, proposals, cleared, moves, notes: held.notes};
      const all = this.#withChoices(facts, opening, null);
      await writeDecision(this.#ports, actor, proposal.record, 'withheld', all);
      for (const sighted of held.sighted) this.#ports.watcher.sighted(sighted);
      const now = await planFacts(this.#ports, planId);
      return viewFor(proposal.record, now, actor.id, clock.now());
    });
  }

  /** A second person says that it is right. */
  approve(planId: PlanId, actor: Actor, id: string): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, (record, facts) => {
      this.#demand('MAY_NOT_APPROVE', mayApprove, record, facts, actor);
      const approved = {...record, status: 'approved', approvedBy: actor.id} as const;
      return writeDecision(
        this.#ports,
        actor,
        {...approved, approvedAt: this.#ports.clock.now()},
        'approved',
      );
    });
  }

  /** Somebody who may looks at it again and lets it stand until another day. */
  review(planId: PlanId, actor: Actor, id: string, reviewOn: string): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, (record, facts) => {
      this.#demand('MAY_NOT_REVIEW', mayReview, record, facts, actor);
      const today = dayOf(this.#ports.clock.now());
      const reviewed = {...record, reviewOn, reviewedAt: this.#ports.clock.now(), escalatedAt: null};
      const problems = problemsOf(decisionOf(reviewed, facts), decidersOf(facts), {
        today,
        withheldTexts: [],
        childNames: [],
      });
      const problem = problems.find(one => one === 'REVIEW_NOT_AHEAD' || one === 'REVIEW_TOO_LATE');
      if (problem !== undefined) throw new RequestProblem(problem);
      return writeDecision(this.#ports, actor, reviewed, 'reviewed');
    });
  }

  /** The first person asks that it be opened; a second one opens it, once what it would tell is cleared by name. */
  release(
    planId: PlanId,
    actor: Actor,
    id: string,
    {cleared, copyReason, told: said}: Omit<ReaderRequest, 'readerId'>,
  ): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, async (record, facts) => {
      this.#demand('MAY_NOT_RELEASE', mayRelease, record, facts, actor);
      const before = releaseAsked(record);
      const told = await this.#told(facts, record, actor, before, said);
      const asked = {...record, status: 'releaseAsked', releaseAskedBy: actor.id, releaseTold: told} as const;
      if (before === null) return writeDecision(this.#ports, actor, asked, 'releaseAsked');
      const answer = {isUndo: false, cleared, copyReason, stoodOpen: []};
      const opening = await openingOf(this.#ports, facts, actor, record, answer);
      const decided = {actor: actor.id, reader: null, asked: before, told};
      const all = this.#withChoices(facts, opening, decided);
      await writeDecision(this.#ports, actor, {...record, status: 'released'}, 'released', all);
    });
  }

  /** The first person asks that somebody more reads it; a second one agrees, and from then on they do (ruling 4). */
  addReader(planId: PlanId, actor: Actor, id: string, request: ReaderRequest): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, async (record, facts) => {
      const reader = newReaderOf(facts, actor, record, request.readerId);
      const asked = record.readerAsked?.id === reader ? record.readerAsked : null;
      const rule: Rule = (me, decision, people) =>
        mayAddReader(me, {...record, readerAsked: asked}, decision, people);
      this.#demand('MAY_NOT_RELEASE', rule, record, facts, actor);
      const told = await this.#told(facts, record, actor, asked, request.told);
      if (asked === null) {
        const asking = {...record, readerAsked: {id: reader, askedBy: actor.id, told}};
        return writeDecision(this.#ports, actor, asking, 'readerAsked', {...NOTHING_OPENED, subject: reader});
      }
      const widened = await withReader(this.#ports, facts, actor, record, {...request, told});
      if (widened.isNew) await this.#make(widened.compartment);
      await closeEmergency(this.#ports, widened.record);
      const opening = this.#withChoices(facts, widened.opening, {actor: actor.id, reader, asked, told});
      await writeDecision(this.#ports, actor, widened.record, 'readerAdded', opening);
    });
  }

  /** Whoever withheld it takes that back, for half a minute and unless somebody wrote in it: that takes two people. */
  undo(planId: PlanId, actor: Actor, id: string, cleared: readonly string[]): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, async (record, facts) => {
      const isOver = this.#ports.clock.now() >= record.proposedAt + UNDO_MS;
      const isLeft = await isAsMoved(this.#ports.sync, record);
      if (record.proposedBy !== actor.id || isOver || !isLeft) throw new RequestProblem('TOO_LATE_TO_UNDO');
      const answer = {isUndo: true, cleared, copyReason: null, stoodOpen: this.#stoodOpen.keysOf(id)};
      const opening = await openingOf(this.#ports, facts, actor, record, answer);
      const all = this.#withChoices(facts, opening, null);
      await writeDecision(this.#ports, actor, {...record, status: 'undone'}, 'undone', all);
    });
  }

  /** Tells those above of every decision that nobody approved or looked at in time. It stays hidden. */
  async escalate(planId: PlanId): Promise<void> {
    await this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const now = this.#ports.clock.now();
      for (const record of (await this.#ports.storage.withholdings(planId)).filter(isInForce)) {
        const {proposedOn, reviewOn} = decisionOf(record, facts);
        const escalatedOn = record.escalatedAt === null ? null : dayOf(record.escalatedAt);
        const dates = {proposedOn, reviewOn, isApproved: record.status !== 'pending', escalatedOn};
        if (stateOf(dates, dayOf(now)) === 'overdue')
          await this.#escalateOne({...record, escalatedAt: now}, facts);
      }
    });
  }

  async #escalateOne(record: WithholdingRecord, facts: PlanFacts): Promise<void> {
    await writeDecision(this.#ports, null, record, 'escalated');
    for (const person of escalatesTo(decisionOf(record, facts), decidersOf(facts))) {
      this.#ports.logger.warn({planId: record.planId, participantId: person}, 'a withholding is overdue');
    }
  }

  #decide(
    planId: PlanId,
    actor: Actor,
    id: string,
    act: (record: WithholdingRecord, facts: PlanFacts) => Promise<void>,
  ): Promise<WithholdingView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      await act(await this.#find(facts, actor, id), facts);
      const [now, records] = [
        await planFacts(this.#ports, planId),
        await this.#ports.storage.withholdings(planId),
      ];
      const changed = records.find(record => record.id === id);
      if (changed === undefined) throw new RequestProblem('NOT_FOUND');
      return viewFor(changed, now, actor.id, this.#ports.clock.now());
    });
  }

  async #find(facts: PlanFacts, actor: Actor, id: string): Promise<WithholdingRecord> {
    const records = await this.#ports.storage.withholdings(facts.plan.id);
    const record = records.find(one => one.id === id && isInForce(one));
    if (record === undefined || !mayKnow(record, facts, actor.id)) throw new RequestProblem('NOT_FOUND');
    return record;
  }

  #demand(code: ErrorCode, rule: Rule, record: WithholdingRecord, facts: PlanFacts, actor: Actor): void {
    const me = facts.people.find(({id}) => id === actor.id);
    const decision = decisionOf(record, facts);
    if (me === undefined || !rule(me, decision, decidersOf(facts))) throw new RequestProblem(code);
  }

  /** What has to be known of telling the child; nothing in it may tell the readers what they don't read. */
  async #told(
    facts: PlanFacts,
    record: WithholdingRecord,
    actor: Actor,
    asked: Parameters<typeof toldBefore>[3],
    said: ReaderRequest['told'],
  ): Promise<ReaderRequest['told']> {
    const told = toldBefore(facts, record, actor.id, asked, said);
    if (told === null) return null;
    const look = await lookFor(this.#ports.storage, facts, sureReader(facts, actor.id));
    look.demandNoValue([told.words], decisionOf(record, facts).audience);
    return told;
  }

  #withChoices(facts: PlanFacts, opening: Opening, decided: Parameters<typeof choicesMoved>[3]): Opening {
    const choices = choicesMoved(this.#ports, facts, opening.moves, decided);
    return {...opening, notes: [...(opening.notes ?? []), ...choices]};
  }

  /** It has to be there before its document can be opened; empty, it tells nobody anything. */
  async #make(compartment: CompartmentRecord): Promise<void> {
    await this.#ports.storage.record([{kind: 'compartment', put: compartment}]);
    await this.#ports.sync.changed(compartment.planId);
  }
}
