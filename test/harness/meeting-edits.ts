import {ITEM_TYPES, type AttributeSpec, type ItemId, type ItemTypeName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {baseKeymap, chainCommands} from 'prosemirror-commands';
import {Fragment, Slice, type Node} from 'prosemirror-model';
import {TextSelection, type Command} from 'prosemirror-state';
import {addLink} from '../../packages/editor/src/prosemirror/commands/add-link.ts';
import {addPart} from '../../packages/editor/src/prosemirror/commands/add-part.ts';
import {deleteAcrossItems} from '../../packages/editor/src/prosemirror/commands/delete-across-items.ts';
import {insertItem, newItem} from '../../packages/editor/src/prosemirror/commands/insert-item.ts';
import {insertTable} from '../../packages/editor/src/prosemirror/commands/insert-table.ts';
import {moveItem} from '../../packages/editor/src/prosemirror/commands/move-item.ts';
import {newParagraph, nextPoint} from '../../packages/editor/src/prosemirror/commands/new-paragraph.ts';
import {nextItem} from '../../packages/editor/src/prosemirror/commands/next-item.ts';
import {removeItem} from '../../packages/editor/src/prosemirror/commands/remove-item.ts';
import {removeLink} from '../../packages/editor/src/prosemirror/commands/remove-link.ts';
import {setItemAttribute} from '../../packages/editor/src/prosemirror/commands/set-item-attribute.ts';
import {backspaceInItem, deleteInItem} from '../../packages/editor/src/prosemirror/commands/stay-in-item.ts';
import {toggleList} from '../../packages/editor/src/prosemirror/commands/toggle-list.ts';
import {toggleMark} from '../../packages/editor/src/prosemirror/commands/toggle-mark.ts';
import {itemIdOf, itemTypeOf} from '../../packages/editor/src/prosemirror/items.ts';
import type {BareView} from './bare-view.ts';
import type {Dice} from './gate-world.ts';
import type {OwnWords} from './own-words.ts';

/** One person in front of one section. */
export interface Seat {
  readonly view: BareView;
  readonly types: readonly ItemTypeName[];
  readonly words: OwnWords;
  readonly newId: () => ItemId;
}

type Edit = (seat: Seat, dice: Dice) => void;

function run({view}: Seat, command: Command | undefined): void {
  command?.(view.state, transaction => {
    view.dispatch(transaction);
  });
}

/** Every place in words where a caret can stand. */
function places({view}: Seat): number[] {
  const found: number[] = [];
  view.doc.descendants((node, position) => {
    if (!node.isTextblock) return;
    for (let at = 0; at <= node.content.size; at += 1) {
      // No editor puts the caret inside a character of two code units.
      if (!/[\udc00-\udfff]/.test(node.textContent.charAt(at))) found.push(position + 1 + at);
    }
  });
  return found;
}

/** Puts the caret somewhere, or selects at most `most` places; `false` where there are no words. */
function select(seat: Seat, dice: Dice, most = 0): boolean {
  const all = places(seat);
  const from = dice.below(all.length);
  const [anchor, head] = [all[from], all[Math.min(all.length - 1, from + dice.below(most + 1))]];
  if (anchor === undefined || head === undefined) return false;
  const {doc, tr} = seat.view.state;
  seat.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
  return true;
}

function pickItem({view}: Seat, dice: Dice): Node | undefined {
  return dice.pick(view.doc.children);
}

const type: Edit = (seat, dice) => {
  if (!select(seat, dice)) return;
  seat.view.dispatch(seat.view.state.tr.insertText(seat.words.next(1 + dice.below(4))));
};

const replace: Edit = (seat, dice) => {
  if (!select(seat, dice, 6)) return;
  run(seat, deleteAcrossItems);
  seat.view.dispatch(seat.view.state.tr.insertText(seat.words.next(2)));
};

const enter: Edit = (seat, dice) => {
  if (select(seat, dice)) run(seat, chainCommands(deleteAcrossItems, nextPoint, nextItem(seat.newId)));
};

const shiftEnter: Edit = (seat, dice) => {
  if (select(seat, dice)) run(seat, newParagraph);
};

/** At the start of a paragraph Backspace joins it to the one before. */
const backspace: Edit = (seat, dice) => {
  const starts = places(seat).filter(at => seat.view.doc.resolve(at).parentOffset === 0);
  const at = dice.pick(starts);
  if (at === undefined) return;
  const {doc, tr} = seat.view.state;
  seat.view.dispatch(tr.setSelection(TextSelection.create(doc, at)));
  run(seat, chainCommands(backspaceInItem, baseKeymap['Backspace'] ?? backspaceInItem));
};

const deleteWords: Edit = (seat, dice) => {
  if (!select(seat, dice, dice.below(4) === 0 ? 60 : 5)) return;
  const {empty} = seat.view.state.selection;
  if (empty) run(seat, chainCommands(deleteInItem, baseKeymap['Delete'] ?? deleteInItem));
  else run(seat, chainCommands(deleteAcrossItems, baseKeymap['Backspace'] ?? deleteInItem));
};

function paragraph(text: string): Node {
  return planSchema.node('paragraph', null, [planSchema.text(text)]);
}

function list({words}: Seat): Node {
  const point = () => planSchema.node('listItem', null, [paragraph(words.next(2))]);
  return planSchema.node('bulletList', null, [point(), point()]);
}

/** Words that come from elsewhere: two paragraphs, a list, or some items. */
const paste: Edit = (seat, dice) => {
  if (!select(seat, dice, 3)) return;
  const {view, words, types} = seat;
  run(seat, deleteAcrossItems);
  const itemType = dice.pick(types);
  const kind = dice.below(3);
  if (kind === 2 && itemType !== undefined && ITEM_TYPES[itemType].words === 'prose') {
    const items = [0, 1].map(() => newItem(itemType, seat.newId(), [paragraph(words.next(3)), list(seat)]));
    const at = view.state.selection.$from.after(1);
    view.dispatch(view.state.tr.insert(at, items));
    return;
  }
  const content = kind === 0 ? [paragraph(words.next(2)), paragraph(words.next(2))] : [list(seat)];
  const open = kind === 0 ? 1 : 0;
  view.dispatch(view.state.tr.replaceSelection(new Slice(Fragment.from(content), open, open)));
};

const format: Edit = (seat, dice) => {
  if (!select(seat, dice, 8)) return;
  const {view} = seat;
  if (dice.below(3) > 0) {
    run(seat, toggleMark(dice.pick(['bold', 'italic']) ?? 'bold'));
    return;
  }
  const {from, to} = view.state.selection;
  const mark = planSchema.mark('language', {code: dice.pick(['cy', 'pl']) ?? 'cy'});
  view.dispatch(
    dice.below(2) === 0 ? view.state.tr.addMark(from, to, mark) : view.state.tr.removeMark(from, to, mark),
  );
};

const toggleAList: Edit = (seat, dice) => {
  if (select(seat, dice, 4)) run(seat, toggleList(dice.pick(['bulletList', 'orderedList']) ?? 'bulletList'));
};

const table: Edit = (seat, dice) => {
  if (select(seat, dice)) run(seat, insertTable(2, 2));
};

function valueFor(spec: AttributeSpec, dice: Dice): string | number | boolean {
  switch (spec.kind) {
    case 'text':
      return `said ${dice.below(9)}`;
    case 'date':
      return `2026-11-0${1 + dice.below(9)}`;
    case 'number':
      return (spec.min ?? 1) + dice.below(2);
    case 'flag':
      return dice.below(2) === 0;
    case 'choice':
      return dice.pick(spec.options ?? []) ?? '';
  }
}

const setField: Edit = (seat, dice) => {
  const item = pickItem(seat, dice);
  const id = item === undefined ? null : itemIdOf(item);
  if (item === undefined || id === null) return;
  const field = dice.pick(Object.entries(ITEM_TYPES[itemTypeOf(item)].attributes));
  if (field === undefined) return;
  const [name, spec] = field;
  run(seat, setItemAttribute(id, name, dice.below(4) === 0 ? null : valueFor(spec, dice)));
};

const linkOrPart: Edit = (seat, dice) => {
  const item = pickItem(seat, dice);
  const other = pickItem(seat, dice);
  const id = item === undefined ? null : itemIdOf(item);
  const to = other === undefined ? null : itemIdOf(other);
  if (item === undefined || id === null || to === null) return;
  const spec = ITEM_TYPES[itemTypeOf(item)];
  const rel = dice.pick(spec.links);
  const part = dice.pick(Object.entries(spec.parts));
  const roll = dice.below(3);
  if (roll === 0 && rel !== undefined) run(seat, addLink(id, rel, to));
  else if (roll === 1 && part !== undefined) run(seat, addPart(id, part[0], {text: `said ${dice.below(9)}`}));
  else if (rel !== undefined) run(seat, removeLink(id, rel, to));
};

const addItem: Edit = (seat, dice) => {
  const itemType = dice.pick(seat.types);
  const after = pickItem(seat, dice);
  if (itemType === undefined) return;
  run(seat, insertItem(itemType, seat.newId(), after === undefined ? null : itemIdOf(after)));
  if (ITEM_TYPES[itemType].words === 'prose')
    seat.view.dispatch(seat.view.state.tr.insertText(seat.words.next(3)));
};

const dropItem: Edit = (seat, dice) => {
  const item = pickItem(seat, dice);
  const id = item === undefined ? null : itemIdOf(item);
  if (id !== null && seat.view.doc.childCount > 3) run(seat, removeItem(id));
};

const shiftItem: Edit = (seat, dice) => {
  const item = pickItem(seat, dice);
  const id = item === undefined ? null : itemIdOf(item);
  if (id !== null) run(seat, moveItem(id, dice.below(2) === 0 ? 1 : -1));
};

/** Name, how often among the others, what it does. */
const EDITS: readonly (readonly [string, number, Edit])[] = [
  ['type', 12, type],
  ['replace', 3, replace],
  ['enter', 4, enter],
  ['shiftEnter', 3, shiftEnter],
  ['backspace', 4, backspace],
  ['deleteWords', 4, deleteWords],
  ['paste', 4, paste],
  ['format', 4, format],
  ['toggleList', 2, toggleAList],
  ['table', 1, table],
  ['setField', 4, setField],
  ['linkOrPart', 3, linkOrPart],
  ['addItem', 2, addItem],
  ['dropItem', 1, dropItem],
  ['shiftItem', 1, shiftItem],
];

const WEIGHTED = EDITS.flatMap(edit => Array.from({length: edit[1]}, () => edit));

/** Makes one random change of the kinds that people make in the editor, with the editor's own commands; gives its name. */
export function meetingEdit(seat: Seat, dice: Dice): string {
  const edit = dice.pick(WEIGHTED);
  edit?.[2](seat, dice);
  return edit?.[0] ?? '';
}
