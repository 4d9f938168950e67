import {isItemTypeName, type CompartmentId, type CompartmentKind, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import {nameOf, plainWords} from '../../context/item-index.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import {withheldDocs} from '../island/private-items.ts';
import {factsOf} from '../section/facts-of.ts';
import type {MapEntry} from './pairs.ts';

const COLUMNS: readonly RootName[] = ['sos:worries', 'sos:working', 'sos:next'];

/** Every item of the map that this reader has, open and withheld, column by column. */
export function readMap(source: PlanSource): readonly MapEntry[] {
  const open = COLUMNS.flatMap(root => {
    const doc = source.docFor(root)?.doc;
    return doc === undefined
      ? []
      : readRoot(doc.getXmlFragment(root)).flatMap(node => entryOf(node, root, null));
  });
  const kept = withheldDocs(source).flatMap(({id, open: {doc}}) =>
    readRoot(doc.getXmlFragment('items')).flatMap(node => {
      const root = COLUMNS.find(one => one === node.attrs?.['anchor.root']);
      return root === undefined ? [] : entryOf(node, root, id);
    }),
  );
  return [...open, ...kept];
}

/** Tells of what changes on the map in one document: in one that everybody receives, in its columns alone. */
export function watchMap(doc: Y.Doc, kind: CompartmentKind, tell: () => void): () => void {
  const columns = kind === 'shared' ? COLUMNS.map(root => doc.getXmlFragment(root)) : [];
  const onTransaction = ({changedParentTypes}: Y.Transaction): void => {
    const changed: ReadonlyMap<unknown, unknown> = changedParentTypes;
    if (kind === 'withheld' || columns.some(column => changed.has(column))) tell();
  };
  doc.on('afterTransaction', onTransaction);
  return () => doc.off('afterTransaction', onTransaction);
}

function entryOf(node: PmJson, root: RootName, compartmentId: CompartmentId | null): MapEntry[] {
  const {itemId, facts, links} = factsOf(node);
  if (itemId === '' || !isItemTypeName(node.type)) return [];
  const words = plainWords(node).trim();
  return [{id: itemId, type: node.type, root, compartmentId, words, facts, links}];
}

/** How an item of the map begins, by its id; null where this reader has none such. */
export function nameOnMap(source: PlanSource, id: string): string | null {
  const entry = readMap(source).find(one => one.id === id);
  return entry === undefined ? null : shortName(entry);
}

/** How an item begins, where it is named elsewhere. */
export function shortName({words}: MapEntry): string {
  return nameOf({label: '', words});
}
