import type {CompartmentId, ItemId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {elementOf} from '@goldthread/schema/ydoc';
import {RequestProblem} from '../errors.ts';
import type {ItemRecord, WithholdingRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import {noteOf, paragraphOf, type Withheld} from './gather-items.ts';
import {anchoredNode, removeItem, rewordItem, standingItem} from './move-items.ts';
import type {PlanFacts} from './plan-facts.ts';
import {pairedNode, relinked} from './ties.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/**
 * The changes of documents that withhold items: out of the open ones, then into the withheld one. All of it happens in one turn of
 * the server, and the words are read in it, so that what somebody types until then moves along.
 */
export async function changesFor(
  ports: WithholdingPorts,
  facts: PlanFacts,
  compartmentId: CompartmentId,
  items: readonly Withheld[],
  shapes: WithholdingRecord['shapes'],
): Promise<OwnChange[]> {
  const nodes = new Map<ItemId, PmJson>();
  const take = (record: ItemRecord, node: PmJson) => nodes.set(record.id, withShapes(node, shapes));
  const drafts = items.filter(({from}) => from === null);
  for (const {record, node, after} of drafts)
    take(record, await anchoredBeside(ports, facts, record, node, after));
  const sources = Map.groupBy(items, ({from}) => from?.compartmentId);
  const out = [...sources].flatMap(([id, moved]): OwnChange[] =>
    id === undefined ? [] : [{id, items: [], write: doc => moved.forEach(one => moveOut(doc, one, take))}],
  );
  const newIds = new Map(
    items.flatMap(({record, from}) => (from === null ? [] : [[from.formerId, record.id]])),
  );
  const into: OwnChange = {
    id: compartmentId,
    items: items.map(({record}) => record),
    write(doc) {
      const made = items.flatMap(({record, from}) => {
        const node = nodes.get(record.id);
        if (node === undefined) return [];
        return relinked(from === null ? node : pairedNode(doc, ['items'], node, from.formerId), newIds);
      });
      doc.getXmlFragment('items').push(made.map(elementOf));
    },
  };
  return [...out, into];
}

type Document = Parameters<OwnChange['write']>[0];

function moveOut(
  doc: Document,
  {record, after, from, safe}: Withheld,
  take: (record: ItemRecord, node: PmJson) => void,
): void {
  const standing = from === null ? null : standingItem(doc, [from.root], from.formerId);
  if (from === null || standing === null) throw new RequestProblem('ALREADY_CHANGED');
  const node =
    from.formerNode === null
      ? pairedNode(doc, ['sos:worries', 'sos:next'], standing.node, from.formerId)
      : noteOf(standing.node);
  take(record, anchoredNode(doc, node, record.id, from.root, after));
  if (safe === null) removeItem(doc, from.root, from.formerId);
  else rewordItem(doc, from.root, from.formerId, safe.split('\n').map(paragraphOf));
}

async function anchoredBeside(
  ports: WithholdingPorts,
  facts: PlanFacts,
  record: ItemRecord,
  node: PmJson,
  after: ItemId | null,
): Promise<PmJson> {
  const root = record.anchorRoot;
  const kind = root?.startsWith('house:') === true ? 'voice' : 'shared';
  const beside = facts.compartments.find(one => one.kind === kind);
  if (beside === undefined || root === null) throw new RequestProblem('NOT_FOUND');
  const anchored = await ports.sync.withDocument(beside.id, doc =>
    anchoredNode(doc, node, record.id, root, after),
  );
  if (anchored === null) throw new RequestProblem('NOT_FOUND');
  return anchored;
}

function withShapes(node: PmJson, shapes: WithholdingRecord['shapes']): PmJson {
  const links = shapes.map(({id}): PmJson => ({type: 'link', attrs: {rel: 'shapes', to: id}}));
  const content = [...(node.content ?? []), ...links];
  return {...node, ...(content.length > 0 && {content})};
}
