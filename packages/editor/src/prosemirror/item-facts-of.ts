import {isAnchorAttribute, isLinkRel, type ItemId} from '@goldthread/schema';
import type {Node} from 'prosemirror-model';
import type {FactValue, ItemLink, ItemPart} from './item-facts-event.ts';

/** The typed facts of an item's node that have a value, without its id and its anchor. */
export function factsOf(node: Node): Readonly<Record<string, FactValue>> {
  return valuesOf(node, 'id');
}

/** The links that lead from an item. */
export function linksOf(node: Node): readonly ItemLink[] {
  return node.children.flatMap(child => {
    const rel: unknown = child.attrs.rel;
    const to: unknown = child.attrs.to;
    if (child.type.name !== 'link' || !isLinkRel(rel) || typeof to !== 'string') return [];
    // The gate lets in no link to anything but an item.
    return [{rel, to: to as ItemId}];
  });
}

/** The entries of an item's lists, in their order. */
export function partsOf(node: Node): readonly ItemPart[] {
  return node.children.flatMap(child => {
    const kind: unknown = child.attrs.kind;
    if (child.type.name !== 'part' || typeof kind !== 'string') return [];
    return [{kind, attributes: valuesOf(child, 'kind')}];
  });
}

/** Whether two versions of an item have the same id, facts, links and lists, whatever their words. */
export function sameFacts(one: Node, other: Node): boolean {
  if (one === other) return true;
  return one.hasMarkup(other.type, other.attrs) && factNodes(one) === factNodes(other);
}

function factNodes(node: Node): string {
  const facts = node.children.filter(child => child.type.name === 'link' || child.type.name === 'part');
  return JSON.stringify(facts.map(child => child.toJSON() as unknown));
}

function valuesOf(node: Node, except: string): Readonly<Record<string, FactValue>> {
  const attrs: Readonly<Record<string, unknown>> = node.attrs;
  const values: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (name !== except && !isAnchorAttribute(name) && isFactValue(value)) values[name] = value;
  }
  return values;
}

function isFactValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
