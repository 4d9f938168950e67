import {isItemTypeName, type ItemTypeName} from '@goldthread/schema';
import {planSchema, type PmJson} from '@goldthread/schema/prosemirror';
import {DOMSerializer} from 'prosemirror-model';
import {ItemFacts} from '../item-facts/item-facts.ts';
import {factsOf} from './facts-of.ts';

const serializer = DOMSerializer.fromSchema(planSchema);

/** Whether the editor to come will let this person change an item, so that its height is right from the start. */
export type WillEdit = (id: string, type: ItemTypeName) => boolean;

/** Draws items as plain page content: what stands in a section until its editor is there, and what a reader reads. */
export function showStaticWords(place: HTMLElement, nodes: readonly PmJson[], willEdit: WillEdit): void {
  place.replaceChildren(...nodes.flatMap(node => drawn(node, willEdit)));
}

function drawn(json: PmJson, willEdit: WillEdit): HTMLElement[] {
  let dom: Node;
  try {
    dom = serializer.serializeNode(planSchema.nodeFromJSON(json), {document});
  } catch {
    // A newer client wrote something that this page doesn't know: the session says that the page is out of date.
    return [];
  }
  if (!(dom instanceof HTMLElement)) return [];
  if (isItemTypeName(json.type)) {
    const facts = new ItemFacts();
    const known = factsOf(json);
    Object.assign(facts, known, {itemType: json.type, waiting: willEdit(known.itemId, json.type)});
    dom.append(facts);
  }
  return [dom];
}
