import {Selection, TextSelection, type Command} from 'prosemirror-state';

/**
 * The caret to the first or last word of the section, or with `extend` the selection up to there. Browsers don't go
 * to an end behind which only facts stand, that can't be typed into.
 */
export function toSectionEdge(side: 'start' | 'end', extend = false): Command {
  return (state, dispatch) => {
    const {doc, selection} = state;
    const edge = side === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
    const next = extend ? TextSelection.between(selection.$anchor, edge.$head) : edge;
    dispatch?.(state.tr.setSelection(next).scrollIntoView());
    return true;
  };
}
