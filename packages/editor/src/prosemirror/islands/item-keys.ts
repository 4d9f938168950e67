import {baseKeymap, chainCommands} from 'prosemirror-commands';
import {keymap} from 'prosemirror-keymap';
import {Selection, type Command, type Plugin} from 'prosemirror-state';
import {newParagraph, nextPoint} from '../commands/new-paragraph.ts';
import {nextCell} from '../commands/next-cell.ts';
import {deleteInItem, isAtStart} from '../commands/stay-in-item.ts';
import {toSectionEdge} from '../commands/to-section-edge.ts';
import {toggleMark} from '../commands/toggle-mark.ts';
import {isBlankItem} from '../items.ts';
import {inList} from '../keymap.ts';
import type {Leaving} from './item-editor.ts';

/** What some keys ask of whoever owns the editor of an item. */
export interface ItemKeyRequests {
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly ask: (what: 'toolbar' | 'help') => void;
  readonly leave: (how: Leaving) => boolean;
  /** Takes the item out of its document. */
  readonly remove: () => void;
}

/**
 * The keys of one withheld item. They are those of a section, but that Enter makes a paragraph, since the next item
 * here would be private too; arrows lead out over either end, and Escape leads out from anywhere.
 */
export function itemKeys({undo, redo, ask, leave, remove}: ItemKeyRequests): Plugin[] {
  const asked = (what: 'toolbar' | 'help') => () => {
    ask(what);
    return true;
  };
  const backspace = backspaceIn(remove);
  const own = keymap({
    Enter: chainCommands(nextPoint, newParagraph),
    'Shift-Enter': newParagraph,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: deleteInItem,
    'Mod-Delete': deleteInItem,
    Escape: () => leave('escape'),
    Tab: chainCommands(nextCell(1), inList(1)),
    'Shift-Tab': chainCommands(nextCell(-1), inList(-1)),
    ArrowUp: over('up', leave),
    ArrowLeft: over('left', leave),
    ArrowDown: over('down', leave),
    ArrowRight: over('right', leave),
    'Mod-Home': toSectionEdge('start'),
    'Mod-End': toSectionEdge('end'),
    'Shift-Mod-Home': toSectionEdge('start', true),
    'Shift-Mod-End': toSectionEdge('end', true),
    'Mod-b': toggleMark('bold'),
    'Mod-i': toggleMark('italic'),
    'Mod-z': () => undo(),
    'Mod-y': () => redo(),
    'Shift-Mod-z': () => redo(),
    'Alt-F10': asked('toolbar'),
    'Alt-0': asked('help'),
  });
  const common = Object.entries(baseKeymap).filter(([key]) => key !== 'Escape');
  return [own, keymap(Object.fromEntries(common))];
}

/** Backspace at the start takes a blank item away, and otherwise joins nothing. */
function backspaceIn(remove: () => void): Command {
  return (state, dispatch) => {
    if (!isAtStart(state)) return false;
    if (isBlankItem(state.doc) && dispatch !== undefined) remove();
    return true;
  };
}

type Arrow = 'up' | 'down' | 'left' | 'right';

/** An arrow at the edge of an item's words leads to what stands beside it. */
function over(arrow: Arrow, leave: (how: Leaving) => boolean): Command {
  const isForward = arrow === 'down' || arrow === 'right';
  return (state, dispatch, view) => {
    if (!state.selection.empty || view === undefined || !view.endOfTextblock(arrow)) return false;
    const edge = isForward ? Selection.atEnd(state.doc) : Selection.atStart(state.doc);
    const {$head} = state.selection;
    if (edge.$head.depth !== $head.depth || edge.$head.start() !== $head.start()) return false;
    return dispatch !== undefined && leave(isForward ? 'after' : 'before');
  };
}
