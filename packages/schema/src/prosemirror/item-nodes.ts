import type {Attrs, NodeSpec} from 'prosemirror-model';
import {isAnchorAttribute} from '../plan/anchor-attribute.ts';
import {isAttributeValue, type AttributeValue} from '../plan/attribute.ts';
import {ITEM_TYPE_NAMES, type ItemTypeName} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {attributesOf} from './attributes.ts';
import type {PastedTag} from './pasted-tag.ts';

function defaults(names: Iterable<string>): Record<string, {default: null}> {
  return Object.fromEntries([...names].map(name => [name, {default: null}]));
}

/**
 * The attributes of a copied node travel as one JSON text, since a dotted name can't be an HTML attribute. An anchor
 * never travels: it belongs to the one place for which it was made.
 */
function written(attrs: Attrs): string {
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(attrs).filter(([name, value]) => value !== null && !isAnchorAttribute(name)),
    ),
  );
}

function reread(nodeName: string, dom: PastedTag): Record<string, AttributeValue> | false {
  const known = attributesOf(nodeName);
  const values: Record<string, AttributeValue> = {};
  try {
    const parsed: unknown = JSON.parse(dom.getAttribute('data-values') ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return false;
    for (const [name, value] of Object.entries(parsed)) {
      if (known.has(name) && !isAnchorAttribute(name) && isAttributeValue(value)) values[name] = value;
    }
  } catch {
    // Pasted HTML is anybody's; a node that can't be read is left out and its text is kept.
    return false;
  }
  return values;
}

function itemNode(name: ItemTypeName): NodeSpec {
  return {
    group: 'item',
    content: '(block | link | part | media)*',
    attrs: defaults(attributesOf(name)),
    defining: true,
    isolating: true,
    parseDOM: [{tag: `article[data-item="${name}"]`, getAttrs: (dom: PastedTag) => reread(name, dom)}],
    toDOM: node => [
      'article',
      {'data-item': name, 'data-values': written(node.attrs), 'aria-label': ITEM_TYPES[name].label},
      0,
    ],
  };
}

function leafNode(name: 'link' | 'part'): NodeSpec {
  return {
    attrs: defaults(attributesOf(name)),
    atom: true,
    selectable: false,
    parseDOM: [{tag: `div[data-${name}]`, getAttrs: (dom: PastedTag) => reread(name, dom)}],
    toDOM: node => ['div', {[`data-${name}`]: '', 'data-values': written(node.attrs), hidden: ''}],
  };
}

/** One node for each type of item, and the entries of their lists and the links that lead from them. */
export const ITEM_NODES: Readonly<Record<ItemTypeName | 'link' | 'part', NodeSpec>> = {
  // Every type of item is named once in the list, so the result has a node for each of them.
  ...(Object.fromEntries(ITEM_TYPE_NAMES.map(name => [name, itemNode(name)])) as Record<
    ItemTypeName,
    NodeSpec
  >),
  link: leafNode('link'),
  part: leafNode('part'),
};
