import {isItemTypeName, type ItemTypeName} from '@goldthread/schema';
import {anchorAttributes, type PlacedItem} from '@goldthread/schema/anchor';
import {elementOf} from '@goldthread/schema/ydoc';
import {Selection} from 'prosemirror-state';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';
import type {Leaving} from '../../prosemirror/islands/item-editor.ts';
import {mountItem} from '../../prosemirror/islands/mount-item.ts';
import type {Island} from '../../prosemirror/islands/section-islands.ts';
import type {Withholding} from '../../records/withholding.ts';
import {island as say} from '../../words/en/island.ts';
import {firstName} from '../plan/view-model.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {PlanSection} from '../section/section.ts';
import {decisionOn, islandFacts} from './island-facts.ts';
import {PlanIsland, titleOf} from './island.ts';
import {mayWriteBeside} from './may-write-beside.ts';
import {idAt} from './private-items.ts';

/** What one island asks of all of them. */
export interface ItemsAround {
  readonly plan: PlanHost;
  readonly layOut: () => void;
  readonly leave: (key: string, how: Leaving) => boolean;
  readonly shown: (key: string) => ShownItem | undefined;
}

/** Origin of the transactions in which a private note is made or taken away; no editor's undo takes them back. */
const NOTES_ORIGIN = 'goldthread-notes';

/** One withheld item on the page, for as long as this reader has it. */
export class ShownItem {
  readonly #key: string;
  readonly #around: ItemsAround;
  readonly #dom = new PlanIsland();
  #now: {readonly source: PlanSource; readonly open: OpenDoc; readonly item: PlacedItem} | null = null;
  #told = '';
  /** The caret, where the editor has to be made anew under it. */
  #caret: number | null = null;

  constructor(key: string, around: ItemsAround) {
    this.#key = key;
    this.#around = around;
    this.#dom.addEventListener('plan-note-add', () => this.#addBeside());
  }

  get dom(): PlanIsland {
    return this.#dom;
  }

  /** Takes over where the item stands and what may be done with it. */
  update(source: PlanSource, open: OpenDoc, item: PlacedItem, decisions: readonly Withholding[]): void {
    const before = this.#now;
    this.#now = {source, open, item};
    if (before !== null && before.item.element !== item.element) this.#unmount();
    const may = {
      write: this.#mayWrite(),
      add: this.#mayAdd(),
      // On the screen of a room there is no list to look it up in.
      lookUp: this.#around.plan.screens.offers('private'),
      isOffline: open.state.kind === 'offline',
    };
    const facts = islandFacts(source, item, this.#type, decisionOn(item, decisions), may);
    const told = JSON.stringify(facts);
    if (told !== this.#told) this.#dom.facts = facts;
    this.#told = told;
    this.#dom.editor?.refresh();
  }

  /** The item as its section's editor draws it. */
  island(source: PlanSource, section: PlanSection): Island {
    this.#dom.level = section.page ? 2 : 3;
    const {root, afterIndex = -1} = this.#now?.item ?? {};
    return {
      key: this.#key,
      dom: this.#dom,
      afterId: root === undefined ? null : idAt(source, root, afterIndex),
      afterIndex,
      focusAt: side => this.#dom.editor?.focusAt(side),
    };
  }

  /** Brings the editor up once the island is on the page, and lets it go when the island is there no more. */
  settle(): void {
    const {editor} = this.#dom;
    if (!this.#dom.isConnected) this.#unmount();
    else if (editor === null) this.#mount();
  }

  destroy(): void {
    const hadFocus = this.#dom.contains(document.activeElement);
    if (hadFocus) this.#around.leave(this.#key, 'escape');
    this.#unmount();
    this.#dom.remove();
  }

  get #type(): ItemTypeName {
    const name = this.#now?.item.element.nodeName ?? '';
    return isItemTypeName(name) ? name : 'note';
  }

  #mayWrite(): boolean {
    if (this.#now === null) return false;
    const {source, open, item} = this.#now;
    const attributes: Readonly<Record<string, unknown>> = item.element.getAttributes();
    const verbatim = attributes['mode'] === 'verbatim';
    const what = {id: item.itemId, type: this.#type, verbatim};
    return mayWriteBeside(source, this.#around.plan.own, open, item.root, what);
  }

  #mayAdd(): boolean {
    if (this.#now === null) return false;
    const {source, open, item} = this.#now;
    const note = {id: null, type: 'note', verbatim: false} as const;
    return mayWriteBeside(source, this.#around.plan.own, open, item.root, note);
  }

  #mount(): void {
    if (this.#now === null || this.#now.item.itemId === null) return;
    const {source, open, item} = this.#now;
    const {plan, leave} = this.#around;
    this.#dom.editor = mountItem(this.#dom.words, {
      docSession: open,
      element: item.element,
      itemId: this.#now.item.itemId,
      itemType: this.#type,
      label: titleOf(this.#dom.facts),
      emptyPrompt: say.empty,
      people: () => source.presence.map(({id, name, hand}) => ({id, name: firstName(name), hand})),
      mayWrite: () => this.#mayWrite(),
      facts: this.#dom.place,
      leave: how => leave(this.#key, how),
      remove: () => this.#remove(),
    });
    plan.requestUpdate();
    if (this.#caret === null) return;
    const {view} = this.#dom.editor;
    const at = view.state.doc.resolve(Math.min(this.#caret, view.state.doc.content.size));
    view.dispatch(view.state.tr.setSelection(Selection.near(at)));
    view.focus();
    this.#caret = null;
  }

  #unmount(): void {
    const {editor} = this.#dom;
    if (editor === null) return;
    this.#caret = editor.view.hasFocus() ? editor.view.state.selection.head : null;
    editor.destroy();
    this.#dom.editor = null;
    this.#dom.words.replaceChildren();
    this.#dom.place.replaceChildren();
  }

  /** A new note for the same readers, after this one and beside the same item. */
  #addBeside(): void {
    if (this.#now === null || !this.#mayAdd()) return;
    const {source, open, item} = this.#now;
    const {plan, layOut, shown} = this.#around;
    const beside = source.docFor(item.root)?.doc;
    const items = open.doc.getXmlFragment('items');
    if (beside === undefined) return;
    const id = plan.own.newItemId();
    const anchor = anchorAttributes(beside, item.root, idAt(source, item.root, item.afterIndex));
    const note = elementOf({type: 'note', attrs: {id, ...anchor}, content: [{type: 'paragraph'}]});
    const at = items.toArray().indexOf(item.element) + 1;
    open.doc.transact(() => items.insert(at, [note]), NOTES_ORIGIN);
    layOut();
    const added = shown(`${item.compartmentId}:${id}`)?.dom;
    // Before the frame is drawn its words are nowhere on the page, and nothing there can take the focus.
    void added?.updateComplete.then(() => added.editor?.focusAt('start'));
  }

  #remove(): void {
    if (this.#now === null || !this.#mayWrite()) return;
    const {open, item} = this.#now;
    const items = open.doc.getXmlFragment('items');
    const at = items.toArray().indexOf(item.element);
    if (at < 0) return;
    this.#around.leave(this.#key, 'escape');
    open.doc.transact(() => items.delete(at, 1), NOTES_ORIGIN);
  }
}
