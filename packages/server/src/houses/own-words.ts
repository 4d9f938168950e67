import {sectionOf, type ItemId, type ParticipantId, type PlanId, type RootName} from '@goldthread/schema';
import {elementOf} from '@goldthread/schema/ydoc';
import {RequestProblem} from '../errors.ts';
import {isWriting, type ItemRecord, type RecordChange} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {
  anchoredNode,
  dayOf,
  insertItem,
  peopleKnownTo,
  planFacts,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {choosing, heldSession, withItem, type ChosenForChild} from './choose-for.ts';
import {leadOf, namedOf, readersOf, voiceOf, type Seer} from './find-own.ts';
import {newCall} from './help-call.ts';
import {helpNeedOf, lessAsked, readersWith} from './help-need.ts';
import {itemFor, withScribe, writtenBy, type SaidForChild, type WrittenBy} from './for-child.ts';
import type {Holder} from './house-sessions.ts';
import {NOTHING_MORE, chooseReaders, lookAs, targetFor, type Along, type NewReaders} from './new-readers.ts';
import {spokenIn, statementOf, type OwnContent} from './own-content.ts';
import {ownRecording} from './recordings.ts';
import {makeDocument, newRecord, writeOwn} from './write-own.ts';

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
      this.#add(await planFacts(this.#ports, planId), actor, item, null, NOTHING_MORE),
    );
  }

  /** Writes what the child said, or what was seen of the child, in a session that is open and not read back yet. */
  addFor(planId: PlanId, {participant, session}: Holder, id: string, said: SaidForChild): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const open = await heldSession(this.#ports, planId, participant.id, id);
      if (!isWriting(open, this.#ports.clock.now())) throw new RequestProblem('NOT_FOUND');
      const actor = {id: open.speaker, sessionId: session.id};
      return this.#add(
        facts,
        actor,
        itemFor(facts, open, said),
        writtenBy(facts, open, said),
        ({id: itemId}) => withItem(open, {id: itemId, isShownByChild: false, isAsked: false}),
      );
    });
  }

  /** Writes down who may see something, as the child says it in the session in which it was written. */
  chooseFor(
    planId: PlanId,
    {participant, session}: Holder,
    id: string,
    itemId: ItemId,
    said: ChosenForChild,
  ): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const open = await heldSession(this.#ports, planId, participant.id, id);
      const also = choosing(this.#ports, open, itemId, said);
      const actor = {id: open.speaker, sessionId: session.id};
      const choice = await chooseReaders(
        this.#ports,
        facts,
        {actor, asker: participant.id, itemId, ...said},
        also,
      );
      const known = new Set<string>(peopleKnownTo(facts, participant.id).map(one => one.id));
      return {...choice, seenBy: choice.seenBy.filter(one => known.has(one.id))};
    });
  }

  async #add(
    facts: PlanFacts,
    actor: Actor,
    item: OwnItem,
    scribe: WrittenBy | null,
    also: Along,
  ): Promise<Choice> {
    const {id: planId} = facts.plan;
    const {root, after, text} = item;
    if (sectionOf(facts.planType, root)?.group !== 'house') throw new RequestProblem('NOT_FOUND');
    const words = [text, ...spokenIn(item)];
    const chosen = item.shareWith ?? leadOf(facts);
    const recorded = await this.#recordingOf(planId, actor, item);
    const need = helpNeedOf(facts, actor.id, words.join('\n'), item.asksForHelp);
    const sharing = need === null ? chosen : readersWith(need, namedOf(facts, actor, chosen));
    const {compartment: target, isNew} = targetFor(this.#ports, facts, actor, sharing);
    const readers = readersOf(facts, target);
    const look = await lookAs(this.#ports, facts, scribe?.id ?? actor.id, readers);
    // No address keeps a child's call from those who must act.
    look.demandNoValue([...words, ...Object.values(scribe?.attrs ?? {})], lessAsked(readers, need));
    const node = withScribe(statementOf(item, dayOf(this.#ports.clock.now())), scribe);
    const record = {...newRecord(this.#ports, actor, target, root), typedBy: scribe?.id ?? null};
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
    await writeOwn(this.#ports, {actor, record, changes, more: [...recorded(record), ...also(record)], call});
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
    {shareWith, notWith, cleared}: NewReaders,
  ): Promise<Choice> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const choosing = {actor, asker: actor.id, itemId, shareWith, notWith, cleared};
      return chooseReaders(this.#ports, facts, choosing, NOTHING_MORE);
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
}
