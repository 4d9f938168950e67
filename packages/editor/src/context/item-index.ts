import {
  isItemTypeName,
  isLinkRel,
  QUOTES,
  type ItemId,
  type ItemTypeName,
  type RootName,
  type SectionSpec,
} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {ItemLink} from '../prosemirror/item-facts-event.ts';

/** One item as others may point to it. Its label is counted for this reader and is never stored. */
export interface IndexedItem {
  readonly id: ItemId;
  readonly root: RootName;
  readonly type: ItemTypeName;
  /** "F1"; empty beside the plan, where nothing is lettered. */
  readonly label: string;
  /** Its words on one line. */
  readonly words: string;
  readonly links: readonly ItemLink[];
  /** Somebody's own words: drawn as a ring where links are shown. */
  readonly said: boolean;
  /** Somebody's words exactly as they were said. */
  readonly isVerbatim: boolean;
}

/** All items that this reader receives, in the order of the plan. */
export interface ItemIndex {
  readonly items: readonly IndexedItem[];
  readonly byId: ReadonlyMap<string, IndexedItem>;
}

export const EMPTY_INDEX: ItemIndex = {items: [], byId: new Map()};

/** Builds the index from sections in order and a pure reader of each section's root. */
export function buildItemIndex(
  sections: readonly SectionSpec[],
  read: (root: RootName) => readonly PmJson[],
): ItemIndex {
  const items = sections.flatMap(section => {
    const letter = section.letter ?? '';
    return read(section.root).flatMap((node, at) => {
      const one = indexed(node, section.root, labelOf(letter, at + 1));
      return one === null ? [] : [one];
    });
  });
  return {items, byId: new Map(items.map(item => [item.id, item]))};
}

/** "F1"; with a dot where the letter ends in a number: "H1.1". */
export function labelOf(letter: string, place: number): string {
  if (letter === '') return '';
  return /\d$/.test(letter) ? `${letter}.${place}` : `${letter}${place}`;
}

const SHORT_NAME = 40;

/** What an item is called where its words don't stand beside it: its number, else how it begins. */
export function nameOf(item: Pick<IndexedItem, 'label' | 'words'>): string {
  if (item.label !== '') return item.label;
  return item.words.length > SHORT_NAME ? `${item.words.slice(0, SHORT_NAME).trimEnd()}…` : item.words;
}

/** The text of a node and all below it, one space between blocks. */
export function plainWords(node: PmJson): string {
  if (node.text !== undefined) return node.text;
  const inner = (node.content ?? []).map(plainWords);
  const between = (node.content ?? []).some(child => child.text !== undefined) ? '' : ' ';
  return inner.filter(text => text !== '').join(between);
}

/** What was made of an item before: most of a plan is the same from one index to the next. */
const made = new WeakMap<PmJson, IndexedItem>();

function indexed(node: PmJson, root: RootName, label: string): IndexedItem | null {
  const before = made.get(node);
  if (before?.root === root && before.label === label) return before;
  const item = newlyIndexed(node, root, label);
  if (item !== null) made.set(node, item);
  return item;
}

function newlyIndexed(node: PmJson, root: RootName, label: string): IndexedItem | null {
  const id = node.attrs?.['id'];
  if (typeof id !== 'string' || id === '' || !isItemTypeName(node.type)) return null;
  const links = (node.content ?? []).flatMap(linkOf);
  return {
    // The schema's writers brand this attribute; JSON forgets it.
    id: id as ItemId,
    root,
    type: node.type,
    label,
    words: plainWords(node).trim(),
    links,
    isVerbatim: node.attrs?.['mode'] === 'verbatim' || links.some(({rel}) => rel === QUOTES),
    said: node.type === 'statement' || node.type === 'aspiration',
  };
}

function linkOf(node: PmJson): ItemLink[] {
  const {rel, to} = node.attrs ?? {};
  if (node.type !== 'link' || !isLinkRel(rel) || typeof to !== 'string') return [];
  // As above: an item's id after JSON.
  return [{rel, to: to as ItemId}];
}
