import type {Node, Schema} from 'prosemirror-model';
import {EditorState, type Plugin, type PluginView, type Transaction} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';
import {initProseMirrorDoc, ySyncPlugin} from 'y-prosemirror';
import type * as Y from 'yjs';

/**
 * A ProseMirror view without a page: it keeps a state, passes transactions through its plugins and tells them, which
 * is all that the binding to Yjs asks of a view. Owns the binding; `destroy` lets go of the document.
 */
export class BareView {
  state: EditorState;
  /** What plugins listen to for focus. */
  readonly dom = new EventTarget();
  isFocused = false;
  #views: readonly PluginView[] = [];

  constructor(fragment: Y.XmlFragment, schema: Schema, plugins: readonly Plugin[] = []) {
    const {doc, mapping} = initProseMirrorDoc(fragment, schema);
    this.state = EditorState.create({doc, plugins: [ySyncPlugin(fragment, {mapping}), ...plugins]});
    // The binding dispatches while it starts, and asks its view for nothing but the state, so this view will do.
    this.#views = this.state.plugins.flatMap(
      plugin => plugin.spec.view?.(this as unknown as EditorView) ?? [],
    );
  }

  get doc(): Node {
    return this.state.doc;
  }

  hasFocus(): boolean {
    return this.isFocused;
  }

  dispatch(transaction: Transaction): void {
    const before = this.state;
    this.state = before.apply(transaction);
    for (const view of this.#views) view.update?.(this as unknown as EditorView, before);
  }

  /** Types text at a position. */
  type(at: number, text: string): void {
    this.dispatch(this.state.tr.insertText(text, at));
  }

  destroy(): void {
    for (const view of this.#views) view.destroy?.();
  }
}
