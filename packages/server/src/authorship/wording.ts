import * as Y from 'yjs';

/** Some characters with consecutive ids. */
export interface Span {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** Words that stood or stand together in one text, whatever ids and formats they are made of. */
export interface Wording {
  readonly text: string;
  readonly spans: readonly Span[];
  /** Whether the text that holds them came or went as a whole in the same transaction. */
  readonly whole: boolean;
}

/** The words that a transaction brought and those that it deleted. Must run before Yjs drops what was deleted. */
export function wordingsOf(transaction: Y.Transaction): {
  readonly brought: Wording[];
  readonly deleted: Wording[];
} {
  const {doc, beforeState, afterState, deleteSet} = transaction;
  const broughtIn = new Set<Y.XmlText>();
  const deletedFrom = new Set<Y.XmlText>();
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    if (end > start) collectTexts(doc, client, start, end, broughtIn);
  }
  for (const [client, ranges] of deleteSet.clients) {
    for (const {clock, len} of ranges) collectTexts(doc, client, clock, clock + len, deletedFrom);
  }
  const isNew = (item: Y.Item) => item.id.clock >= (beforeState.get(item.id.client) ?? 0);
  return {
    brought: [...broughtIn].flatMap(text =>
      wordings(text, item => !item.deleted && isNew(item), holderIs(text, isNew)),
    ),
    deleted: [...deletedFrom].flatMap(text =>
      wordings(
        text,
        item => item.deleted && !isNew(item) && Y.isDeleted(deleteSet, item.id),
        holderIs(text, item => item.deleted),
      ),
    ),
  };
}

function holderIs(text: Y.XmlText, test: (item: Y.Item) => boolean): boolean {
  return text._item !== null && test(text._item);
}

/** The texts in which any words of a range of ids stand. */
function collectTexts(doc: Y.Doc, client: number, from: number, to: number, into: Set<Y.XmlText>): void {
  const structs = doc.store.clients.get(client) ?? [];
  if (from >= Y.getState(doc.store, client)) return;
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= to) return;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    if (struct.parent instanceof Y.XmlText) into.add(struct.parent);
  }
}

/** Runs of words of a text that pass a test; what doesn't pass and isn't deleted ends a run, formats don't. */
function wordings(text: Y.XmlText, passes: (item: Y.Item) => boolean, whole: boolean): Wording[] {
  const result: Wording[] = [];
  let spans: Span[] = [];
  const close = () => {
    if (spans.length > 0) result.push({text: spans.map(span => span.text).join(''), spans, whole});
    spans = [];
  };
  for (let item = text._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue;
    if (passes(item)) spans.push({client: item.id.client, clock: item.id.clock, text: item.content.str});
    else if (!item.deleted) close();
  }
  close();
  return result;
}
