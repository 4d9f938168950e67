import {planSchema} from '@goldthread/schema/prosemirror';
import type {NodeType, ResolvedPos} from 'prosemirror-model';
import {liftListItem, wrapInList} from 'prosemirror-schema-list';
import type {Command, EditorState} from 'prosemirror-state';

/** Makes the selected paragraphs a list, or takes them out of one. */
export function toggleList(name: 'bulletList' | 'orderedList'): Command {
  return (state, dispatch, view) => {
    const {listItem, [name]: list} = planSchema.nodes;
    if (listItem === undefined || list === undefined) return false;
    return isInList(state)
      ? liftListItem(listItem)(state, dispatch, view)
      : wrapInList(list)(state, dispatch, view);
  };
}

/** Whether the caret is in a list. */
export function isInList(state: EditorState): boolean {
  return hasAncestor(state.selection.$from, planSchema.nodes.listItem);
}

/** Whether a position lies inside a node of a type. */
export function hasAncestor($pos: ResolvedPos, type: NodeType | undefined): boolean {
  for (let depth = $pos.depth; depth > 0; depth -= 1) if ($pos.node(depth).type === type) return true;
  return false;
}
