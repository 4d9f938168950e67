import type {ItemId} from '@goldthread/schema';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {WithholdingRecord} from '../storage/index.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

type Decision = Pick<WithholdingRecord, 'compartmentId' | 'movedFrom'>;

/** Whether nobody changed any item since a decision moved it to where it is withheld. */
export async function isAsMoved(sync: WithholdingPorts['sync'], decision: Decision): Promise<boolean> {
  return (await sync.withDocument(decision.compartmentId, doc => isAsMovedIn(doc, decision))) ?? true;
}

/** The same in a document at hand; of items that aren't there any more nothing can come back. */
export function isAsMovedIn(doc: Y.Doc, {movedFrom}: Decision): boolean {
  return movedFrom.every(({itemId}) => isUntouched(doc, itemId));
}

/** Each act of the server has a client id of its own, so that whatever has another one was written since. */
function isUntouched(doc: Y.Doc, id: ItemId): boolean {
  const found = doc
    .getXmlFragment('items')
    .toArray()
    .find(child => child instanceof Y.XmlElement && itemIdOf(child) === id);
  const writer = found?._item?.id.client;
  return found === undefined || writer === undefined || isOnlyBy(found, writer);
}

function isOnlyBy(node: Pick<Y.XmlElement, '_map' | '_start'>, client: number): boolean {
  for (const {id} of node._map.values()) if (id.client !== client) return false;
  for (let item = node._start; item !== null; item = item.right) {
    if (item.deleted || item.id.client !== client) return false;
    if (item.content instanceof Y.ContentType && !isOnlyBy(item.content.type, client)) return false;
  }
  return true;
}
