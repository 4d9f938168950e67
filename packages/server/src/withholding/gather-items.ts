import {
  itemTypesOf,
  newId,
  rootsOf,
  sectionOf,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {tellsOf} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {FormerPlace, ItemRecord} from '../storage/index.ts';
import {childNames} from '../disclosure/index.ts';
import {plainText, standingItem} from './move-items.ts';
import {isReader, type PlanFacts} from './plan-facts.ts';
import type {Draft, WithholdRequest} from './request.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** One item on its way into a withheld compartment. */
export interface Withheld {
  readonly record: ItemRecord;
  /** Its words when it was asked for; they are read again at the moment in which it moves. */
  readonly node: PmJson;
  /** The item that it is to stand after. */
  readonly after: ItemId | null;
  /** Where it stands now; `null` for a new one. */
  readonly from: FormerPlace | null;
  /** Words that stay in its place. */
  readonly safe: string | null;
}

/** Reads what is to be withheld, each item with an id of its own: its old one then tells no more than any deleted item's. */
export async function gatherItems(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  request: WithholdRequest,
): Promise<readonly Withheld[]> {
  const isHidden = facts.people.some(one => one.id === actor && one.hiddenFrom.length > 0);
  // Everybody sees that an item is gone, and by somebody who is hidden nothing changes where everybody reads.
  if (isHidden && request.itemIds.length > 0) throw new RequestProblem('MAY_NOT_PROPOSE');
  const moved: Withheld[] = [];
  for (const id of request.itemIds) moved.push(await movedItem(ports, facts, actor, id, request));
  const drafted = request.draft === null ? [] : [draftedItem(ports, facts, actor, request.draft)];
  return [...moved, ...drafted];
}

/** Reads an item where it stands in an open compartment that its mover receives. */
async function movedItem(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  id: ItemId,
  request: WithholdRequest,
): Promise<Withheld> {
  for (const compartment of facts.compartments) {
    const record = facts.items.find(item => item.id === id && item.compartmentId === compartment.id);
    if (record === undefined || compartment.kind === 'withheld' || !isReader(compartment, actor)) continue;
    const roots = rootsOf(facts.planType, compartment.kind);
    const standing = await ports.sync.withDocument(compartment.id, doc => standingItem(doc, roots, id));
    if (standing === null) continue;
    const isStatutory = sectionOf(facts.planType, standing.root)?.group === 'statutory';
    const safe = isStatutory ? safeWordingOf(facts, request, record, standing.node) : null;
    const newItemId = newId<ItemId>(ports.random);
    return {
      record: {
        ...record,
        id: newItemId,
        root: 'items',
        anchorRoot: standing.root,
        type: isStatutory ? 'note' : record.type,
      },
      node: isStatutory ? noteOf(standing.node) : standing.node,
      after: safe === null ? standing.after : id,
      from: {
        itemId: newItemId,
        formerId: id,
        compartmentId: compartment.id,
        root: standing.root,
        afterItemId: standing.after,
        formerNode: isStatutory ? standing.node : null,
      },
      safe,
    };
  }
  throw new RequestProblem('NOT_FOUND');
}

/** Statutory text that is withheld is no longer statutory text: it becomes a private note (reg 12, ruling 16). */
export function noteOf(node: PmJson): PmJson {
  const content = (node.content ?? []).filter(child => child.type !== 'link' && child.type !== 'part');
  return {type: 'note', ...(content.length > 0 && {content})};
}

function safeWordingOf(
  facts: PlanFacts,
  {safeWording}: WithholdRequest,
  {id, verbatim}: ItemRecord,
  node: PmJson,
): string | null {
  const safe = safeWording[id];
  if (safe === undefined) throw new RequestProblem('SAFE_WORDING_NEEDED');
  if (safe !== null && verbatim) throw new RequestProblem('OWN_WORDS_STAY');
  if (safe !== null && tellsOf(safe, [plainText(node)], childNames(facts.plan)).length > 0) {
    throw new RequestProblem('SAFE_WORDING_TELLS');
  }
  return safe;
}

function draftedItem(
  ports: WithholdingPorts,
  facts: PlanFacts,
  actor: ParticipantId,
  draft: Draft,
): Withheld {
  const section = sectionOf(facts.planType, draft.root);
  const allowed = itemTypesOf(facts.planType, 'items');
  const fits = draft.type === 'note' || (section?.itemTypes.includes(draft.type) ?? false);
  if (section === undefined || !allowed.includes(draft.type) || !fits) throw new RequestProblem('NOT_FOUND');
  const isChild = facts.people.some(one => one.id === actor && one.role === 'child');
  // Words in a house are the child's; an adult's own words about them are a private note.
  if (section.group === 'house' && draft.type !== 'note' && !isChild) throw new RequestProblem('NOT_FOUND');
  const record: ItemRecord = {
    id: newId<ItemId>(ports.random),
    planId: facts.plan.id,
    compartmentId: facts.compartments[0]?.id ?? newId<CompartmentId>(ports.random),
    root: 'items',
    anchorRoot: draft.root,
    type: draft.type,
    owner: actor,
    typedBy: null,
    sessionId: null,
    verbatim: section.group === 'house' && isChild,
    readBack: false,
    createdAt: ports.clock.now(),
  };
  const content = draft.text.split('\n').map(paragraphOf);
  return {record, node: {type: draft.type, content}, after: draft.after, from: null, safe: null};
}

/** One line of plain text as a node. */
export function paragraphOf(line: string): PmJson {
  return line === '' ? {type: 'paragraph'} : {type: 'paragraph', content: [{type: 'text', text: line}]};
}
