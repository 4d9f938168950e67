import type {NodeSpec} from 'prosemirror-model';
import {isSpan} from './attribute-values.ts';
import type {BlockName} from './node-names.ts';
import type {PastedTag} from './pasted-tag.ts';

function span(dom: PastedTag, name: 'colspan' | 'rowspan'): number {
  const value = Number(dom.getAttribute(name) ?? 1);
  return isSpan(value) ? value : 1;
}

function cell(tag: 'td' | 'th', role: 'cell' | 'header_cell'): NodeSpec {
  return {
    content: 'block*',
    // A span of null would break the table map, so these two attributes alone have a default of their own.
    attrs: {colspan: {default: 1}, rowspan: {default: 1}, colwidth: {default: null}},
    tableRole: role,
    isolating: true,
    parseDOM: [
      {tag, getAttrs: (dom: PastedTag) => ({colspan: span(dom, 'colspan'), rowspan: span(dom, 'rowspan')})},
    ],
    toDOM: node => [tag, {colspan: String(node.attrs.colspan), rowspan: String(node.attrs.rowspan)}, 0],
  };
}

/**
 * The nodes that hold words. No content expression requires anything: two people who each lawfully delete one of two
 * required children would otherwise make a node that can't be built, and the binding deletes such a node for everyone.
 */
export const BLOCK_NODES: Readonly<Record<BlockName, NodeSpec>> = {
  paragraph: {
    group: 'block',
    content: 'text*',
    parseDOM: [{tag: 'p'}],
    toDOM: () => ['p', 0],
  },
  bulletList: {
    group: 'block',
    content: 'listItem*',
    parseDOM: [{tag: 'ul'}],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    group: 'block',
    content: 'listItem*',
    attrs: {order: {default: null}},
    parseDOM: [{tag: 'ol'}],
    toDOM: node => ['ol', {start: String(node.attrs.order ?? 1)}, 0],
  },
  listItem: {
    content: 'block*',
    defining: true,
    parseDOM: [{tag: 'li'}],
    toDOM: () => ['li', 0],
  },
  table: {
    group: 'block',
    content: 'tableRow*',
    tableRole: 'table',
    isolating: true,
    parseDOM: [{tag: 'table'}],
    toDOM: () => ['table', ['tbody', 0]],
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    tableRole: 'row',
    parseDOM: [{tag: 'tr'}],
    toDOM: () => ['tr', 0],
  },
  tableCell: cell('td', 'cell'),
  tableHeader: cell('th', 'header_cell'),
};
