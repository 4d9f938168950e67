import type {NodeView} from 'prosemirror-view';

/** A table in a region of its own that scrolls sideways, so that a wide one never makes the page scroll. */
export class TableView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('tbody');

  constructor() {
    this.dom.className = 'tableWrapper';
    this.dom.tabIndex = 0;
    this.dom.role = 'region';
    this.dom.ariaLabel = 'Table';
    const table = document.createElement('table');
    table.append(this.contentDOM);
    this.dom.append(table);
  }
}
