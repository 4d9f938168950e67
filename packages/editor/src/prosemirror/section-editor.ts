import type {ItemId, ItemTypeName, ParticipantId, RootName, SectionSpec} from '@goldthread/schema';
import type {EditableDoc} from '../sync/editable-doc.ts';
import type {WordsEditor} from './words-editor.ts';

/** What a caller says about one section when it asks for an editor. */
export interface SectionEditorOptions {
  readonly docSession: EditableDoc;
  readonly root: RootName;
  readonly section: SectionSpec;
  /** Accessible name of the text box: begins with the section's letter and title. */
  readonly label: string;
  /** Id of the element that says what this person may do here. */
  readonly describedBy?: string;
  /** Names for the flags of other people's cursors, and which of three styles each has. */
  readonly people: () => readonly {
    readonly id: ParticipantId;
    readonly name: string;
    readonly hand: 1 | 2 | 3;
  }[];
  /** Rights on one item; `null` is an item that doesn't exist yet. Absent: the root's right holds for all. */
  readonly mayWriteItem?: (id: ItemId | null, type: ItemTypeName) => boolean;
  /** False makes the section read-only whatever the rights say. Default true. */
  readonly editable?: boolean;
  /** The words of an empty section. Default: the section's own prompt. */
  readonly emptyPrompt?: string;
  /** New ids for items. Default: 128 random bits. */
  readonly newItemId?: () => ItemId;
}

/** The editor of one section. Besides the events of all editors: `bound` (the view was bound to a fresh document). */
export interface SectionEditor extends WordsEditor {
  readonly root: RootName;
  /** Puts the caret at the start of an item's words and scrolls there. False if the item isn't here. */
  focusItem(id: ItemId): boolean;
  setEditable(editable: boolean): void;
  /** Asks for rights again and redraws what depends on them. */
  refresh(): void;
  /** Adds an item after another one, or at the end. Null if that isn't allowed. */
  addItem(type: ItemTypeName, afterId?: ItemId): ItemId | null;
}
