import {ANCHOR_ATTRIBUTES} from '../plan/anchor-attribute.ts';
import {ITEM_TYPE_NAMES} from '../plan/item-type.ts';
import {ITEM_TYPES} from '../plan/item-types.ts';
import {BLOCKS, MEDIA, type BlockName, type MarkName, type MediaName} from './node-names.ts';

const BLOCK_ATTRIBUTES: Readonly<Record<BlockName, readonly string[]>> = {
  paragraph: [],
  bulletList: [],
  orderedList: ['order'],
  listItem: [],
  table: [],
  tableRow: [],
  tableCell: ['colspan', 'rowspan'],
  tableHeader: ['colspan', 'rowspan'],
};

const MEDIA_ATTRIBUTES: Readonly<Record<MediaName, readonly string[]>> = {
  drawing: ['alt'],
  stroke: ['tool', 'colour', 'size'],
  stamp: ['symbol', 'x', 'y', 'scale'],
  symbol: ['symbol', 'alt'],
  voiceNote: ['attachment', 'seconds', 'alt'],
};

const MARK_ATTRIBUTES: Readonly<Record<MarkName, readonly string[]>> = {
  bold: [],
  italic: [],
  webLink: ['href'],
  language: ['code'],
};

/** The names of every field of every list entry, since all entries are one kind of node. */
const PART_ATTRIBUTES: readonly string[] = [
  'kind',
  ...new Set(
    ITEM_TYPE_NAMES.flatMap(name => Object.values(ITEM_TYPES[name].parts)).flatMap(specs =>
      Object.keys(specs),
    ),
  ),
];

const NONE: ReadonlySet<string> = new Set();

const ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...ITEM_TYPE_NAMES.map(
    name =>
      [name, new Set(['id', ...Object.keys(ITEM_TYPES[name].attributes), ...ANCHOR_ATTRIBUTES])] as const,
  ),
  ...BLOCKS.map(name => [name, new Set(BLOCK_ATTRIBUTES[name])] as const),
  ...MEDIA.map(name => [name, new Set(MEDIA_ATTRIBUTES[name])] as const),
  ['link', new Set(['rel', 'to'])] as const,
  ['part', new Set(PART_ATTRIBUTES)] as const,
]);

const MARK_SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(MARK_ATTRIBUTES).map(([name, attributes]) => [name, new Set(attributes)]),
);

/**
 * The attributes of a node that may stand in a document. A node type may have more on screen: `colwidth` of a table
 * cell is a list, which no attribute may be, so it never reaches a document.
 */
export function attributesOf(nodeName: string): ReadonlySet<string> {
  return ATTRIBUTES.get(nodeName) ?? NONE;
}

/** The attributes that a mark's value may hold; empty for an unknown mark too. */
export function marksOf(markName: string): ReadonlySet<string> {
  return MARK_SETS.get(markName) ?? NONE;
}
