import {isItemTypeName, type ItemTypeName} from '@goldthread/schema';
import {planSchema, type PmJson} from '@goldthread/schema/prosemirror';
import {readElement} from '@goldthread/schema/ydoc';
import {DOMSerializer} from 'prosemirror-model';
import * as Y from 'yjs';
import {ItemFacts} from '../item-facts/item-facts.ts';
import {factsOf} from './facts-of.ts';

const serializer = DOMSerializer.fromSchema(planSchema);

/** Whether the editor to come will let this person change an item, so that its height is right from the start. */
export type WillEdit = (id: string, type: ItemTypeName) => boolean;

/** An item on the page, and what it was drawn from. */
interface Drawn {
  readonly json: PmJson;
  readonly element: HTMLElement;
}

/** Items as plain page content: what stands in a section until its editor is there, and what a reader reads. */
export class StaticWords {
  readonly #place: HTMLElement;
  readonly #willEdit: WillEdit;
  /** How each item of the root was drawn; null where this page doesn't know such an item. */
  #drawn = new Map<Y.XmlElement, Drawn | null>();

  constructor(place: HTMLElement, willEdit: WillEdit) {
    this.#place = place;
    this.#willEdit = willEdit;
  }

  /** Draws a root: anew what is in `changed`, or all of it; everything else on the page stays as it is. */
  show(fragment: Y.XmlFragment, changed: ReadonlySet<unknown> | 'all'): void {
    const before = this.#drawn;
    this.#drawn = new Map();
    for (const item of fragment.toArray()) {
      if (!(item instanceof Y.XmlElement)) continue;
      const known = changed === 'all' ? undefined : before.get(item);
      const isSame = known !== undefined && changed !== 'all' && !changed.has(item);
      this.#drawn.set(item, isSame ? known : this.#draw(readElement(item), known ?? null));
    }
    this.#put([...this.#drawn.values()].flatMap(drawn => (drawn === null ? [] : [drawn.element])));
  }

  #draw(json: PmJson, before: Drawn | null): Drawn | null {
    if (before !== null && patch(before, json)) return {json, element: before.element};
    const element = drawn(json, this.#willEdit);
    return element === null ? null : {json, element};
  }

  #put(elements: readonly HTMLElement[]): void {
    const kept = new Set<Element>(elements);
    for (const child of [...this.#place.children]) if (!kept.has(child)) child.remove();
    elements.forEach((element, at) => {
      const there = this.#place.children[at] ?? null;
      if (there !== element) this.#place.insertBefore(element, there);
    });
  }
}

/**
 * Draws anew only those blocks of an item whose words have changed, since a whole item that is put in costs the page
 * the numbers of all items after it. False where more than words has changed.
 */
function patch({json: before, element}: Drawn, json: PmJson): boolean {
  const [old, now] = [before.content ?? [], json.content ?? []];
  if (!isSame({...before, content: []}, {...json, content: []}) || old.length !== now.length) return false;
  const changed = now.flatMap((block, at) => (isSame(old[at], block) ? [] : [{block, at}]));
  const blocks = changed.map(({block, at}) => ({at, dom: isWords(block) ? serialized(block) : null}));
  if (blocks.some(({dom}) => dom === null)) return false;
  // Nothing that stands before the facts at the end is drawn as more or less than one element.
  for (const {at, dom} of blocks) if (dom !== null) element.children[at]?.replaceWith(dom);
  return true;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Links and list entries are shown in the item's line of facts. */
function isWords(block: PmJson): boolean {
  return block.type !== 'link' && block.type !== 'part';
}

function serialized(json: PmJson): Node | null {
  try {
    return serializer.serializeNode(planSchema.nodeFromJSON(json), {document});
  } catch {
    // A newer client wrote something that this page doesn't know: the session says that the page is out of date.
    return null;
  }
}

function drawn(json: PmJson, willEdit: WillEdit): HTMLElement | null {
  const dom = serialized(json);
  if (!(dom instanceof HTMLElement)) return null;
  if (isItemTypeName(json.type)) {
    const facts = new ItemFacts();
    const known = factsOf(json);
    Object.assign(facts, known, {itemType: json.type, waiting: willEdit(known.itemId, json.type)});
    dom.append(facts);
  }
  return dom;
}
