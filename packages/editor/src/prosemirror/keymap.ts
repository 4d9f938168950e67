import type {ItemId} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {baseKeymap, chainCommands} from 'prosemirror-commands';
import {keymap} from 'prosemirror-keymap';
import {liftListItem, sinkListItem} from 'prosemirror-schema-list';
import type {Command, Plugin} from 'prosemirror-state';
import {deleteAcrossItems} from './commands/delete-across-items.ts';
import {newParagraph, nextPoint} from './commands/new-paragraph.ts';
import {nextCell} from './commands/next-cell.ts';
import {nextItem} from './commands/next-item.ts';
import {backspaceInItem, deleteInItem} from './commands/stay-in-item.ts';
import {takeSelection} from './commands/take-selection.ts';
import {isInList} from './commands/toggle-list.ts';
import {toFacts} from './commands/to-facts.ts';
import {toggleMark} from './commands/toggle-mark.ts';
import {toSectionEdge} from './commands/to-section-edge.ts';

/** What some keys ask of whoever owns the editor. */
export interface KeyRequests {
  readonly newId: () => ItemId;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  /** Alt-F10 and Alt-0: the toolbar and the list of keys are outside the editor. */
  readonly ask: (what: 'toolbar' | 'help') => void;
}

/**
 * The keys of a section. Tab leaves the words, for the facts of their item; in a table or a list Escape and then Tab
 * does. Nothing else is taken from the browser.
 */
export function sectionKeys(requests: KeyRequests): Plugin[] {
  const escape = new EscapeThenTab();
  const backspace = chainCommands(deleteAcrossItems, backspaceInItem);
  const forward = chainCommands(deleteAcrossItems, deleteInItem);
  const own = keymap({
    Enter: chainCommands(deleteAcrossItems, nextPoint, nextItem(requests.newId)),
    'Shift-Enter': newParagraph,
    Backspace: backspace,
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: forward,
    'Mod-Delete': forward,
    Escape: escape.leave,
    Tab: chainCommands(escape.unless(chainCommands(nextCell(1), inList(1))), toFacts),
    'Shift-Tab': escape.unless(chainCommands(nextCell(-1), inList(-1))),
    'Mod-Home': toSectionEdge('start'),
    'Mod-End': toSectionEdge('end'),
    'Shift-Mod-Home': toSectionEdge('start', true),
    'Shift-Mod-End': toSectionEdge('end', true),
    'Mod-b': toggleMark('bold'),
    'Mod-i': toggleMark('italic'),
    'Mod-z': () => requests.undo(),
    'Mod-y': () => requests.redo(),
    'Shift-Mod-z': () => requests.redo(),
    'Alt-F10': (_state, _dispatch, view) => {
      if (view !== undefined) takeSelection(view);
      return asked(requests, 'toolbar');
    },
    'Alt-0': () => asked(requests, 'help'),
  });
  // Escape selects the surrounding node there, which nobody who wants to leave a table expects.
  const common = Object.entries(baseKeymap).filter(([key]) => key !== 'Escape');
  return [own, keymap(Object.fromEntries(common))];
}

function asked(requests: KeyRequests, what: 'toolbar' | 'help'): boolean {
  requests.ask(what);
  return true;
}

/** Tab and Shift+Tab in a list: one level deeper, or back. */
export function inList(direction: 1 | -1): Command {
  return (state, dispatch, view) => {
    const {listItem} = planSchema.nodes;
    if (listItem === undefined || !isInList(state)) return false;
    const command = direction > 0 ? sinkListItem(listItem) : liftListItem(listItem);
    // The first point can't go deeper, and Shift+Tab at the outermost level is the way back out of the editor.
    return command(state, dispatch, view);
  };
}

/** After Escape the next Tab belongs to the browser, so that a table is no trap for the keyboard. */
class EscapeThenTab {
  #isLeaving = false;

  readonly leave: Command = () => {
    this.#isLeaving = true;
    return false;
  };

  unless(command: Command): Command {
    return (state, dispatch, view) => {
      const isLeaving = this.#isLeaving;
      this.#isLeaving = false;
      return !isLeaving && command(state, dispatch, view);
    };
  }
}
