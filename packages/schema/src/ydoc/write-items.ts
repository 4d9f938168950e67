import * as Y from 'yjs';
import {isAttributeValue, type AttributeValue} from '../plan/attribute.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {RootName} from '../plan/root.ts';

/**
 * Adds items at the end of a root in one transaction, in the form in which the editor's binding writes them. The
 * caller has checked the items; nothing is checked here.
 */
export function writeItems(doc: Y.Doc, root: RootName, items: readonly PmJson[], origin: unknown): void {
  doc.transact(() => {
    doc.getXmlFragment(root).push(items.map(item => elementOf(item)));
  }, origin);
}

/** A new element, not yet in any document, that holds what a node of ProseMirror JSON holds. */
export function elementOf(node: PmJson): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, AttributeValue>>(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    if (isAttributeValue(value)) element.setAttribute(name, value);
  }
  const children = childrenOf(node.content ?? []);
  if (children.length > 0) element.insert(0, children);
  // Yjs types an element by the values of its attributes, which no reader relies on.
  return element as unknown as Y.XmlElement;
}

/** Neighbouring text nodes share one XmlText, as in the binding. */
function childrenOf(content: readonly PmJson[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: PmJson[] = [];
  const flush = () => {
    if (runs.length > 0) children.push(textOf(runs));
    runs = [];
  };
  for (const child of content) {
    if (child.type === 'text') {
      runs.push(child);
    } else {
      flush();
      children.push(elementOf(child));
    }
  }
  flush();
  return children;
}

function textOf(runs: readonly PmJson[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(
    runs.map(run => ({
      insert: run.text ?? '',
      attributes: Object.fromEntries((run.marks ?? []).map(mark => [mark.type, {...mark.attrs}])),
    })),
  );
  return text;
}
