import {isItemTypeName, type SectionSpec} from '@goldthread/schema';
import {planSchema, type PmJson} from '@goldthread/schema/prosemirror';
import {DOMSerializer} from 'prosemirror-model';
import {ItemFacts} from '../item-facts/item-facts.ts';
import {factsOf} from './facts-of.ts';

const serializer = DOMSerializer.fromSchema(planSchema);

/** Draws items as plain page content: what stands in a section until its editor is there, and what a reader reads. */
export function showStaticWords(place: HTMLElement, _section: SectionSpec, nodes: readonly PmJson[]): void {
  place.replaceChildren(...nodes.flatMap(drawn));
}

function drawn(json: PmJson): HTMLElement[] {
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
    Object.assign(facts, factsOf(json), {itemType: json.type, editable: false});
    dom.append(facts);
  }
  return [dom];
}
