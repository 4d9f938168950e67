import {newId, type ChildTold, type CopyReason, type ItemId, type ParticipantId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {demandCleared, lookFor, nodeText} from '../disclosure/index.ts';
import {RequestProblem} from '../errors.ts';
import type {CompartmentRecord, WithholdingRecord} from '../storage/index.ts';
import {carriedWith} from './carried-along.ts';
import {compartmentFor} from './compartment-for.ts';
import {heldEmerging, type Actor} from './held-copies.ts';
import {moveOwnItem} from './move-own-item.ts';
import {standingItem} from './move-items.ts';
import {sureReader, type Opening} from './opening.ts';
import {peopleKnownTo, type PlanFacts} from './plan-facts.ts';
import {withLaterItems} from './withholding-view.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Who is to read what a decision withholds too, and what was said about its words. */
export interface ReaderRequest {
  readonly readerId: string;
  readonly cleared: readonly string[];
  readonly copyReason: CopyReason | null;
  /** What the child was told, where it goes against the child's choice; `null` where nobody said. */
  readonly told: ChildTold | null;
}

/** A decision with one reader more. */
export interface Widened {
  readonly record: WithholdingRecord;
  readonly compartment: CompartmentRecord;
  readonly isNew: boolean;
  readonly opening: Opening;
}

/** The person to be added: somebody on the plan who neither reads it nor is one from whom it is kept. */
export function newReaderOf(
  facts: PlanFacts,
  actor: Actor,
  record: WithholdingRecord,
  readerId: string,
): ParticipantId {
  const reader = peopleKnownTo(facts, actor.id).find(({id}) => id === readerId);
  if (reader === undefined) throw new RequestProblem('NOT_ON_PLAN');
  const isNamed = audienceNow(facts, record).includes(reader.id);
  if (isNamed || record.hiddenFrom.some(({id}) => id === reader.id)) throw new RequestProblem('NAMED_TWICE');
  return reader.id;
}

/**
 * Moves what a decision withholds to the document of its readers and one more (ruling 4), once every place in its words that could tell
 * that person something is cleared by name. What was said of it was said for those who read it then, and goes to nobody more.
 */
export async function withReader(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: Actor,
  decided: WithholdingRecord,
  {readerId, cleared, copyReason, told}: ReaderRequest,
): Promise<Widened> {
  const reader = newReaderOf(facts, actor, decided, readerId);
  const records = await ports.storage.withholdings(facts.plan.id);
  const record = withLaterItems(decided, records, facts);
  const from = facts.compartments.find(({id}) => id === record.compartmentId);
  if (from === undefined) throw new RequestProblem('NOT_FOUND');
  const readers = [...audienceNow(facts, record), reader];
  const {compartment: target, isNew} = compartmentFor(ports, facts, readers);
  const items = facts.items.filter(one => one.compartmentId === from.id && record.itemIds.includes(one.id));
  const look = await lookFor(ports.storage, facts, sureReader(facts, actor.id), readers);
  const {legalGround, factBase, alternatives, childTold} = record;
  look.demandNoValue([legalGround, factBase, alternatives, childTold, told?.words ?? ''], readers);
  const root = items[0]?.anchorRoot ?? 'items';
  const count = (nodes: readonly PmJson[]): number => {
    const texts = nodes.map(nodeText);
    look.demandNoValue(texts, readers);
    return demandCleared(look.findAt(texts.map(text => ({text, root}))), cleared);
  };
  const standing = await ports.sync.withDocument(from.id, doc =>
    items.map(({id}) => standingItem(doc, ['items'], id)),
  );
  if (standing === null) throw new RequestProblem('ALREADY_CHANGED');
  const nodes = standing.flatMap(one => one?.node ?? []);
  const clearedCount = count(nodes);
  const emerging = {texts: nodes.map(nodeText), readers, from: from.id, root};
  const notes = await heldEmerging(ports, facts, actor, emerging, copyReason);
  const ids = items
    .filter((_, at) => standing[at] !== null)
    .map(one => [one, newId<ItemId>(ports.random)] as const);
  const newIds = new Map(ids.map(([{id}, now]) => [id, now]));
  const moves = ids.map(([own, id]) =>
    moveOwnItem({record: own, from, target, id, facts, newIds}, node => void count([node])),
  );
  const moved = moves.map(({move}) => move);
  const carried = await carriedWith(ports.storage, facts.plan.id, moved, true);
  const idNow = (id: ItemId): ItemId => newIds.get(id) ?? id;
  return {
    record: {
      ...decided,
      compartmentId: target.id,
      itemIds: record.itemIds.map(idNow),
      movedFrom: decided.movedFrom.map(place => ({...place, itemId: idNow(place.itemId)})),
      readerAsked: null,
    },
    compartment: target,
    isNew,
    opening: {
      changes: moves.flatMap(({changes}) => changes),
      ...{carried, cleared: clearedCount, notes, subject: reader, moves: moved},
    },
  };
}

function audienceNow(facts: PlanFacts, {compartmentId}: WithholdingRecord): readonly ParticipantId[] {
  return facts.compartments.find(({id}) => id === compartmentId)?.audience ?? [];
}
