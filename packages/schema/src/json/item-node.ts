import {isAttributeValue, type AttributeSpecs, type AttributeValue} from '../plan/attribute.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {PART_LISTS, isPartKind} from '../plan/part.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {PlanItem} from './item-schema.ts';

/**
 * An item as it stands in a document: its words, then a `link` for each link, then a `part` for each entry of its
 * lists. Who owns it and who may see it stay behind: they are records, and nothing in a document decides access.
 */
export function itemNode(item: PlanItem, id: string): PmJson {
  const type = ITEM_TYPES[item.type];
  const words = typeof item.text === 'string' ? paragraphs(item.text) : (item.text.content ?? []);
  const links = (item.links ?? []).map(({rel, to}): PmJson => ({type: 'link', attrs: {rel, to}}));
  const parts = Object.entries(type.parts).flatMap(([kind, specs]) =>
    isPartKind(kind) ? entries(item[PART_LISTS[kind].field], kind, specs) : [],
  );
  const content = [...words, ...links, ...parts];
  return {
    type: item.type,
    attrs: {id, ...flatten(item, type.attributes)},
    ...(content.length > 0 && {content}),
  };
}

function paragraphs(text: string): PmJson[] {
  return text
    .split('\n')
    .map(line =>
      line === '' ? {type: 'paragraph'} : {type: 'paragraph', content: [{type: 'text', text: line}]},
    );
}

/** Typed fields by their dotted names. */
function flatten(item: object, specs: AttributeSpecs): Record<string, AttributeValue> {
  const flat: Record<string, AttributeValue> = {};
  for (const name of Object.keys(specs)) {
    let value: unknown = item;
    for (const step of name.split('.')) {
      value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    }
    if (isAttributeValue(value)) flat[name] = value;
  }
  return flat;
}

function entries(list: unknown, kind: string, specs: AttributeSpecs): PmJson[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry: unknown) => ({
    type: 'part',
    attrs: {kind, ...(typeof entry === 'object' && entry !== null ? flatten(entry, specs) : {})},
  }));
}
