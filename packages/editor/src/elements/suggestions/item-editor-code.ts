import type {ItemEditor, ItemEditorOptions} from '../../prosemirror/islands/item-editor.ts';

/** The code of an editor of one item, which comes when somebody types in one. */
interface ItemEditorCode {
  readonly mountItem: (place: HTMLElement, options: ItemEditorOptions) => ItemEditor;
}

let load: (() => Promise<ItemEditorCode>) | null = null;

/** Says how that code is loaded. Called once, where the tags are given. */
export function offerItemEditor(offered: () => Promise<ItemEditorCode>): void {
  load = offered;
}

/** Loads it. */
export async function itemEditorCode(): Promise<ItemEditorCode> {
  if (load === null) throw new Error('Nobody has said where the editor of an item is.');
  return load();
}
