import type {ItemId, ItemTypeName, RootName} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {EditableDoc} from '../../sync/editable-doc.ts';
import type {SectionEditorOptions} from '../section-editor.ts';
import type {WordsEditor} from '../words-editor.ts';

/** Which way a caret or the focus leaves an item: over its start, over its end, or at the person's wish. */
export type Leaving = 'before' | 'after' | 'escape';

/** What a caller says about one item when it asks for an editor. */
export interface ItemEditorOptions {
  readonly docSession: EditableDoc;
  /** The root below which the item stands; the one of withheld items, if absent. */
  readonly root?: RootName;
  /** The item, in the document of the session. */
  readonly element: Y.XmlElement;
  readonly itemId: ItemId;
  readonly itemType: ItemTypeName;
  /** Accessible name of the text box. */
  readonly label: string;
  readonly people: SectionEditorOptions['people'];
  /** What stands where there are no words yet. */
  readonly emptyPrompt: string;
  /** Whether the person may change this item, besides what the document allows. */
  readonly mayWrite: () => boolean;
  /** Where the item's typed facts are drawn: a part of the page that no editor owns. */
  readonly facts: HTMLElement;
  /** The focus goes to what stands beside. False if nothing is there. */
  readonly leave: (how: Leaving) => boolean;
  /** Takes the item out of its document. */
  readonly remove: () => void;
}

/** The editor of one item, withheld or suggested, whose document is the item itself. */
export interface ItemEditor extends WordsEditor {
  readonly element: Y.XmlElement;
  /** Puts the caret at the first or last place of the words, or leaves it where it is, and the focus into them. */
  focusAt(side: 'start' | 'end' | 'caret'): void;
  /** Asks for rights again and redraws what depends on them. */
  refresh(): void;
}
