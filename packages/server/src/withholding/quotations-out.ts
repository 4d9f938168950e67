import {cellOf, groupOf, QUOTES, type ItemId} from '@goldthread/schema';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {OwnChange} from '../sync/index.ts';
import {removeItem} from './move-items.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** The quotations in section A that were made from any of these items. */
export function quotationsOf(doc: Y.Doc, ids: readonly string[]): ItemId[] {
  return doc
    .getXmlFragment('section:A')
    .toArray()
    .flatMap((item): ItemId[] => {
      const isOne = item instanceof Y.XmlElement && item.toArray().some(part => quotes(part, ids));
      const id = isOne ? itemIdOf(item) : null;
      // The gate lets only ids stand in this attribute.
      return id === null ? [] : [id as ItemId];
    });
}

/**
 * The change that takes quotations of these items out of section A, because not everybody reads those words any more. Of an issued
 * plan nothing is taken out: whoever withholds the words then withholds what stands in it too.
 */
export async function quotationsOut(
  {sync}: Pick<WithholdingPorts, 'sync'>,
  {plan, compartments}: PlanFacts,
  ids: readonly ItemId[],
): Promise<OwnChange[]> {
  const group = groupOf('section:A');
  const isIssued = group === undefined || cellOf('keyworker', plan.stage, group) === 'no';
  const shared = compartments.find(({kind}) => kind === 'shared');
  if (shared === undefined || isIssued) return [];
  const found = await sync.withDocument(shared.id, doc => quotationsOf(doc, ids));
  if (found === null || found.length === 0) return [];
  return [
    {
      id: shared.id,
      items: [],
      write: doc => quotationsOf(doc, ids).forEach(id => removeItem(doc, 'section:A', id)),
    },
  ];
}

function quotes(part: unknown, ids: readonly string[]): boolean {
  if (!(part instanceof Y.XmlElement) || part.nodeName !== 'link') return false;
  const {rel, to} = part.getAttributes();
  return rel === QUOTES && typeof to === 'string' && ids.includes(to);
}
