import {Plugin, PluginKey, type EditorState} from 'prosemirror-state';
import {Decoration, DecorationSet, type EditorView} from 'prosemirror-view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from 'y-prosemirror';
import type {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {participantOf} from '../../sync/presence.ts';
import {inPause} from '../../sync/typing-pause.ts';
import {isSyncTransaction} from '../is-sync-transaction.ts';
import type {SectionEditorOptions} from '../section-editor.ts';
import {drawCursor} from './draw-cursor.ts';

type People = SectionEditorOptions['people'];

/** So long cursors that moved are gathered, in milliseconds: about as long as the words that they stand behind. */
const GATHER = {least: 50, most: 150};

const key = new PluginKey<DecorationSet>('goldthread-remote-cursors');

/**
 * Shows where others are, and tells them where this person is. The own cursor is never taken back when the focus
 * leaves: that would tell everyone in this document when the person turns to another. Decorations are held, mapped
 * through own edits and made anew only for other people's.
 */
export function remoteCursors(awareness: Awareness, people: People): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set, _old, state) =>
        isSyncTransaction(transaction) || transaction.getMeta(key) === true
          ? drawAll(state, awareness, people)
          : set.map(transaction.mapping, transaction.doc),
    },
    props: {decorations: state => key.getState(state)},
    view: view => new CursorWatch(view, awareness),
  });
}

/** Follows presence for one view, and keeps the own cursor told. */
class CursorWatch {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  #stopWaiting: (() => void) | null = null;
  #here = new Set<number>();

  constructor(view: EditorView, awareness: Awareness) {
    this.#view = view;
    this.#awareness = awareness;
    awareness.on('change', this.#onChange);
    view.dom.addEventListener('focusin', this.#tell);
    this.#redrawSoon();
  }

  update(): void {
    this.#tell();
  }

  destroy(): void {
    this.#stopWaiting?.();
    this.#awareness.off('change', this.#onChange);
    this.#view.dom.removeEventListener('focusin', this.#tell);
  }

  readonly #onChange = (change: {added: number[]; updated: number[]; removed: number[]}): void => {
    const states = this.#awareness.getStates();
    for (const cid of [...change.added, ...change.updated, ...change.removed]) {
      if (cid === this.#awareness.clientID) continue;
      const isHere = cursorOf(this.#view.state, states.get(cid)) !== null;
      // Most cursors are in other sections, and drawing costs a pass through every plugin.
      if (isHere || this.#here.has(cid)) this.#redrawSoon();
      if (isHere) this.#here.add(cid);
      else this.#here.delete(cid);
    }
  };

  #redrawSoon(): void {
    this.#stopWaiting ??= inPause(
      () => {
        this.#stopWaiting = null;
        // A new element beside the word being composed would end the composition.
        if (this.#view.composing) this.#redrawSoon();
        else this.#view.dispatch(this.#view.state.tr.setMeta(key, true).setMeta('addToHistory', false));
      },
      GATHER.least,
      GATHER.most,
    );
  }

  readonly #tell = (): void => {
    if (!this.#view.hasFocus()) return;
    const {state} = this.#view;
    const {type, binding} = syncState(state);
    const {anchor, head} = state.selection;
    // The binding types a position as any.
    const place = (pos: number) => absolutePositionToRelativePosition(pos, type, binding.mapping) as object;
    const text = JSON.stringify({anchor: place(anchor), head: place(head)});
    const told: unknown = this.#awareness.getLocalState()?.['cursor'];
    // Kept as plain data, so that it compares equal to what comes back from JSON.
    if (JSON.stringify(told) !== text) this.#awareness.setLocalStateField('cursor', JSON.parse(text));
  };
}

function drawAll(state: EditorState, awareness: Awareness, people: People): DecorationSet {
  const decorations: Decoration[] = [];
  let known: ReturnType<People> | undefined;
  for (const [cid, presence] of awareness.getStates()) {
    const cursor = cid === awareness.clientID ? null : cursorOf(state, presence);
    if (cursor === null) continue;
    const id = participantOf(presence);
    // Who is here is worked out from all documents, so it is asked once, and only where there is a cursor to draw.
    const person = (known ??= people()).find(one => one.id === id);
    if (person === undefined) continue;
    const end = Math.max(state.doc.content.size - 1, 0);
    const head = Math.min(cursor.head, end);
    const anchor = Math.min(cursor.anchor, end);
    const draw = (): HTMLElement => drawCursor(person.name, person.hand);
    decorations.push(
      Decoration.widget(head, draw, {key: `${cid}:${person.name}`, side: 10, ignoreSelection: true}),
    );
    if (head !== anchor) {
      const attrs = {class: `goldthread-selection goldthread-hand-${person.hand}`};
      decorations.push(Decoration.inline(Math.min(head, anchor), Math.max(head, anchor), attrs));
    }
  }
  return DecorationSet.create(state.doc, decorations);
}

interface SyncState {
  readonly doc: Y.Doc;
  readonly type: Y.XmlFragment;
  readonly binding: ProsemirrorBinding;
}

function syncState(state: EditorState): SyncState {
  // The plugin's state is typed as any.
  return ySyncPluginKey.getState(state) as SyncState;
}

/** Where a cursor stands in this section; null if it is in another, or can't be read. */
function cursorOf(state: EditorState, presence: unknown): {anchor: number; head: number} | null {
  const cursor = fieldOf(presence, 'cursor');
  const anchor = placeOf(state, fieldOf(cursor, 'anchor'));
  const head = placeOf(state, fieldOf(cursor, 'head'));
  return anchor === null || head === null ? null : {anchor, head};
}

function placeOf(state: EditorState, json: unknown): number | null {
  if (typeof json !== 'object' || json === null) return null;
  const {doc, type, binding} = syncState(state);
  try {
    const position = Y.createRelativePositionFromJSON(json);
    return relativePositionToAbsolutePosition(doc, type, position, binding.mapping);
  } catch {
    // A cursor is anybody's JSON, and one that points into text not yet here can't be placed.
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
