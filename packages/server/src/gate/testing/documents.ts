import * as Y from 'yjs';
import type {RootName} from '@goldthread/schema';
import {elementOf, readRoot} from '@goldthread/schema/ydoc';
import type {PmJson} from '@goldthread/schema/prosemirror';

/** The nth id of a test: well formed and easy to tell apart. */
export function idOf(n: number): string {
  return String(n).padStart(22, 'i');
}

/** A paragraph of plain words. */
export function paragraph(text: string): PmJson {
  return {type: 'paragraph', ...(text !== '' && {content: [{type: 'text', text}]})};
}

/** An item with an id and one paragraph. */
export function itemOf(n: number, text: string, type = 'need'): PmJson {
  return {type, attrs: {id: idOf(n)}, content: [paragraph(text)]};
}

/** A document whose clock runs under one client id. */
export function docOf(clientId: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  return doc;
}

/** The server's document of a test: items by root, written by client 1. */
export function serverDoc(items: Partial<Record<RootName, readonly PmJson[]>>): Y.Doc {
  const doc = docOf(1);
  for (const [root, nodes] of Object.entries(items)) {
    doc.getXmlFragment(root).push((nodes ?? []).map(node => elementOf(node)));
  }
  return doc;
}

/** The update that a client with this id would send for one change, made on its own copy of the document. */
export function changeOf(server: Y.Doc, change: (copy: Y.Doc) => void, clientId = 7): Uint8Array {
  const copy = docOf(clientId, server);
  const before = Y.encodeStateVector(copy);
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  copy.transact(() => {
    change(copy);
  });
  return updates[0] ?? Y.encodeStateAsUpdate(copy, before);
}

/** The element at a path of child positions below a root. */
export function elementAt(doc: Y.Doc, root: string, ...path: readonly number[]): Y.XmlElement {
  let here: Y.XmlFragment = doc.getXmlFragment(root);
  for (const position of path) {
    const child = here.get(position);
    if (!(child instanceof Y.XmlElement)) throw new Error(`No element at ${path.join('.')}`);
    here = child;
  }
  // The loop ended at an element, for every test names at least one position.
  return here as Y.XmlElement;
}

/** The text of the first paragraph of an item. */
export function textAt(doc: Y.Doc, root: string, item = 0): Y.XmlText {
  const text = elementAt(doc, root, item, 0).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('No text there');
  return text;
}

/** Everything that a document holds, by root, as one comparable text. */
export function contentOf(doc: Y.Doc): string {
  const roots = [...doc.share.keys()].sort();
  return JSON.stringify(roots.map(root => [root, readRoot(doc.getXmlFragment(root))]));
}
