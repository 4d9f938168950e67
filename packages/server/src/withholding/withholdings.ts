import type {AuditAction, ParticipantId, PlanId, Reader} from '@goldthread/schema';
import {escalatesTo, mayApprove, mayRelease, mayReview, problemsOf, stateOf} from '@goldthread/schema';
import {RequestProblem, type ErrorCode} from '../errors.ts';
import {isInForce, type RecordChange, type WithholdingRecord} from '../storage/index.ts';
import {closeEmergency} from './close-emergency.ts';
import {decidersOf, decisionOf} from './decision-of.ts';
import {heldWords, type Actor} from './held-words.ts';
import {afterHiding, hidingOf} from './hide-person.ts';
import {isAsMoved} from './is-as-moved.ts';
import {listThrough} from './list-through.ts';
import {movedPositions, readersOfMoved} from './move-positions.ts';
import {clearedOf, openingOf, standingOpen, type Opening} from './opening.ts';
import {planFacts, type PlanFacts} from './plan-facts.ts';
import {movesOf, prepareWithholding} from './prepare.ts';
import type {WithholdRequest} from './request.ts';
import {listFor, mayKnow, viewFor, type WithholdingList, type WithholdingView} from './withholding-view.ts';
import {dayOf, UNDO_MS, type WithholdingPorts} from './withholding-ports.ts';

/** The decisions to withhold of every plan: proposed, approved, looked at again, opened. Commands on one plan follow one another. */
export class Withholdings {
  readonly #ports: WithholdingPorts;
  /**
   * By decision, the places in its words that everybody could read before, for as long as it can be undone. Kept nowhere else: a
   * key is made of the words, and whoever has it could try addresses until one fits.
   */
  readonly #stoodOpen = new Map<string, {readonly until: number; readonly keys: readonly string[]}>();

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
      const {storage, sync, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const proposal = await prepareWithholding(this.#ports, facts, actor.id, request);
      // A value that may stand nowhere comes before words that somebody may decide about, as it does where they are typed.
      const open = await clearedOf(this.#ports, facts, actor.id, proposal, request.cleared);
      const held = await heldWords(this.#ports, facts, actor, proposal, request);
      const cleared = open + held.cleared;
      this.#remember(proposal.record.id, await standingOpen(this.#ports, facts, actor.id, proposal));
      if (proposal.isNewCompartment) {
        // It has to be there before its document can be opened; empty, it tells nobody anything.
        await storage.record([{kind: 'compartment', put: proposal.compartment}]);
        await sync.changed(planId);
      }
      await closeEmergency(this.#ports, proposal.record);
      const positions = movedPositions(await storage.positions(planId), movesOf(proposal.items));
      const opening = {changes: proposal.changes, positions, cleared, notes: held.notes};
      await this.#write(actor, proposal.record, 'withheld', opening);
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
      return this.#write(actor, {...approved, approvedAt: this.#ports.clock.now()}, 'approved');
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
      return this.#write(actor, reviewed, 'reviewed');
    });
  }

  /** The first person asks that it be opened; a second one opens it, once what it would tell is cleared by name. */
  release(planId: PlanId, actor: Actor, id: string, cleared: readonly string[]): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, async (record, facts) => {
      this.#demand('MAY_NOT_RELEASE', mayRelease, record, facts, actor);
      const asked = {...record, status: 'releaseAsked', releaseAskedBy: actor.id} as const;
      if (record.releaseAskedBy === null) return this.#write(actor, asked, 'releaseAsked');
      const opening = await openingOf(this.#ports, facts, actor.id, record, {
        isUndo: false,
        cleared,
        stoodOpen: [],
      });
      await this.#write(actor, {...record, status: 'released'}, 'released', opening);
    });
  }

  /** Whoever withheld it takes that back, for half a minute and unless somebody wrote in it: that takes two people. */
  undo(planId: PlanId, actor: Actor, id: string, cleared: readonly string[]): Promise<WithholdingView> {
    return this.#decide(planId, actor, id, async (record, facts) => {
      const isOver = this.#ports.clock.now() >= record.proposedAt + UNDO_MS;
      const isLeft = await isAsMoved(this.#ports.sync, record);
      if (record.proposedBy !== actor.id || isOver || !isLeft) throw new RequestProblem('TOO_LATE_TO_UNDO');
      const stoodOpen = this.#stoodOpen.get(id)?.keys ?? [];
      const opening = await openingOf(this.#ports, facts, actor.id, record, {
        isUndo: true,
        cleared,
        stoodOpen,
      });
      await this.#write(actor, {...record, status: 'undone'}, 'undone', opening);
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
    await this.#write(null, record, 'escalated');
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

  #demand(
    code: ErrorCode,
    rule: typeof mayApprove | typeof mayReview | typeof mayRelease,
    record: WithholdingRecord,
    facts: PlanFacts,
    actor: Actor,
  ): void {
    const me = facts.people.find(({id}) => id === actor.id);
    const decision = decisionOf(record, facts);
    if (me === undefined || !rule(me, decision, decidersOf(facts))) throw new RequestProblem(code);
  }

  /** Writes a decision with its documents and its audit in one commit, and tells whoever may know that something changed. */
  async #write(
    actor: Actor | null,
    record: WithholdingRecord,
    action: AuditAction,
    {changes, positions, cleared, notes = []}: Opening = {changes: [], positions: [], cleared: 0},
  ): Promise<void> {
    const {sync, storage, clock} = this.#ports;
    const facts = await planFacts(this.#ports, record.planId);
    const hiding = hidingOf(record, facts);
    const before = await this.#lists(record.planId);
    const {planId, compartmentId, itemIds} = record;
    const isOpened = record.personId === null && !isInForce(record);
    const by = {actor: actor?.id ?? null, sessionId: actor?.sessionId ?? null, at: clock.now()};
    const note = (what: AuditAction, detail: Readonly<Record<string, string>>): RecordChange => ({
      kind: 'audit',
      append: {planId, ...by, action: what, compartmentId, itemIds, subject: record.personId, detail},
    });
    const {reasonCode: reason, status, reviewOn} = record;
    const records: RecordChange[] = [
      {kind: 'withholding', put: record},
      ...(hiding === null ? [] : [{kind: 'hiding', hide: hiding} as const]),
      // Its words stand open now, so nothing has to be known about them.
      ...(isOpened ? [{kind: 'copiesGone', of: compartmentId} as const] : []),
      note(action, {reason, status, reviewOn}),
      ...positions.map(({moved}) => ({kind: 'position', put: moved}) as const),
      ...notes,
      ...(cleared === 0 ? [] : [note('disclosureCleared', {for: action, places: String(cleared)})]),
    ];
    if (changes.length === 0) await storage.record(records);
    else await sync.writeAsServer(changes, records);
    if (isOpened) await sync.copies.forget(planId, compartmentId);
    if (hiding !== null) await afterHiding(this.#ports, planId, hiding, facts);
    const after = await this.#lists(record.planId);
    const changed = [...after].flatMap(([id, list]) => (before.get(id) === list ? [] : [id]));
    await sync.tellRecords(record.planId, new Set(changed), ['withholdings']);
    const told = readersOfMoved(await planFacts(this.#ports, planId), positions);
    await sync.tellRecords(record.planId, told, ['positions']);
  }

  #remember(id: string, keys: readonly string[]): void {
    const now = this.#ports.clock.now();
    for (const [old, {until}] of this.#stoodOpen) if (until <= now) this.#stoodOpen.delete(old);
    this.#stoodOpen.set(id, {until: now + UNDO_MS, keys});
  }

  /** What everybody may know, as text: only those whose own list changed are told that something did. */
  async #lists(planId: PlanId): Promise<Map<ParticipantId, string>> {
    const facts = await planFacts(this.#ports, planId);
    const records = await this.#ports.storage.withholdings(planId);
    const now = this.#ports.clock.now();
    return new Map(facts.people.map(({id}) => [id, JSON.stringify(listFor(records, facts, id, now))]));
  }
}
