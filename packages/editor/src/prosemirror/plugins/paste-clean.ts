import type {ItemId, ItemTypeName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {Fragment, Slice, type Node} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';
import {isItemTypeName} from '@goldthread/schema';
import {itemAround, itemIdOf} from '../items.ts';
import {CleanClipboardParser} from '../paste/clipboard-parser.ts';

/** What pasting needs to know about the place where it lands. */
export interface PastePlace {
  readonly itemTypes: readonly ItemTypeName[];
  /** Whether this document has an item: links to any other are left out. */
  hasItem(id: ItemId): boolean;
}

/**
 * Makes what is pasted fit the section: hidden and foreign things are gone, items become items of this section with
 * ids of their own, and loose paragraphs outside every item become one.
 */
export function pasteClean(place: PastePlace): Plugin {
  return new Plugin({
    props: {
      clipboardParser: new CleanClipboardParser(),
      transformPasted: (slice, view) => {
        const content = mapItems(slice.content, place);
        const isInItem = itemAround(view.state.selection.$from) !== null;
        if (isInItem || hasItems(content)) return new Slice(content, slice.openStart, slice.openEnd);
        const [type] = place.itemTypes;
        if (type === undefined || content.size === 0) return slice;
        return new Slice(Fragment.from(planSchema.node(type, null, blocksOf(content))), 0, 0);
      },
    },
  });
}

function hasItems(content: Fragment): boolean {
  return content.firstChild !== null && isItemTypeName(content.firstChild.type.name);
}

function mapItems(content: Fragment, place: PastePlace): Fragment {
  return Fragment.from(
    content.content.map(node => (isItemTypeName(node.type.name) ? mapItem(node, place) : node)),
  );
}

function mapItem(node: Node, place: PastePlace): Node {
  const isOwnType = place.itemTypes.some(type => type === node.type.name);
  const [fallback] = place.itemTypes;
  const children = node.children.filter(child => isOwnType || child.type.spec.group === 'block');
  const kept = children.filter(child => child.type.name !== 'link' || isKnownLink(child, place));
  if (!isOwnType) return fallback === undefined ? node : planSchema.node(fallback, null, kept);
  const id = itemIdOf(node);
  // An item that was cut here may come back as itself; a copy is a new item.
  const isBack = id !== null && place.hasItem(id);
  return node.type.create({...node.attrs, ...(isBack && {id: null})}, kept);
}

function isKnownLink(link: Node, place: PastePlace): boolean {
  const to: unknown = link.attrs.to;
  // Only compared with ids that are in the document.
  return typeof to === 'string' && place.hasItem(to as ItemId);
}

function blocksOf(content: Fragment): Node[] {
  return content.content.map(node => (node.isInline ? planSchema.node('paragraph', null, [node]) : node));
}
