import type * as Y from 'yjs';
import {parentTypeOf, storedId, structsBroughtBy} from './struct-store.ts';

/** Where the items of one document are, by id; kept up to date by the document's own transactions. */
class ItemIds {
  readonly #elements = new Map<string, readonly Y.Item[]>();

  constructor(doc: Y.Doc) {
    for (const root of doc.share.values()) {
      for (let item = root._start; item !== null; item = item.right) this.#note(item);
    }
    doc.on('afterTransaction', transaction => {
      for (const item of itemsTouchedBy(doc, transaction)) this.#note(item);
    });
  }

  live(id: string): readonly Y.Item[] {
    return this.#elements.get(id)?.filter(item => !item.deleted && storedId(item) === id) ?? [];
  }

  #note(item: Y.Item): void {
    const id = item.deleted ? null : storedId(item);
    if (id === null) return;
    const others = this.live(id);
    if (!others.includes(item)) this.#elements.set(id, [...others, item]);
  }
}

const known = new WeakMap<Y.Doc, ItemIds>();

/** The live items that have this id; more than one only until the change that brought the second is refused. */
export function itemsWithId(doc: Y.Doc, id: string): readonly Y.Item[] {
  let ids = known.get(doc);
  if (ids === undefined) {
    ids = new ItemIds(doc);
    known.set(doc, ids);
  }
  return ids.live(id);
}

/** The elements directly below a root that a transaction brought or gave an id. */
export function itemsTouchedBy(doc: Y.Doc, transaction: Y.Transaction): readonly Y.Item[] {
  const touched: Y.Item[] = [];
  // Typing in an item changes neither a root nor an id.
  const mayTouch = [...transaction.changed].some(([type, keys]) => type._item === null || keys.has('id'));
  if (!mayTouch) return touched;
  for (const struct of structsBroughtBy(doc, transaction)) {
    const holder = parentTypeOf(struct);
    if (holder._item === null) touched.push(struct);
    else if (struct.parentSub === 'id') touched.push(holder._item);
  }
  return touched;
}
