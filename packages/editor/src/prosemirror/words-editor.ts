import type {Command} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';

/**
 * What tools and keys need of an editor, whether of a section or of one item. Events: `selection` (caret or marks
 * changed), `toolbar` (Alt-F10), `help` (Alt-0), `refused` (an edit touched what this person may not change).
 */
export interface WordsEditor extends EventTarget {
  readonly view: EditorView;
  readonly isEditable: boolean;
  /** Runs a command on these words, or asks whether it would apply. */
  run(command: Command): boolean;
  can(command: Command): boolean;
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  focus(): void;
  destroy(): void;
}
