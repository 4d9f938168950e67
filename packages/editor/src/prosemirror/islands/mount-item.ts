import {planSchema} from '@goldthread/schema/prosemirror';
import type {Node} from 'prosemirror-model';
import {EditorState, Selection, type Command, type Plugin} from 'prosemirror-state';
import {EditorView} from 'prosemirror-view';
import {initProseMirrorDoc, ySyncPlugin, yUndoPlugin} from 'y-prosemirror';
import type * as Y from 'yjs';
import {listRules} from '../input-rules.ts';
import {ItemFactsEvent} from '../item-facts-event.ts';
import {factsOf, linksOf, partsOf, sameFacts} from '../item-facts-of.ts';
import {isEmptyItem} from '../items.ts';
import {refreshTables, TableView} from '../node-views/table-view.ts';
import {compositionHold} from '../plugins/composition-hold.ts';
import {leftBoundCaret} from '../plugins/left-bound-caret.ts';
import {remoteCursors} from '../plugins/remote-cursors.ts';
import {stillPage} from '../plugins/still-page.ts';
import {sectionUndo} from '../section-undo.ts';
import {itemAttributes, attributesOf} from './item-attributes.ts';
import {factsEditOf, relsOf} from './facts-edit.ts';
import type {ItemEditor, ItemEditorOptions} from './item-editor.ts';
import {itemKeys} from './item-keys.ts';
import {onlyWhereAllowed, pasteWords, startParagraph} from './item-plugins.ts';

/** Puts an editor of one withheld item into a place, bound to the item's element. */
export function mountItem(place: HTMLElement, options: ItemEditorOptions): ItemEditor {
  return new MountedItem(place, options);
}

/**
 * One withheld item's editor. Its document is the item itself, of the one schema: ProseMirror takes any node for a
 * document, and to the binding an element is a fragment of its children.
 */
class MountedItem extends EventTarget implements ItemEditor {
  readonly element: Y.XmlElement;
  readonly view: EditorView;
  readonly #options: ItemEditorOptions;
  readonly #undoManager: Y.UndoManager;
  #wasEditable: boolean;

  constructor(place: HTMLElement, options: ItemEditorOptions) {
    super();
    this.element = options.element;
    this.#options = options;
    this.#undoManager = sectionUndo(options.element);
    this.#wasEditable = this.isEditable;
    this.view = this.#bind(place);
    // The facts are drawn by whoever hears of them, which travels through the page.
    queueMicrotask(() => this.#tellFacts());
  }

  get isEditable(): boolean {
    const {docSession, mayWrite, root = 'items'} = this.#options;
    return docSession.mayWrite(root) && mayWrite();
  }

  run(command: Command): boolean {
    return command(this.view.state, this.view.dispatch, this.view);
  }

  can(command: Command): boolean {
    return this.isEditable && command(this.view.state, undefined, this.view);
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
    this.view.focus();
  }

  focusAt(side: 'start' | 'end' | 'caret'): void {
    const {doc, tr} = this.view.state;
    const found = side === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc);
    if (side !== 'caret') this.view.dispatch(tr.setSelection(found).scrollIntoView());
    this.view.focus();
  }

  refresh(): void {
    if (this.isEditable === this.#wasEditable) return;
    this.#wasEditable = this.isEditable;
    this.view.setProps({attributes: state => this.#attributes(state.doc)});
    refreshTables(this.view, this.isEditable);
    this.#tellFacts();
  }

  destroy(): void {
    this.view.destroy();
    this.#undoManager.destroy();
  }

  #bind(place: HTMLElement): EditorView {
    const {children, mapping} = this.#read();
    const type = planSchema.nodes[this.#options.itemType];
    if (type === undefined) throw new RangeError(`No item is a ${this.#options.itemType}`);
    const doc = type.create(attributesOf(this.element), children);
    const show = this.#show;
    const view = new EditorView(place, {
      state: EditorState.create({doc, plugins: this.#plugins(mapping)}),
      attributes: state => this.#attributes(state.doc),
      nodeViews: {table: () => new TableView(this.isEditable)},
      // The binding dispatches while the view is being made, before there is a name for it here.
      dispatchTransaction(this: EditorView, transaction) {
        show(this, transaction);
      },
    });
    // One step of undo never reaches back over a time in which the person was elsewhere.
    view.dom.addEventListener('focusin', () => this.#undoManager.stopCapturing());
    view.dom.addEventListener('focusout', () => this.#undoManager.stopCapturing());
    return view;
  }

  readonly #show = (view: EditorView, transaction: EditorState['tr']): void => {
    const before = view.state.doc;
    view.updateState(view.state.apply(transaction));
    if (!sameFacts(before, view.state.doc)) this.#tellFacts();
    if (transaction.docChanged || transaction.selectionSet) this.dispatchEvent(new Event('selection'));
  };

  #read() {
    const {doc, mapping} = initProseMirrorDoc(this.element, planSchema);
    return {children: doc.content, mapping};
  }

  #plugins(mapping: ReturnType<typeof initProseMirrorDoc>['mapping']): Plugin[] {
    const {docSession, people, leave, remove} = this.#options;
    const tell = (what: string): void => queueMicrotask(() => this.dispatchEvent(new Event(what)));
    return [
      // The binding types its plugin as any.
      ySyncPlugin(this.element, {mapping}) as Plugin,
      itemAttributes(this.element),
      leftBoundCaret(),
      yUndoPlugin({undoManager: this.#undoManager}),
      onlyWhereAllowed(
        () => this.isEditable,
        () => tell('refused'),
      ),
      stillPage(),
      compositionHold(() => docSession.hold()),
      remoteCursors(docSession.awareness, people),
      startParagraph(),
      pasteWords(),
      listRules(),
      ...itemKeys({undo: () => this.undo(), redo: () => this.redo(), ask: tell, leave, remove}),
    ];
  }

  #tellFacts(): void {
    const {itemId, itemType, facts} = this.#options;
    if (!facts.isConnected) return;
    const {doc} = this.view.state;
    facts.dispatchEvent(
      new ItemFactsEvent({
        itemId,
        itemType,
        attributes: factsOf(doc),
        links: linksOf(doc),
        parts: partsOf(doc),
        editable: this.isEditable,
        place: facts,
        rels: relsOf(doc),
        edit: factsEditOf(this, this.element, this.#options.remove),
      }),
    );
  }

  #attributes(doc: Node): Record<string, string> {
    const {label, emptyPrompt} = this.#options;
    const isEmpty = isEmptyItem(doc) && this.isEditable;
    return {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-readonly': String(!this.isEditable),
      ...(isEmpty && {'aria-placeholder': emptyPrompt, 'data-prompt': emptyPrompt}),
      ...(!this.isEditable && {tabindex: '0'}),
    };
  }
}
