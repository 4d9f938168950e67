import {planSchema} from '@goldthread/schema/prosemirror';
import type {Command} from 'prosemirror-state';

/** Says in which language the selected words are (`pl`, `ur-PK`); null says that they are in the plan's own. */
export function setLanguage(code: string | null): Command {
  return (state, dispatch) => {
    const type = planSchema.marks.language;
    const {from, to, empty} = state.selection;
    if (type === undefined || empty) return false;
    if (code === null && !state.doc.rangeHasMark(from, to, type)) return false;
    const tr = state.tr.removeMark(from, to, type);
    dispatch?.(code === null ? tr : tr.addMark(from, to, type.create({code})));
    return true;
  };
}
