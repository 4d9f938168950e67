import type {Node} from 'prosemirror-model';
import type {EditorView, NodeView, ViewMutationRecord} from 'prosemirror-view';
import {ItemFactsEvent, type ItemEdit} from '../item-facts-event.ts';
import {factsOf, linksOf, partsOf, sameFacts} from '../item-facts-of.ts';
import {itemIdOf, itemTypeOf, specOf} from '../items.ts';
import type {Rights} from '../plugins/read-only.ts';
import type {ItemId} from '@goldthread/schema';

/** What an item's view needs of the editor around it. */
export interface ItemViewHost {
  readonly rights: Rights;
  editOf(id: ItemId): ItemEdit;
}

/**
 * One item on screen: its words, which ProseMirror owns, and beside them a place for its typed facts, which
 * ProseMirror leaves alone. Whoever draws the facts is told by {@link ItemFactsEvent} when they change.
 */
export class ItemView implements NodeView {
  readonly dom = document.createElement('article');
  readonly contentDOM = document.createElement('div');
  readonly #place = document.createElement('div');
  readonly #host: ItemViewHost;
  #node: Node;
  #isEditable = true;
  #shownId: string | null = null;

  constructor(node: Node, host: ItemViewHost) {
    this.#host = host;
    this.#node = node;
    this.dom.className = 'goldthread-item';
    this.dom.dataset['item'] = node.type.name;
    this.dom.ariaLabel = specOf(node).label;
    this.contentDOM.className = 'goldthread-item-words';
    this.#place.className = 'goldthread-item-facts';
    this.#place.contentEditable = 'false';
    this.dom.append(this.contentDOM, this.#place);
    this.#showId();
    this.#showRights();
    // The view puts this element into the page after it was made, and events need the page to travel through.
    queueMicrotask(() => this.#tell());
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false;
    const isSame = sameFacts(node, this.#node);
    this.#node = node;
    this.#showId();
    const wasEditable = this.#isEditable;
    this.#showRights();
    if (!isSame || wasEditable !== this.#isEditable) this.#tell();
    return true;
  }

  /** Asks for rights again. */
  refresh(): void {
    const wasEditable = this.#isEditable;
    this.#showRights();
    if (wasEditable !== this.#isEditable) this.#tell();
  }

  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.#place.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return this.#place.contains(mutation.target);
    return !this.contentDOM.contains(mutation.target) || mutation.target === this.dom;
  }

  #showId(): void {
    const id = itemIdOf(this.#node) ?? '';
    // Each key comes by here, and an attribute that is written is looked at by the browser, the same or not.
    if (this.#shownId !== id) this.dom.dataset['id'] = this.#shownId = id;
  }

  #showRights(): void {
    const {rights} = this.#host;
    this.#isEditable = rights.mayWrite() && rights.mayWriteItem(itemIdOf(this.#node), itemTypeOf(this.#node));
    // Only where this item differs from the section: an inner "true" would open it in a read-only section.
    if (this.#isEditable || !rights.mayWrite()) this.contentDOM.removeAttribute('contenteditable');
    else this.contentDOM.contentEditable = 'false';
  }

  #tell(): void {
    const itemId = itemIdOf(this.#node);
    if (itemId === null || !this.dom.isConnected) return;
    this.dom.dispatchEvent(
      new ItemFactsEvent({
        itemId,
        itemType: itemTypeOf(this.#node),
        attributes: factsOf(this.#node),
        links: linksOf(this.#node),
        parts: partsOf(this.#node),
        editable: this.#isEditable,
        place: this.#place,
        edit: this.#host.editOf(itemId),
      }),
    );
  }
}

/** Makes the item views of one section, and remembers them so that changed rights reach them. */
export class ItemViews {
  readonly #host: ItemViewHost;
  readonly #views = new Set<ItemView>();

  constructor(host: ItemViewHost) {
    this.#host = host;
  }

  readonly make = (node: Node, _view: EditorView): ItemView => {
    const made = new ItemView(node, this.#host);
    this.#views.add(made);
    return made;
  };

  refresh(): void {
    for (const view of this.#views) {
      if (view.dom.isConnected) view.refresh();
      else this.#views.delete(view);
    }
  }
}
