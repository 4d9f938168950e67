import {planSchema} from '@goldthread/schema/prosemirror';
import {toggleMark as toggle} from 'prosemirror-commands';
import type {Command, EditorState} from 'prosemirror-state';

/** Turns bold or italic on or off for the selected words. */
export function toggleMark(name: 'bold' | 'italic'): Command {
  return toggle(planSchema.marks[name] ?? fault(name));
}

/** Whether a mark is on for all of the selection, or would be for what is typed next. */
export function hasMark(state: EditorState, name: 'bold' | 'italic'): boolean {
  const type = planSchema.marks[name] ?? fault(name);
  const {from, to, empty, $from} = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

function fault(name: string): never {
  throw new RangeError(`The document schema has no mark ${name}`);
}
