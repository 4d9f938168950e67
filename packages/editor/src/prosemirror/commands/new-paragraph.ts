import {planSchema} from '@goldthread/schema/prosemirror';
import {splitBlock} from 'prosemirror-commands';
import {liftListItem, splitListItem} from 'prosemirror-schema-list';
import type {Command} from 'prosemirror-state';
import {isInList} from './toggle-list.ts';

/** Shift+Enter: a new paragraph in the same item. */
export const newParagraph: Command = splitBlock;

/** Enter in a list: the next point, or out of the list from an empty one. */
export const nextPoint: Command = (state, dispatch, view) => {
  const {listItem} = planSchema.nodes;
  if (listItem === undefined || !isInList(state)) return false;
  return state.selection.$from.parent.content.size === 0
    ? liftListItem(listItem)(state, dispatch, view)
    : splitListItem(listItem)(state, dispatch, view);
};
