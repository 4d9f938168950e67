import type {LinkRel} from '@goldthread/schema';
import type {IndexedItem, ItemIndex} from './item-index.ts';

/** The links that make the thread from a child's words to the help that comes of them (domain 1.3). */
const THREAD: ReadonlySet<LinkRel> = new Set([
  'statement',
  'quotes',
  'aspiration',
  'need',
  'outcome',
  'provision',
  'danger',
  'goal',
]);
const MOST = 9;

/** The items that a thread through one item ties together, in plan order, the item itself among them; else none. */
export function threadOf(index: ItemIndex, id: string): readonly IndexedItem[] {
  const self = index.byId.get(id);
  if (self === undefined) return [];
  const found = new Set<string>([id, ...before(index, self)]);
  for (const item of index.items) {
    if (item.links.some(link => link.to === id && THREAD.has(link.rel))) found.add(item.id);
  }
  if (found.size < 2) return [];
  return index.items.filter(item => found.has(item.id)).slice(0, MOST);
}

function before(index: ItemIndex, self: IndexedItem): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [self];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    for (const link of item.links) {
      const next = index.byId.get(link.to);
      if (!THREAD.has(link.rel) || next === undefined || found.has(next.id)) continue;
      found.add(next.id);
      open.push(next);
    }
  }
  return found;
}
