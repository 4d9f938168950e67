import type {RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {PlacedText} from './look.ts';

/** Details that name other things and say nothing. */
const NAMING = new Set(['id', 'to', 'rel', 'kind', 'attachment', 'symbol', 'language']);

/** All that an item says to somebody who reads it: its words, a line each, and what was filled in beside them. */
export function nodeText(node: PmJson): string {
  const lines: string[] = [];
  readInto(node, lines);
  return lines.join('\n').trim();
}

function readInto({type, text, attrs = {}, content = []}: PmJson, lines: string[]): void {
  if (text !== undefined) lines.push(text);
  for (const [name, value] of Object.entries(attrs)) {
    const isSaid = typeof value === 'string' && !NAMING.has(name) && !name.startsWith('anchor.');
    if (isSaid && value.trim() !== '') lines.push(value);
  }
  if (type === 'stroke') return;
  const isLine = content.some(child => child.text !== undefined);
  if (isLine) lines.push(content.map(child => child.text ?? ' ').join(''));
  else for (const child of content) readInto(child, lines);
}

/** What the items of a document say, each with its root. */
export function textsOfDocument(doc: Y.Doc, roots: readonly RootName[]): PlacedText[] {
  return roots.flatMap(root =>
    doc
      .getXmlFragment(root)
      .toArray()
      .flatMap((item): PlacedText[] =>
        item instanceof Y.XmlElement ? [{root, text: nodeText(readElement(item))}] : [],
      ),
  );
}
