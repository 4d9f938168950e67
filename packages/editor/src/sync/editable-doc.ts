import type {RootName} from '@goldthread/schema';
import type {Awareness} from 'y-protocols/awareness';
import type * as Y from 'yjs';

/**
 * What a section editor needs of a document session. Events: `doc` when the Y.Doc was replaced by a fresh one
 * (undo history is gone, views must be bound anew), `change` when rights or state changed.
 */
export interface EditableDoc extends EventTarget {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  mayWrite(root: RootName): boolean;
  /**
   * Holds back other people's edits, for example while a composition runs, and tells how many changes wait each time
   * that there is one more. Returns the release; idempotent.
   */
  hold(tell?: (waiting: number) => void): () => void;
}
