import {
  newId,
  sectionOf,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type RootName,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {elementOf} from '@goldthread/schema/ydoc';
import {demandCleared, lookFor, nodeText, type Look} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, ItemRecord, RecordChange} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {
  anchoredNode,
  compartmentFor,
  dayOf,
  insertItem,
  moveOwnItem,
  movedPositions,
  peopleKnownTo,
  planFacts,
  readersOfMoved,
  standingItem,
  type Actor,
  type MovedPosition,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {findOwn, leadOf, readersOf, seenBefore, voiceOf, type Seer} from './find-own.ts';
import {spokenIn, statementOf, type OwnContent} from './own-content.ts';

/** With whom a child shares something: everybody on the plan, or the people named. The child always reads it. */
export type Sharing = 'everyone' | readonly ParticipantId[];

/** Something new in one of the child's houses. */
export interface OwnItem extends OwnContent {
  readonly root: RootName;
  readonly after: ItemId | null;
  /** `null`: the child and the lead of the plan, as before anybody asks the child. */
  readonly shareWith: Sharing | null;
}

/** Where an item is now, and who read it before and can't read it any more. */
export interface Choice {
  readonly itemId: string;
  readonly compartmentId: string;
  readonly seenBy: readonly Seer[];
}

/** The child's own words, and the child's choice of who reads each of them (domain 5.7; ruling 25: it needs nobody's approval). */
export class OwnWords {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Writes something new for the people whom the child chose. */
  add(planId: PlanId, actor: Actor, item: OwnItem): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const {root, after, text, shareWith} = item;
      const facts = await planFacts(this.#ports, planId);
      if (sectionOf(facts.planType, root)?.group !== 'house') throw new RequestProblem('NOT_FOUND');
      const {compartment: target, isNew} = this.#targetFor(facts, actor, shareWith ?? leadOf(facts));
      const look = await this.#lookFor(facts, actor);
      look.demandNoValue([text, ...spokenIn(item)], readersOf(facts, target));
      const node = statementOf(item, dayOf(this.#ports.clock.now()));
      const record = this.#newRecord(planId, actor, target, root);
      const anchored = await this.#ports.sync.withDocument(voiceOf(facts).id, doc =>
        anchoredNode(doc, node, record.id, root, after),
      );
      if (anchored === null) throw new RequestProblem('NOT_FOUND');
      const write: OwnChange['write'] =
        target.audience === null
          ? doc => insertItem(doc, root, after, {...node, attrs: {...node.attrs, id: record.id}})
          : doc => doc.getXmlFragment('items').push([elementOf(anchored)]);
      if (isNew) await this.#make(target);
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
      const {storage, sync, random} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const [record, from] = await findOwn(storage, facts, actor.id, itemId);
      const {compartment: target, isNew} = this.#targetFor(facts, actor, shareWith);
      if (target.id === from.id) return {itemId, compartmentId: from.id, seenBy: []};
      const readers = readersOf(facts, target);
      const gains = readers.some(id => !readersOf(facts, from).includes(id));
      const look = await this.#lookFor(facts, actor);
      const root = record.anchorRoot ?? record.root;
      const demand = (node: PmJson): void => {
        look.demandNoValue([nodeText(node)], readers);
        if (gains) demandCleared(look.findAt([{root, text: nodeText(node)}]), cleared);
      };
      const standing = await sync.withDocument(from.id, doc => standingItem(doc, [record.root], itemId));
      if (standing === null) throw new RequestProblem('ALREADY_CHANGED');
      demand(standing.node);
      const moved = moveOwnItem({record, from, target, id: newId<ItemId>(random)}, demand);
      const seenBy = await seenBefore(storage, facts, actor.id, record, from, readers);
      // What somebody said of it was said for those who read it then: it comes along to nobody more.
      const said = gains ? [] : movedPositions(await storage.positions(planId), [moved.move]);
      if (isNew) await this.#make(target);
      await this.#write(actor, moved.record, moved.changes, said);
      return {itemId: moved.record.id, compartmentId: target.id, seenBy};
    });
  }

  #newRecord(planId: PlanId, actor: Actor, target: CompartmentRecord, root: RootName): ItemRecord {
    const isOpen = target.audience === null;
    return {
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
  }

  #targetFor(facts: PlanFacts, {id: child}: Actor, sharing: Sharing): ReturnType<typeof compartmentFor> {
    if (sharing === 'everyone') return {compartment: voiceOf(facts), isNew: false};
    const known = new Set(peopleKnownTo(facts, child).map(({id}) => id));
    if (sharing.some(id => !known.has(id))) throw new RequestProblem('NOT_ON_PLAN');
    return compartmentFor(this.#ports, facts, [...new Set([child, ...sharing])]);
  }

  /** It has to be there before its document can be opened; empty, it tells nobody anything. */
  async #make(compartment: CompartmentRecord): Promise<void> {
    await this.#ports.storage.record([{kind: 'compartment', put: compartment}]);
    await this.#ports.sync.changed(compartment.planId);
  }

  #lookFor(facts: PlanFacts, {id}: Actor): Promise<Look> {
    const participant = facts.people.find(one => one.id === id);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    return lookFor(this.#ports.storage, facts, {participant, isConfirmed: true, onlookers: null});
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
