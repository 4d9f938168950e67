import {
  newId,
  sectionOf,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type RootName,
} from '@goldthread/schema';
import {elementOf} from '@goldthread/schema/ydoc';
import {demandCleared, lookFor, nodeText, type Look} from '../disclosure/index.ts';
import {witnesses} from '../audit/index.ts';
import {RequestProblem} from '../errors.ts';
import {isInForce, type CompartmentRecord, type ItemRecord, type RecordChange} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {
  anchoredNode,
  compartmentFor,
  insertItem,
  isReader,
  movedPositions,
  paragraphOf,
  peopleKnownTo,
  planFacts,
  readersOfMoved,
  type Actor,
  type MovedPosition,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {moveOwnItem} from './move-own-item.ts';

/** With whom a child shares something: everybody on the plan, or the people named. The child always reads it. */
export type Sharing = 'everyone' | readonly ParticipantId[];

/** Something new in one of the child's houses. */
export interface OwnItem {
  readonly root: RootName;
  readonly after: ItemId | null;
  readonly text: string;
  /** `null`: the child and the lead of the plan, as before anybody asks the child. */
  readonly shareWith: Sharing | null;
}

/** Where an item is now, and who read it before and can't read it any more. */
export interface Choice {
  readonly itemId: string;
  readonly compartmentId: string;
  readonly seenBy: readonly {readonly id: string; readonly name: string}[];
}

/** The child's own words, and the child's choice of who reads each of them (domain 5.7; ruling 4: it needs nobody's approval). */
export class OwnWords {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Writes something new for the people whom the child chose. */
  add(planId: PlanId, actor: Actor, {root, after, text, shareWith}: OwnItem): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      if (sectionOf(facts.planType, root)?.group !== 'house') throw new RequestProblem('NOT_FOUND');
      const target = await this.#targetFor(facts, actor, shareWith ?? leadOf(facts));
      const look = await this.#lookFor(facts, actor);
      look.demandNoValue([text], readersOf(facts, target));
      const isOpen = target.audience === null;
      const record: ItemRecord = {
        id: newId<ItemId>(this.#ports.random),
        planId,
        compartmentId: target.id,
        root: isOpen ? root : 'items',
        anchorRoot: isOpen ? null : root,
        type: 'statement',
        owner: actor.id,
        typedBy: null,
        sessionId: actor.sessionId,
        verbatim: true,
        readBack: false,
        createdAt: this.#ports.clock.now(),
      };
      const node = {type: 'statement', content: text.split('\n').map(paragraphOf)};
      const voice = voiceOf(facts);
      const anchored = await this.#ports.sync.withDocument(voice.id, doc =>
        anchoredNode(doc, node, record.id, root, after),
      );
      if (anchored === null) throw new RequestProblem('NOT_FOUND');
      const write: OwnChange['write'] = isOpen
        ? doc => insertItem(doc, root, after, {...node, attrs: {id: record.id}})
        : doc => doc.getXmlFragment('items').push([elementOf(anchored)]);
      await this.#write(actor, record, [{id: target.id, items: [record], write}]);
      return {itemId: record.id, compartmentId: target.id, seenBy: []};
    });
  }

  /**
   * Gives an item the readers whom the child chose. Whoever reads more than before reads nothing that could tell where somebody is
   * unless it is cleared (E06); whoever reads no more is named, if they had it open: what was seen stays seen.
   */
  choose(
    planId: PlanId,
    actor: Actor,
    itemId: ItemId,
    shareWith: Sharing,
    cleared: readonly string[],
  ): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const [record, from] = await this.#find(facts, actor, itemId);
      const target = await this.#targetFor(facts, actor, shareWith);
      if (target.id === from.id) return {itemId, compartmentId: from.id, seenBy: []};
      const before = readersOf(facts, from);
      const after = readersOf(facts, target);
      const gains = after.some(id => !before.includes(id));
      const look = await this.#lookFor(facts, actor);
      const root = record.anchorRoot ?? record.root;
      const moved = moveOwnItem(
        {facts, record, from, target, id: newId<ItemId>(this.#ports.random)},
        node => {
          look.demandNoValue([nodeText(node)], after);
          if (gains) demandCleared(look.findAt([{root, text: nodeText(node)}]), cleared);
        },
      );
      const seenBy = await this.#seenBy(facts, actor, record, from, after);
      // What somebody said of it was said for those who read it then: it comes along to nobody more.
      const said = gains ? [] : movedPositions(await this.#ports.storage.positions(planId), [moved.move]);
      await this.#write(actor, moved.record, moved.changes, said);
      return {itemId: moved.record.id, compartmentId: target.id, seenBy};
    });
  }

  /** An item of the child's own in a house, wherever it is; nothing that a decision of somebody else's holds where it is. */
  async #find(
    facts: PlanFacts,
    {id: child}: Actor,
    itemId: ItemId,
  ): Promise<readonly [ItemRecord, CompartmentRecord]> {
    for (const compartment of facts.compartments) {
      const record = facts.items.find(one => one.id === itemId && one.compartmentId === compartment.id);
      if (record === undefined || !isReader(compartment, child)) continue;
      const isInHouse = (record.anchorRoot ?? record.root).startsWith('house:') && record.type !== 'note';
      if (!isInHouse || record.owner !== child) continue;
      const decisions = await this.#ports.storage.withholdings(facts.plan.id);
      const isHeld = decisions.some(
        one => isInForce(one) && one.compartmentId === compartment.id && one.itemIds.includes(itemId),
      );
      if (isHeld) throw new RequestProblem('HELD_BY_DECISION');
      return [record, compartment];
    }
    throw new RequestProblem('NOT_FOUND');
  }

  async #targetFor(facts: PlanFacts, {id: child}: Actor, sharing: Sharing): Promise<CompartmentRecord> {
    if (sharing === 'everyone') return voiceOf(facts);
    const known = new Set(peopleKnownTo(facts, child).map(({id}) => id));
    if (sharing.some(id => !known.has(id))) throw new RequestProblem('NOT_ON_PLAN');
    const {compartment, isNew} = compartmentFor(this.#ports, facts, [...new Set([child, ...sharing])]);
    if (isNew) {
      // It has to be there before its document can be opened; empty, it tells nobody anything.
      await this.#ports.storage.record([{kind: 'compartment', put: compartment}]);
      await this.#ports.sync.changed(facts.plan.id);
    }
    return compartment;
  }

  #lookFor(facts: PlanFacts, {id}: Actor): Promise<Look> {
    const participant = facts.people.find(one => one.id === id);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    return lookFor(this.#ports.storage, facts, {participant, isConfirmed: true, onlookers: null});
  }

  /** Everybody, of whom the child may know, who had it open and reads it no more. */
  async #seenBy(
    facts: PlanFacts,
    {id: child}: Actor,
    record: ItemRecord,
    from: CompartmentRecord,
    after: readonly ParticipantId[],
  ): Promise<Choice['seenBy']> {
    const {storage} = this.#ports;
    const {id: planId} = facts.plan;
    const all = witnesses(
      await storage.audit(planId),
      await storage.sessions(planId),
      from.id,
      record.createdAt,
    );
    const gone = new Set(all.map(({id}) => id).filter(id => id !== child && !after.includes(id)));
    return peopleKnownTo({...facts, people: facts.everyone}, child).flatMap(({id, name}) =>
      gone.has(id) ? [{id, name}] : [],
    );
  }

  async #write(
    actor: Actor,
    record: ItemRecord,
    changes: readonly OwnChange[],
    said: readonly MovedPosition[] = [],
  ): Promise<void> {
    const {sync, clock} = this.#ports;
    const {planId, compartmentId} = record;
    const noted: RecordChange = {
      kind: 'audit',
      append: {
        ...{planId, compartmentId, at: clock.now(), actor: actor.id, sessionId: actor.sessionId},
        action: 'shared',
        itemIds: [record.id],
        subject: null,
        detail: {},
      },
    };
    await sync.writeAsServer(changes, [
      noted,
      ...said.map(({moved}) => ({kind: 'position', put: moved}) as const),
    ]);
    const facts = await planFacts(this.#ports, planId);
    const target = facts.compartments.find(({id}) => id === compartmentId);
    // Whoever has this document for the first time is told to look what there is for them.
    if (target !== undefined && target.audience !== null)
      await sync.tellRecords(planId, new Set(target.audience), ['withholdings']);
    await sync.tellRecords(planId, readersOfMoved(facts, said), ['positions']);
  }
}

function voiceOf(facts: PlanFacts): CompartmentRecord {
  const voice = facts.compartments.find(({kind}) => kind === 'voice');
  if (voice === undefined) throw new RequestProblem('NOT_FOUND');
  return voice;
}

function leadOf(facts: PlanFacts): readonly ParticipantId[] {
  return facts.people.flatMap(({id, lead}) => (lead ? [id] : []));
}

function readersOf(facts: PlanFacts, {audience}: CompartmentRecord): readonly ParticipantId[] {
  return audience ?? facts.people.map(({id}) => id);
}
