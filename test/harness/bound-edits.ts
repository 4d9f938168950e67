import {Fragment, type Mark, type Node, type NodeType} from 'prosemirror-model';
import {TextSelection} from 'prosemirror-state';
import {canJoin, canSplit} from 'prosemirror-transform';
import {planSchema} from '@goldthread/schema/prosemirror';
import type {BoundWriter} from './bound-writer.ts';
import type {Dice} from './gate-world.ts';

/** A node type of the schema; a test that names another is wrong. */
function nodeType(name: string): NodeType {
  const type = planSchema.nodes[name];
  if (type === undefined) throw new Error(`There is no node ${name}`);
  return type;
}

function mark(name: string, attrs: Record<string, unknown> = {}): Mark {
  return planSchema.mark(name, attrs);
}

function paragraph(words: string): Node {
  return nodeType('paragraph').create(null, words === '' ? null : planSchema.text(words));
}

/** Somewhere in the words of the document, or null if there are none. */
function place({state}: BoundWriter, dice: Dice): number | null {
  const places: number[] = [];
  state.doc.descendants((node, position) => {
    if (!node.isTextblock) return;
    for (let at = 0; at <= node.content.size; at++) {
      // No editor puts the caret inside a character of two code units.
      if (!/[\udc00-\udfff]/.test(node.textContent.charAt(at))) places.push(position + 1 + at);
    }
  });
  return dice.pick(places) ?? null;
}

/** The positions of all nodes of some names. */
function positions({state}: BoundWriter, accept: (node: Node) => boolean): number[] {
  const found: number[] = [];
  state.doc.descendants((node, position) => {
    if (accept(node)) found.push(position);
  });
  return found;
}

const isItem = (node: Node) => node.type.isInGroup('item');

type BoundEdit = (writer: BoundWriter, dice: Dice) => void;

const typeWords: BoundEdit = (writer, dice) => {
  const at = place(writer, dice);
  if (at !== null)
    writer.dispatch(writer.state.tr.insertText(dice.pick(['a', 'rest ', '😀', 'café']) ?? 'a', at));
};

const enter: BoundEdit = (writer, dice) => {
  const at = place(writer, dice);
  const depth = 1 + dice.below(2);
  if (at !== null && canSplit(writer.state.doc, at, depth)) writer.dispatch(writer.state.tr.split(at, depth));
};

const join: BoundEdit = (writer, dice) => {
  const {doc, tr} = writer.state;
  const joinable = positions(writer, node => !node.isText).filter(where => {
    const {nodeBefore, nodeAfter} = doc.resolve(where);
    return nodeBefore !== null && nodeBefore.type === nodeAfter?.type && canJoin(doc, where);
  });
  const at = dice.pick(joinable);
  if (at !== undefined) writer.dispatch(tr.join(at));
};

const deleteWords: BoundEdit = (writer, dice) => {
  const [from, to] = [place(writer, dice), place(writer, dice)];
  if (from === null || to === null || from === to) return;
  if (Math.abs(from - to) > 12 && dice.below(3) > 0) return;
  const {doc} = writer.state;
  const selection = TextSelection.between(doc.resolve(Math.min(from, to)), doc.resolve(Math.max(from, to)));
  writer.dispatch(writer.state.tr.setSelection(selection).deleteSelection());
};

const format: BoundEdit = (writer, dice) => {
  const at = place(writer, dice);
  if (at === null) return;
  const end = writer.state.doc.resolve(at).end();
  const chosen = dice.pick([
    mark('bold'),
    mark('italic'),
    mark('webLink', {href: 'https://example.org'}),
    mark('language', {code: 'cy'}),
  ]);
  if (chosen === undefined || at >= end) return;
  const {tr} = writer.state;
  writer.dispatch(dice.below(3) === 0 ? tr.removeMark(at, end) : tr.addMark(at, end, chosen));
};

const wrapInList: BoundEdit = (writer, dice) => {
  const at = dice.pick(positions(writer, node => node.type.name === 'paragraph'));
  const node = at === undefined ? null : writer.state.doc.nodeAt(at);
  if (at === undefined || node === null) return;
  const list = nodeType(dice.pick(['bulletList', 'orderedList']) ?? 'bulletList');
  const wrapped = list.create(null, nodeType('listItem').create(null, node));
  writer.dispatch(writer.state.tr.replaceWith(at, at + node.nodeSize, wrapped));
};

const addTable: BoundEdit = (writer, dice) => {
  const at = dice.pick(positions(writer, isItem));
  if (at === undefined) return;
  const cell = nodeType('tableCell').create(null, paragraph('cell'));
  const row = nodeType('tableRow').create(null, Fragment.from([cell, cell]));
  writer.dispatch(writer.state.tr.insert(at + 1, nodeType('table').create(null, Fragment.from([row, row]))));
};

const setField: BoundEdit = (writer, dice) => {
  const at = dice.pick(positions(writer, isItem));
  const node = at === undefined ? null : writer.state.doc.nodeAt(at);
  if (at === undefined || node === null) return;
  const field = node.type.name === 'need' ? 'impact' : 'source';
  writer.dispatch(
    writer.state.tr.setNodeAttribute(at, field, dice.below(4) === 0 ? null : `so ${dice.below(9)}`),
  );
};

const addLinkOrPart: BoundEdit = (writer, dice) => {
  const at = dice.pick(positions(writer, node => node.type.name === 'need'));
  if (at === undefined) return;
  const to: unknown = writer.state.doc.nodeAt(at)?.attrs['id'];
  const node =
    dice.below(2) === 0
      ? nodeType('link').create({rel: 'evidence', to})
      : nodeType('part').create({kind: 'strength', text: 'laughs'});
  writer.dispatch(writer.state.tr.insert(at + 1, node));
};

const addItem: BoundEdit = (writer, dice) => {
  const at = dice.pick([0, ...positions(writer, isItem)]) ?? 0;
  const type = nodeType(dice.pick(['need', 'strength']) ?? 'need');
  writer.dispatch(writer.state.tr.insert(at, type.create(null, paragraph('new words'))));
};

const removeItem: BoundEdit = (writer, dice) => {
  const at = dice.pick(positions(writer, isItem));
  const node = at === undefined ? null : writer.state.doc.nodeAt(at);
  if (at !== undefined && node !== null) writer.dispatch(writer.state.tr.delete(at, at + node.nodeSize));
};

const paste: BoundEdit = (writer, dice) => {
  const [from, to, at] = [place(writer, dice), place(writer, dice), place(writer, dice)];
  if (from === null || to === null || at === null) return;
  const slice = writer.state.doc.slice(Math.min(from, to), Math.max(from, to));
  if (slice.size < 200) writer.dispatch(writer.state.tr.replace(at, at, slice));
};

const undo: BoundEdit = writer => {
  writer.undo();
};

const redo: BoundEdit = writer => {
  writer.redo();
};

const EDITS: readonly BoundEdit[] = [
  typeWords,
  typeWords,
  typeWords,
  enter,
  join,
  deleteWords,
  format,
  wrapInList,
  addTable,
  setField,
  addLinkOrPart,
  addItem,
  removeItem,
  paste,
  undo,
  undo,
  redo,
];

/** One random change of the kinds that people make in the editor. */
export function boundEdit(writer: BoundWriter, dice: Dice): void {
  dice.pick(EDITS)?.(writer, dice);
}
