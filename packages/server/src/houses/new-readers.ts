import {newId, type ItemId, type ParticipantId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {demandCleared, lookFor, nodeText, type Look} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {ItemRecord, RecordChange} from '../storage/index.ts';
import {
  carriedWith,
  compartmentFor,
  moveOwnItem,
  peopleKnownTo,
  quotationsOut,
  standingItem,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {findOwn, readersOf, seenBefore, voiceOf} from './find-own.ts';
import {callAbout, sharingDuring} from './help-call.ts';
import {isUndecided} from './help-need.ts';
import {choiceAbout, choiceChange, sharingWithout, withDecided} from './not-with.ts';
import type {Choice, Sharing} from './own-words.ts';
import {makeDocument, writeOwn} from './write-own.ts';

/** Who reads an item from now on. */
export interface NewReaders {
  readonly shareWith: Sharing;
  /** Who should not; `null` leaves that as it was. */
  readonly notWith: readonly ParticipantId[] | null;
  /** Keys of places that may be told. */
  readonly cleared: readonly string[];
}

/** What else is recorded in the commit that writes an item, made of the item as it is then. */
export type Along = (item: ItemRecord) => readonly RecordChange[];
export const NOTHING_MORE: Along = () => [];

interface Choosing extends NewReaders {
  readonly actor: Actor;
  /** Who sits there, whom the answer may tell no more than they know. */
  readonly asker: ParticipantId;
  readonly itemId: ItemId;
}

/** Gives an item of the child's the readers whom the child chose. */
export async function chooseReaders(
  ports: WithholdingPorts,
  facts: PlanFacts,
  {actor, asker, itemId, shareWith, notWith: named, cleared}: Choosing,
  also: Along,
): Promise<Choice> {
  const {storage, sync, random} = ports;
  const [record, from] = await findOwn(storage, facts, actor.id, itemId);
  const call = await callAbout(storage, record);
  const earlier = await choiceAbout(storage, record);
  const notWith = [...new Set(named ?? earlier?.notWith ?? [])];
  if (call !== null && isUndecided(call) && call.asked.some(id => notWith.includes(id)))
    throw new RequestProblem('HELP_FIRST');
  const {choice, sharing} = withDecided(earlier, sharingWithout(facts, actor, shareWith, notWith));
  const {compartment: target, isNew} = targetFor(ports, facts, actor, sharingDuring(call, sharing));
  const moreOf = (item: ItemRecord) => [...choiceChange(ports, choice, item, notWith), ...also(item)];
  if (target.id === from.id) {
    await writeOwn(ports, {actor, record, changes: [], more: moreOf(record)});
    return {itemId, compartmentId: from.id, seenBy: [], asked: []};
  }
  const readers = readersOf(facts, target);
  const gains = readers.some(id => !readersOf(facts, from).includes(id));
  const look = await lookAs(ports, facts, asker, readers);
  const root = record.anchorRoot ?? record.root;
  const demand = (node: PmJson): void => {
    look.demandNoValue([nodeText(node)], readers);
    if (gains) demandCleared(look.findAt([{root, text: nodeText(node)}]), cleared);
  };
  const standing = await sync.withDocument(from.id, doc => standingItem(doc, [record.root], itemId));
  if (standing === null) throw new RequestProblem('ALREADY_CHANGED');
  demand(standing.node);
  const moved = moveOwnItem({record, from, target, id: newId<ItemId>(random), facts}, demand);
  const seenBy = await seenBefore(storage, facts, actor.id, record, from, readers);
  // What somebody said of it was said for those who read it then: it comes along to nobody more.
  const said = await carriedWith(storage, facts.plan.id, [moved.move], gains);
  if (isNew) await makeDocument(ports, target);
  const along = call === null ? null : {put: {...call, ...moved.move.to}, isNew: false};
  const {record: now} = moved;
  const changes = [...moved.changes, ...(await quotationsOut(ports, facts, [itemId]))];
  await writeOwn(ports, {actor, record: now, changes, more: moreOf(now), said, call: along});
  return {itemId: now.id, compartmentId: target.id, seenBy, asked: []};
}

/** The document of those with whom a child shares something. */
export function targetFor(
  ports: WithholdingPorts,
  facts: PlanFacts,
  {id: child}: Actor,
  sharing: Sharing,
): ReturnType<typeof compartmentFor> {
  if (sharing === 'everyone') return {compartment: voiceOf(facts), isNew: false};
  const known = new Set(peopleKnownTo(facts, child).map(({id}) => id));
  if (sharing.some(id => !known.has(id))) throw new RequestProblem('NOT_ON_PLAN');
  return compartmentFor(ports, facts, [...new Set([child, ...sharing])]);
}

/** Makes ready what words are held against, for what one person may know, before somebody reads them. */
export function lookAs(
  {storage}: Pick<WithholdingPorts, 'storage'>,
  facts: PlanFacts,
  id: ParticipantId,
  readers: readonly ParticipantId[],
): Promise<Look> {
  const participant = facts.people.find(one => one.id === id);
  if (participant === undefined) throw new RequestProblem('NOT_FOUND');
  return lookFor(storage, facts, {participant, isConfirmed: true, onlookers: null}, readers);
}
