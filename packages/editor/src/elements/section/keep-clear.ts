import type {SectionEditor} from '../../prosemirror/section-editor.ts';

const CLEAR_TOP_PX = 140;
const CLEAR_BOTTOM_PX = 90;

/** Keeps the caret clear of the bars at the top and the bottom of the page when it moves. */
export function keepClear(editor: SectionEditor): void {
  const clear = {top: CLEAR_TOP_PX, bottom: CLEAR_BOTTOM_PX, left: 5, right: 5};
  const keep = (): void => editor.view.setProps({scrollMargin: clear, scrollThreshold: clear});
  editor.addEventListener('bound', keep);
  keep();
}
