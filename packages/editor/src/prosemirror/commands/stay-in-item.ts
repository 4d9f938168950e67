import type {Command, EditorState} from 'prosemirror-state';
import {blockDepth, isBlankItem, itemAround, itemIdOf} from '../items.ts';
import {removeItem} from './remove-item.ts';

/** Backspace at the start of an item's words: removes a blank item, and otherwise never joins it to another. */
export const backspaceInItem: Command = (state, dispatch) => {
  const item = itemAround(state.selection.$from);
  if (item === null || !isAtEdge(state, -1)) return false;
  const id = itemIdOf(item.node);
  return id !== null && isBlankItem(item.node) ? removeItem(id)(state, dispatch) : true;
};

/** Delete at the end of an item's words: nothing, because what follows is another item or a hidden fact. */
export const deleteInItem: Command = state => isAtEdge(state, 1);

/** Whether the caret stands before the first word of an item, with nothing of it before. */
export function isAtStart(state: EditorState): boolean {
  return isAtEdge(state, -1);
}

function isAtEdge(state: EditorState, direction: 1 | -1): boolean {
  const {$from, empty} = state.selection;
  const depth = blockDepth(state.doc);
  if (!empty || $from.depth !== depth || !$from.parent.isTextblock) return false;
  const offset = direction < 0 ? 0 : $from.parent.content.size;
  if ($from.parentOffset !== offset) return false;
  const neighbour = $from.node(depth - 1).maybeChild($from.index(depth - 1) + direction);
  return neighbour === null || neighbour.type.spec.group !== 'block';
}
