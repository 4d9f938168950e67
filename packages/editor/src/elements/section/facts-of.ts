import {isLinkRel, type ItemId} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {FactValue, ItemLink, ItemPart} from '../../prosemirror/item-facts-event.ts';

/** The typed facts, links and list entries of an item in JSON form. */
export function factsOf(json: PmJson): {
  itemId: string;
  facts: Record<string, FactValue>;
  links: ItemLink[];
  parts: ItemPart[];
} {
  const {id, ...rest} = values(json);
  const children = json.content ?? [];
  return {
    itemId: typeof id === 'string' ? id : '',
    facts: rest,
    links: children.flatMap(link),
    parts: children.flatMap(part),
  };
}

function link(json: PmJson): ItemLink[] {
  const {rel, to} = values(json);
  if (json.type !== 'link' || !isLinkRel(rel) || typeof to !== 'string') return [];
  // An item's id after JSON.
  return [{rel, to: to as ItemId}];
}

function part(json: PmJson): ItemPart[] {
  const {kind, ...attributes} = values(json);
  return json.type === 'part' && typeof kind === 'string' ? [{kind, attributes}] : [];
}

function values(json: PmJson): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(json.attrs ?? {})) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      found[name] = value;
  }
  return found;
}
