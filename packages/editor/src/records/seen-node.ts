import {
  isAttributeValue,
  isLinkRel,
  isPartKind,
  ITEM_TYPES,
  PART_LISTS,
  type AttributeSpecs,
  type AttributeValue,
  type ItemTypeName,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {fieldsOf, listOf, type Fields} from './read.ts';

/**
 * An item of Plan JSON as it stands in a document: its words, then its links, then the entries of its lists. What doesn't
 * belong to its type is left out. The reader of whole files isn't used for it: it would bring a schema library to the page.
 */
export function seenNode(type: ItemTypeName, id: string, fields: Fields): PmJson {
  const {attributes, parts} = ITEM_TYPES[type];
  const links = listOf(fields['links']).flatMap((link): PmJson[] => {
    const {rel, to} = fieldsOf(link);
    return isLinkRel(rel) && typeof to === 'string' ? [{type: 'link', attrs: {rel, to}}] : [];
  });
  const lists = Object.entries(parts).flatMap(([kind, specs]) =>
    isPartKind(kind)
      ? listOf(fields[PART_LISTS[kind].field]).map(entry => ({
          type: 'part',
          attrs: {kind, ...flat(fieldsOf(entry), specs)},
        }))
      : [],
  );
  return {
    type,
    attrs: {id, ...flat(fields, attributes)},
    content: [...wordsIn(fields['text']), ...links, ...lists],
  };
}

function wordsIn(text: unknown): readonly PmJson[] {
  if (typeof text !== 'string') return nodesIn(fieldsOf(text)['content']);
  return text.split('\n').map(line => ({type: 'paragraph', content: [{type: 'text', text: line}]}));
}

/** Nodes as far as they are of the right shape; whoever draws them decides which they know. */
function nodesIn(list: unknown): readonly PmJson[] {
  return listOf(list).flatMap((one): PmJson[] => {
    const {type, text, attrs, marks, content} = fieldsOf(one);
    if (typeof type !== 'string') return [];
    return [
      {
        ...{type, attrs: fieldsOf(attrs), content: nodesIn(content)},
        marks: listOf(marks).flatMap(mark => {
          const {type: name, attrs: more} = fieldsOf(mark);
          return typeof name === 'string' ? [{type: name, attrs: fieldsOf(more)}] : [];
        }),
        ...(typeof text === 'string' && {text}),
      },
    ];
  });
}

/** Typed fields by their dotted names. */
function flat(fields: Fields, specs: AttributeSpecs): Record<string, AttributeValue> {
  const found: Record<string, AttributeValue> = {};
  for (const name of Object.keys(specs)) {
    const value = name.split('.').reduce<unknown>((inner, step) => fieldsOf(inner)[step], fields);
    if (isAttributeValue(value)) found[name] = value;
  }
  return found;
}
