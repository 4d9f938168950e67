import type {EditorView, NodeView, ViewMutationRecord} from 'prosemirror-view';

const REGION = 'tableWrapper';

/**
 * A table in a region of its own that scrolls sideways, so that a wide one never makes the page scroll. A reader's Tab
 * stops at the region; a writer's doesn't, since the caret scrolls it and a stop inside the text box would catch keys.
 */
export class TableView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('tbody');

  constructor(isEditable: boolean) {
    this.dom.className = REGION;
    this.dom.role = 'region';
    this.dom.ariaLabel = 'Table';
    this.dom.tabIndex = isEditable ? -1 : 0;
    const table = document.createElement('table');
    table.append(this.contentDOM);
    this.dom.append(table);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes';
  }
}

/** Says to every table of a view whether its reader may write. */
export function refreshTables(view: EditorView, isEditable: boolean): void {
  for (const region of view.dom.querySelectorAll<HTMLElement>(`.${REGION}`))
    region.tabIndex = isEditable ? -1 : 0;
}
