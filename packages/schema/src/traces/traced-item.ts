import {isItemTypeName} from '../plan/item-type.ts';
import {isLinkRel, QUOTES} from '../plan/link-rel.ts';
import type {RootName} from '../plan/root.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {TracedItem} from './coverage.ts';
import {saidWords} from './said-words.ts';

/**
 * An item of a document as coverage sees it, or null for a node that is none. `root` is where it stands, or beside what; `names` are
 * those that the child goes by.
 */
export function tracedItem(node: PmJson, root: RootName, names: readonly string[]): TracedItem | null {
  const {type, attrs = {}, content = []} = node;
  const {id, speaker} = attrs;
  if (typeof id !== 'string' || id === '' || !isItemTypeName(type)) return null;
  const links = content.flatMap(linkOf);
  const isInHouse = root.startsWith('house:') && type !== 'note';
  const isInA = root === 'section:A' && type === 'statement';
  const isOwn =
    links.some(({rel}) => rel === QUOTES) || (typeof speaker === 'string' && names.includes(speaker));
  return {id, root, type, words: saidWords(node), links, isChilds: isInHouse || (isInA && isOwn)};
}

function linkOf({type, attrs}: PmJson): TracedItem['links'][number][] {
  const {rel, to} = attrs ?? {};
  return type === 'link' && isLinkRel(rel) && typeof to === 'string' ? [{rel, to}] : [];
}
