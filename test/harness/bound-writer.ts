import {Node} from 'prosemirror-model';
import {EditorState, type Transaction} from 'prosemirror-state';
import {updateYFragment, ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';
import {nodeKind, planSchema} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import type {RootName} from '@goldthread/schema';

/**
 * Somebody who writes one section through the ProseMirror binding, without a screen: their transactions reach the Yjs
 * document exactly as the binding's own view would write them, and what others change is read back as the binding
 * reads it. Undo is theirs alone.
 */
export class BoundWriter {
  readonly doc = new Y.Doc();
  readonly #fragment: Y.XmlFragment;
  readonly #undo: Y.UndoManager;
  readonly #newId: () => string;
  readonly #outbox: Uint8Array[] = [];
  #binding = {mapping: new Map(), isOMark: new Map()};
  state: EditorState;

  constructor(clientId: number, root: RootName, from: Y.Doc, newId: () => string) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from));
    this.doc.clientID = clientId;
    this.#newId = newId;
    this.#fragment = this.doc.getXmlFragment(root);
    this.#undo = new Y.UndoManager(this.#fragment, {
      captureTimeout: 0,
      trackedOrigins: new Set([ySyncPluginKey]),
    });
    this.state = this.#read();
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.#outbox.push(update);
    });
  }

  /** Makes a change as a key or button would. */
  dispatch(transaction: Transaction): void {
    this.state = this.#withOwnIds(this.state.apply(transaction));
    this.doc.transact(() => {
      updateYFragment(this.doc, this.#fragment, this.state.doc, this.#binding);
    }, ySyncPluginKey);
  }

  undo(): void {
    this.#undo.undo();
    this.state = this.#read();
  }

  redo(): void {
    this.#undo.redo();
    this.state = this.#read();
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'remote');
    this.state = this.#read();
  }

  /** Takes the updates that are to be sent. */
  send(): Uint8Array[] {
    return this.#outbox.splice(0);
  }

  #read(): EditorState {
    this.#binding = {mapping: new Map(), isOMark: new Map()};
    const doc = Node.fromJSON(planSchema, {type: 'doc', content: readRoot(this.#fragment)});
    return EditorState.create({doc});
  }

  /** Splitting or copying an item repeats its id, and a new one has none: the editor gives such items new ids. */
  #withOwnIds(state: EditorState): EditorState {
    const seen = new Set<unknown>();
    const transaction = state.tr;
    state.doc.forEach((node, position) => {
      if (nodeKind(node.type.name) !== 'item') return;
      const id: unknown = node.attrs['id'];
      if (id === null || seen.has(id)) transaction.setNodeAttribute(position, 'id', this.#newId());
      seen.add(id);
    });
    return transaction.docChanged ? state.apply(transaction) : state;
  }
}
