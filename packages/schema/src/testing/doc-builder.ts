import * as Y from 'yjs';
import type {ItemTypeName} from '../plan/item-type.ts';
import type {RootName} from '../plan/root.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {writeItems} from '../ydoc/write-items.ts';

/** A paragraph of plain words. */
export function paragraph(text: string): PmJson {
  return text === '' ? {type: 'paragraph'} : {type: 'paragraph', content: [{type: 'text', text}]};
}

/** An item of a document: its type, its id, its words, one paragraph a line, and whatever else differs. */
export function node(
  type: ItemTypeName,
  id: string,
  text: string,
  more: {readonly attrs?: Readonly<Record<string, unknown>>; readonly content?: readonly PmJson[]} = {},
): PmJson {
  return {
    type,
    attrs: {id, ...more.attrs},
    content: [...text.split('\n').map(line => paragraph(line)), ...(more.content ?? [])],
  };
}

/** A link as it stands in an item. */
export function linkTo(rel: string, to: string): PmJson {
  return {type: 'link', attrs: {rel, to}};
}

/** A document with these items below these roots. The client id is fixed, so that two runs give equal bytes. */
export function docWith(roots: Partial<Record<RootName, readonly PmJson[]>>, clientID = 1): Y.Doc {
  const doc = new Y.Doc({gc: true});
  doc.clientID = clientID;
  for (const [root, items] of Object.entries(roots)) {
    // The keys of a record of roots are roots.
    writeItems(doc, root as RootName, items ?? [], 'test');
  }
  return doc;
}

/** Sends every update of one document to another at once, both ways; gives the way to stop. */
export function connect(left: Y.Doc, right: Y.Doc): () => void {
  const toRight = (update: Uint8Array, origin: unknown) => {
    if (origin !== left) Y.applyUpdate(right, update, right);
  };
  const toLeft = (update: Uint8Array, origin: unknown) => {
    if (origin !== right) Y.applyUpdate(left, update, left);
  };
  Y.applyUpdate(right, Y.encodeStateAsUpdate(left), right);
  Y.applyUpdate(left, Y.encodeStateAsUpdate(right), left);
  left.on('update', toRight);
  right.on('update', toLeft);
  return () => {
    left.off('update', toRight);
    right.off('update', toLeft);
  };
}
