import {isItemTypeName} from '../plan/item-type.ts';

/** Nodes that hold the words of an item. */
export const BLOCKS = [
  'paragraph',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
] as const;
export type BlockName = (typeof BLOCKS)[number];

/** Nodes that a child may put into an item beside or instead of words, and what they are made of. */
export const MEDIA = ['drawing', 'stroke', 'stamp', 'symbol', 'voiceNote'] as const;
export type MediaName = (typeof MEDIA)[number];

/** Formatting of text. */
export const MARKS = ['bold', 'italic', 'webLink', 'language'] as const;
export type MarkName = (typeof MARKS)[number];

export type NodeKind = 'doc' | 'item' | 'block' | 'media' | 'link' | 'part' | 'text';

const BLOCK_NAMES: ReadonlySet<string> = new Set(BLOCKS);
const MEDIA_NAMES: ReadonlySet<string> = new Set(MEDIA);
const MARK_NAMES: ReadonlySet<string> = new Set(MARKS);
const OTHERS: ReadonlyMap<string, NodeKind> = new Map([
  ['doc', 'doc'],
  ['link', 'link'],
  ['part', 'part'],
  ['text', 'text'],
]);

/** What kind of node bears a name, or null if no node of this schema version does. */
export function nodeKind(name: string): NodeKind | null {
  if (isItemTypeName(name)) return 'item';
  if (BLOCK_NAMES.has(name)) return 'block';
  if (MEDIA_NAMES.has(name)) return 'media';
  return OTHERS.get(name) ?? null;
}

/** Whether a text names a mark of this schema version. */
export function isMarkName(name: string): name is MarkName {
  return MARK_NAMES.has(name);
}
