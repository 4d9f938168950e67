import type {ItemId, ItemTypeName, LinkRel, RootName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import type {Node} from 'prosemirror-model';
import type {Command} from 'prosemirror-state';

/** A new item beside another one of the map, tied to it. */
export interface NewBeside {
  readonly type: ItemTypeName;
  readonly root: RootName;
  readonly rel: LinkRel;
  /** Whether it stands right after the other one, and not at the end of its column. */
  readonly isNext: boolean;
  readonly facts: Readonly<Record<string, string>>;
}

/** Adds an item that is tied to another one: right after it, or at the end of the column. */
export function insertTied(id: ItemId, to: ItemId, {type, rel, isNext, facts}: NewBeside): Command {
  return (state, dispatch) => {
    const other = isNext ? itemIn(state.doc, to) : null;
    const pos = other === null ? state.doc.content.size : other.pos + other.node.nodeSize;
    const content = [planSchema.node('paragraph'), planSchema.node('link', {rel, to})];
    dispatch?.(state.tr.insert(pos, planSchema.node(type, {id, ...facts}, content)));
    return true;
  };
}

/** Puts a sentence into an item: into its first paragraph where nothing is written yet, else after what stands there. */
export function writeSentence(id: ItemId, sentence: string): Command {
  return (state, dispatch) => {
    const item = itemIn(state.doc, id);
    if (item === null) return false;
    const inside = item.pos + 1;
    const isBlank = item.node.textContent === '' && item.node.firstChild?.isTextblock === true;
    const tr = isBlank
      ? state.tr.insertText(sentence, inside + 1)
      : state.tr.insert(
          inside + endOfWords(item.node),
          planSchema.node('paragraph', null, planSchema.text(sentence)),
        );
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Links and entries of lists stand after the words of an item. */
function endOfWords(item: Node): number {
  let end = 0;
  item.forEach((child, offset) => {
    if (child.isTextblock || child.firstChild !== null) end = offset + child.nodeSize;
  });
  return end;
}

/** An item where it stands in a column, or where it is the whole document, as in the editor of a private one. */
function itemIn(doc: Node, id: ItemId): {readonly node: Node; readonly pos: number} | null {
  if (doc.attrs['id'] === id) return {node: doc, pos: -1};
  let found: {node: Node; pos: number} | null = null;
  doc.forEach((node, pos) => {
    if (node.attrs['id'] === id) found = {node, pos};
  });
  return found;
}
