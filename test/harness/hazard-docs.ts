import * as Y from 'yjs';

/** A paragraph. */
export function words(content: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(content)]);
  return element;
}

/** A document with elements that one client wrote. */
export function docOf(clientID: number, ...elements: Y.XmlElement[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  doc.getXmlFragment('section:E').push(elements);
  return doc;
}

/** An item of the plan with parts. */
export function outcomeOf(...parts: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement('outcome');
  element.insert(0, parts);
  return element;
}

/** The root that the documents of these tests write in. */
export function root(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('section:E');
}

/** Another client's copy of a document. */
export function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Brings two copies together. */
export function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
}

/** What a root holds, as markup. */
export function markup(doc: Y.Doc): string {
  return root(doc).toJSON();
}
