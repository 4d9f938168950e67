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
  carriedWith,
  compartmentFor,
  dayOf,
  insertItem,
  moveOwnItem,
  peopleKnownTo,
  planFacts,
  quotationsOut,
  standingItem,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {isWriting} from '../storage/index.ts';
import {findOwn, leadOf, namedOf, readersOf, seenBefore, voiceOf, type Seer} from './find-own.ts';
import {callAbout, newCall, sharingDuring} from './help-call.ts';
import {helpNeedOf, isUndecided, lessAsked, readersWith} from './help-need.ts';
import {itemFor, withScribe, writtenBy, type SaidForChild, type WrittenBy} from './for-child.ts';
import type {Holder} from './house-sessions.ts';
import {choiceAbout, choiceChange, sharingWithout, withDecided} from './not-with.ts';
import {spokenIn, statementOf, type OwnContent} from './own-content.ts';
import {ownRecording} from './recordings.ts';
import {makeDocument, writeOwn} from './write-own.ts';

/** With whom a child shares something: everybody on the plan, or the people named. The child always reads it. */
export type Sharing = 'everyone' | readonly ParticipantId[];

/** Something new in one of the child's houses. */
export interface OwnItem extends OwnContent {
  readonly root: RootName;
  readonly after: ItemId | null;
  /** `null`: the child and the lead of the plan, as before anybody asks the child. */
  readonly shareWith: Sharing | null;
  /** The child says that they need help now. */
  readonly asksForHelp: boolean;
}

/** Who reads an item from now on. */
export interface NewReaders {
  readonly shareWith: Sharing;
  /** Who should not; `null` leaves that as it was. */
  readonly notWith: readonly ParticipantId[] | null;
  /** Keys of places that may be told. */
  readonly cleared: readonly string[];
}

/** Where an item is now, and who read it before and can't read it any more. */
export interface Choice {
  readonly itemId: string;
  readonly compartmentId: string;
  readonly seenBy: readonly Seer[];
  /** Who is asked today to help the child; nobody where there was no need. */
  readonly asked: readonly ParticipantId[];
}

/** The child's own words, and the child's choice of who reads each of them (domain 5.7; ruling 25: it needs nobody's approval). */
export class OwnWords {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Writes something new for the people whom the child chose. */
  add(planId: PlanId, actor: Actor, item: OwnItem): Promise<Choice> {
    return this.#ports.queue.run(planId, async () =>
      this.#add(await planFacts(this.#ports, planId), actor, item, null),
    );
  }

  /** Writes what the child said, or what was seen of the child, in a session that is open and not read back yet. */
  addFor(planId: PlanId, {participant, session}: Holder, id: string, said: SaidForChild): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const open = (await storage.houses.sessions.of(planId)).find(one => one.id === id);
      if (open === undefined || open.scribe !== participant.id || !isWriting(open, clock.now()))
        throw new RequestProblem('NOT_FOUND');
      const item = itemFor(facts, open, said);
      return this.#add(facts, {id: open.speaker, sessionId: session.id}, item, writtenBy(facts, open, said));
    });
  }

  async #add(facts: PlanFacts, actor: Actor, item: OwnItem, scribe: WrittenBy | null): Promise<Choice> {
    const {id: planId} = facts.plan;
    const {root, after, text} = item;
    if (sectionOf(facts.planType, root)?.group !== 'house') throw new RequestProblem('NOT_FOUND');
    const words = [text, ...spokenIn(item)];
    const chosen = item.shareWith ?? leadOf(facts);
    const recorded = await this.#recordingOf(planId, actor, item);
    const need = helpNeedOf(facts, actor.id, words.join('\n'), item.asksForHelp);
    const sharing = need === null ? chosen : readersWith(need, namedOf(facts, actor, chosen));
    const {compartment: target, isNew} = this.#targetFor(facts, actor, sharing);
    const look = await this.#lookFor(facts, actor);
    // No address keeps a child's call from those who must act.
    look.demandNoValue(
      [...words, ...Object.values(scribe?.attrs ?? {})],
      lessAsked(readersOf(facts, target), need),
    );
    const node = withScribe(statementOf(item, dayOf(this.#ports.clock.now())), scribe);
    const record = {...this.#newRecord(planId, actor, target, root), typedBy: scribe?.id ?? null};
    const anchored = await this.#ports.sync.withDocument(voiceOf(facts).id, doc =>
      anchoredNode(doc, node, record.id, root, after),
    );
    if (anchored === null) throw new RequestProblem('NOT_FOUND');
    const write: OwnChange['write'] =
      target.audience === null
        ? doc => insertItem(doc, root, after, {...node, attrs: {...node.attrs, id: record.id}})
        : doc => doc.getXmlFragment('items').push([elementOf(anchored)]);
    if (isNew) await makeDocument(this.#ports, target);
    const call = need === null ? null : {put: newCall(this.#ports, record, need), isNew: true};
    const changes = [{id: target.id, items: [record], write}];
    await writeOwn(this.#ports, {actor, record, changes, more: recorded(record), call});
    return {itemId: record.id, compartmentId: target.id, seenBy: [], asked: call?.put.asked ?? []};
  }

  /**
   * Gives an item the readers whom the child chose. Whoever reads more than before reads nothing that could tell where somebody is
   * unless it is cleared (E06); whoever reads no more is named, if they had it open: what was seen stays seen. Whoever should not see it
   * reads it neither now nor because of anything that is chosen later, until the child says otherwise.
   */
  choose(
    planId: PlanId,
    actor: Actor,
    itemId: ItemId,
    {shareWith, notWith: named, cleared}: NewReaders,
  ): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync, random} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const [record, from] = await findOwn(storage, facts, actor.id, itemId);
      const call = await callAbout(storage, record);
      const earlier = await choiceAbout(storage, record);
      const notWith = [...new Set(named ?? earlier?.notWith ?? [])];
      if (call !== null && isUndecided(call) && call.asked.some(id => notWith.includes(id)))
        throw new RequestProblem('HELP_FIRST');
      const {choice, sharing} = withDecided(earlier, sharingWithout(facts, actor, shareWith, notWith));
      const {compartment: target, isNew} = this.#targetFor(facts, actor, sharingDuring(call, sharing));
      if (target.id === from.id) {
        const more = choiceChange(this.#ports, choice, record, notWith);
        await writeOwn(this.#ports, {actor, record, changes: [], more});
        return {itemId, compartmentId: from.id, seenBy: [], asked: []};
      }
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
      const said = await carriedWith(storage, planId, [moved.move], gains);
      if (isNew) await makeDocument(this.#ports, target);
      const along = call === null ? null : {put: {...call, ...moved.move.to}, isNew: false};
      const {record: now} = moved;
      const changes = [...moved.changes, ...(await quotationsOut(this.#ports, facts, [itemId]))];
      const more = choiceChange(this.#ports, choice, now, notWith);
      await writeOwn(this.#ports, {actor, record: now, changes, more, said, call: along});
      return {itemId: moved.record.id, compartmentId: target.id, seenBy, asked: []};
    });
  }

  /** What is recorded of a recording that goes into an item; it ends the request where there is none of the child's own. */
  async #recordingOf(
    planId: PlanId,
    {id}: Actor,
    {voiceNote}: OwnItem,
  ): Promise<(item: ItemRecord) => RecordChange[]> {
    if (voiceNote === null) return () => [];
    const found = await ownRecording(this.#ports.storage, planId, id, voiceNote.attachment);
    return ({id: itemId, compartmentId}) => [
      {kind: 'attachment', put: {...found, compartmentId, itemId, alt: voiceNote.alt}},
    ];
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

  #lookFor(facts: PlanFacts, {id}: Actor): Promise<Look> {
    const participant = facts.people.find(one => one.id === id);
    if (participant === undefined) throw new RequestProblem('NOT_FOUND');
    return lookFor(this.#ports.storage, facts, {participant, isConfirmed: true, onlookers: null});
  }
}
