import type {SectionEditor, SectionEditorOptions} from '../../prosemirror/section-editor.ts';

/** The code of the editor, which comes when a section is near the screen. */
export interface EditorCode {
  readonly mountSection: (place: HTMLElement, options: SectionEditorOptions) => SectionEditor;
}

let load: (() => Promise<EditorCode>) | null = null;

/** Says how the editor's code is loaded. Called once, where the tags are given. */
export function offerEditor(offered: () => Promise<EditorCode>): void {
  load = offered;
}

/** Loads the editor's code. */
export async function editorCode(): Promise<EditorCode> {
  if (load === null) throw new Error('Nobody has said where the editor is.');
  return load();
}
