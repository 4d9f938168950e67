import {ITEM_TYPE_NAMES, newId, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import {EditorState, Selection, type Command} from 'prosemirror-state';
import {EditorView} from 'prosemirror-view';
import {initProseMirrorDoc} from 'y-prosemirror';
import type * as Y from 'yjs';
import {insertItem} from './commands/insert-item.ts';
import {createPlugins} from './create-plugins.ts';
import {itemEditOf} from './item-edit-of.ts';
import {findItem} from './items.ts';
import {ItemViews} from './node-views/item-view.ts';
import {refreshTables, TableView} from './node-views/table-view.ts';
import type {Rights} from './plugins/read-only.ts';
import type {SectionEditor, SectionEditorOptions} from './section-editor.ts';
import {sectionUndo} from './section-undo.ts';
import {hasItem} from './has-item.ts';

/** Puts an editor of one section into a place in the light DOM, bound to its document. */
export function mountSection(place: HTMLElement, options: SectionEditorOptions): SectionEditor {
  return new MountedSection(place, options);
}

/** One section's editor over its whole time on the page. Binds itself anew when the document is replaced. */
class MountedSection extends EventTarget implements SectionEditor {
  readonly root: RootName;
  readonly #place: HTMLElement;
  readonly #options: SectionEditorOptions;
  readonly #rights: Rights;
  readonly #newId: () => ItemId;
  readonly #views: ItemViews;
  #isEditable: boolean;
  #wasEditable = false;
  #undoManager: Y.UndoManager;
  #view: EditorView;

  constructor(place: HTMLElement, options: SectionEditorOptions) {
    super();
    this.root = options.root;
    this.#place = place;
    this.#options = options;
    this.#isEditable = options.editable ?? true;
    this.#newId = options.newItemId ?? randomId;
    this.#rights = {
      mayWrite: () => this.isEditable,
      mayWriteItem: (id, type) => options.mayWriteItem?.(id, type) ?? true,
    };
    this.#views = new ItemViews({
      rights: this.#rights,
      editOf: id => itemEditOf(id, command => this.run(command)),
    });
    this.#undoManager = this.#makeUndo();
    this.#view = this.#bind();
    options.docSession.addEventListener('doc', this.#onDoc);
    options.docSession.addEventListener('change', this.#onChange);
  }

  get view(): EditorView {
    return this.#view;
  }

  get isEditable(): boolean {
    return this.#isEditable && this.#options.docSession.mayWrite(this.root);
  }

  run(command: Command): boolean {
    return command(this.#view.state, this.#view.dispatch, this.#view);
  }

  can(command: Command): boolean {
    return this.isEditable && command(this.#view.state, undefined, this.#view);
  }

  undo(): boolean {
    return this.#undoManager.undo() !== null;
  }

  redo(): boolean {
    return this.#undoManager.redo() !== null;
  }

  canUndo(): boolean {
    return this.isEditable && this.#undoManager.canUndo();
  }

  canRedo(): boolean {
    return this.isEditable && this.#undoManager.canRedo();
  }

  focus(): void {
    this.#view.focus();
  }

  focusItem(id: ItemId): boolean {
    const {state} = this.#view;
    const item = findItem(state.doc, id);
    if (item === null) return false;
    const found = Selection.findFrom(state.doc.resolve(item.pos), 1, true);
    if (found !== null) this.#view.dispatch(state.tr.setSelection(found).scrollIntoView());
    this.#view.focus();
    return true;
  }

  setEditable(editable: boolean): void {
    this.#isEditable = editable;
    this.refresh();
  }

  refresh(): void {
    if (this.isEditable !== this.#wasEditable) {
      this.#wasEditable = this.isEditable;
      this.#view.setProps({attributes: this.#attributes()});
      refreshTables(this.#view, this.isEditable);
    }
    this.#views.refresh();
  }

  addItem(type: ItemTypeName, afterId?: ItemId): ItemId | null {
    const id = this.#newId();
    return this.run(insertItem(type, id, afterId ?? null)) && findItem(this.#view.state.doc, id) !== null
      ? id
      : null;
  }

  destroy(): void {
    this.#options.docSession.removeEventListener('doc', this.#onDoc);
    this.#options.docSession.removeEventListener('change', this.#onChange);
    this.#view.destroy();
    this.#undoManager.destroy();
  }

  #bind(): EditorView {
    const {docSession} = this.#options;
    const fragment = docSession.doc.getXmlFragment(this.root);
    const {doc, mapping} = initProseMirrorDoc(fragment, planSchema);
    const plugins = createPlugins({
      options: this.#options,
      fragment,
      mapping,
      undoManager: this.#undoManager,
      rights: this.#rights,
      newId: this.#newId,
      hasItem: id => hasItem(docSession.doc, id),
      tell: what => queueMicrotask(() => this.dispatchEvent(new Event(what))),
    });
    const tellSelection = () => this.dispatchEvent(new Event('selection'));
    this.#wasEditable = this.isEditable;
    const view = new EditorView(this.#place, {
      state: EditorState.create({doc, plugins}),
      attributes: this.#attributes(),
      nodeViews: {
        ...Object.fromEntries(ITEM_TYPE_NAMES.map(name => [name, this.#views.make])),
        table: () => new TableView(this.isEditable),
      },
      // The binding dispatches while the view is being made, before there is a name for it here.
      dispatchTransaction(this: EditorView, transaction) {
        this.updateState(this.state.apply(transaction));
        if (transaction.docChanged || transaction.selectionSet) tellSelection();
      },
    });
    // One step of undo never reaches back over a time in which the person was elsewhere.
    view.dom.addEventListener('focusin', () => this.#undoManager.stopCapturing());
    view.dom.addEventListener('focusout', () => this.#undoManager.stopCapturing());
    return view;
  }

  #makeUndo(): Y.UndoManager {
    return sectionUndo(this.#options.docSession.doc.getXmlFragment(this.root));
  }

  readonly #onDoc = (): void => {
    this.#view.destroy();
    this.#undoManager.destroy();
    this.#undoManager = this.#makeUndo();
    this.#view = this.#bind();
    this.dispatchEvent(new Event('bound'));
  };

  readonly #onChange = (): void => this.refresh();

  #attributes(): Record<string, string> {
    const {label, describedBy} = this.#options;
    return {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      ...(describedBy !== undefined && {'aria-describedby': describedBy}),
      'aria-readonly': String(!this.isEditable),
      ...(!this.isEditable && {tabindex: '0'}),
    };
  }
}

function randomId(): ItemId {
  return newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length)));
}
