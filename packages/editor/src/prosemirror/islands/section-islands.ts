import type {ItemId} from '@goldthread/schema';
import type {Node} from 'prosemirror-model';
import {Selection, type EditorState} from 'prosemirror-state';
import {Decoration, DecorationSet, type EditorView} from 'prosemirror-view';
import {toFacts} from '../commands/to-facts.ts';
import {isInList} from '../commands/toggle-list.ts';
import {itemAround, itemIdOf} from '../items.ts';
import type {SectionEditor} from '../section-editor.ts';

/** Something that is drawn between the items of a section and isn't one: a withheld item, or a line about one. */
export interface Island {
  /** The same for the same thing, however the section around it changes. */
  readonly key: string;
  /** Its part of the page, made once and kept. */
  readonly dom: HTMLElement;
  /** The item after which it stands; null at the start of the section. */
  readonly afterId: ItemId | null;
  /** Where that item was last seen, should it be gone from the view already. */
  readonly afterIndex: number;
  /** Takes the caret, at the end that it comes from, or where it was; null for what holds no words. */
  readonly focusAt: ((side: 'start' | 'end' | 'caret') => void) | null;
}

/**
 * The islands of one section's editor. They are no part of its document: each state of the editor is drawn with them,
 * computed anew from where they stand, so that their place in the page, the focus and the caret in them outlive every
 * edit around them. The section is told nothing when somebody steps into one.
 */
export class SectionIslands {
  readonly #editor: SectionEditor;
  #islands: readonly Island[] = [];
  /** The section's view in which the focus was once. */
  #wasIn: EditorView | null = null;

  constructor(editor: SectionEditor) {
    this.#editor = editor;
    editor.addEventListener('bound', this.#attach);
    this.#attach();
  }

  get editor(): SectionEditor {
    return this.#editor;
  }

  /** Shows these islands, in the order in which they are read. */
  show(islands: readonly Island[]): void {
    this.#islands = islands;
    this.#attach();
  }

  /** Whether an island is among them. */
  has(key: string): boolean {
    return this.#islands.some(island => island.key === key);
  }

  destroy(): void {
    this.#editor.removeEventListener('bound', this.#attach);
    this.#islands = [];
    const {view} = this.#editor;
    view.dom.removeEventListener('focusin', this.#onFocus);
    if (!view.isDestroyed) view.setProps({decorations: () => null, handleKeyDown: () => false});
  }

  /** Puts the caret beside an island: into the next one there, or into the item. False where it can't go. */
  leave(key: string, way: 'before' | 'after' | 'escape'): boolean {
    const {view} = this.#editor;
    const own = this.#islands.find(island => island.key === key);
    if (own === undefined) return false;
    if (way === 'escape') return this.#goBack();
    const place = placeOf(view.state.doc, own);
    const step = way === 'after' ? 1 : -1;
    const beside = this.#at(place).filter(island => island.focusAt !== null);
    const next = beside[beside.indexOf(own) + step];
    if (next !== undefined) {
      next.focusAt?.(step > 0 ? 'start' : 'end');
      return true;
    }
    const found = Selection.findFrom(view.state.doc.resolve(place), step, true);
    if (found === null) return false;
    view.dispatch(view.state.tr.setSelection(found).scrollIntoView());
    view.focus();
    return true;
  }

  /**
   * Back to the section, with the caret where it was there. Where it never was in the words nobody is told that it is
   * now: the caller has to find another place for the focus.
   */
  #goBack(): boolean {
    if (this.#editor.view !== this.#wasIn) return false;
    this.#wasIn.focus();
    return true;
  }

  readonly #onFocus = ({target}: FocusEvent): void => {
    const {view} = this.#editor;
    if (target === view.dom) this.#wasIn = view;
  };

  readonly #attach = (): void => {
    const {view} = this.#editor;
    if (view.hasFocus()) this.#wasIn = view;
    view.dom.addEventListener('focusin', this.#onFocus);
    view.setProps({
      decorations: state => this.#draw(state),
      handleKeyDown: (view, event) => this.#onKey(view, event),
    });
  };

  #draw({doc}: EditorState): DecorationSet {
    this.#keepFocus();
    return DecorationSet.create(
      doc,
      this.#islands.map(({key, dom, ...place}, order) =>
        Decoration.widget(placeOf(doc, place), () => dom, {
          key: `island:${key}`,
          side: order + 1,
          stopEvent: () => true,
          ignoreSelection: true,
        }),
      ),
    );
  }

  /** An island whose neighbour was moved away is moved in the page too, and what is moved loses the focus. */
  #keepFocus(): void {
    const holder = this.#islands.find(({dom}) => dom.contains(document.activeElement));
    if (holder === undefined) return;
    queueMicrotask(() => {
      if (document.activeElement === document.body && holder.dom.isConnected) holder.focusAt?.('caret');
    });
  }

  #at(place: number): readonly Island[] {
    const {doc} = this.#editor.view.state;
    return this.#islands.filter(island => placeOf(doc, island) === place);
  }

  /** Arrows at the edge of an item lead into the islands beside it; so does Tab where the item has no facts. */
  #onKey(view: EditorView, event: KeyboardEvent): boolean {
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    const {state} = view;
    const item = itemAround(state.selection.$head);
    if (item === null) return false;
    const end = item.pos + item.node.nodeSize;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowRight':
        return isAtEdge(view, event.key, state.doc.resolve(end - 1), -1) && this.#enter(end, 'start');
      case 'ArrowUp':
      case 'ArrowLeft':
        return isAtEdge(view, event.key, state.doc.resolve(item.pos + 1), 1) && this.#enter(item.pos, 'end');
      case 'Tab':
        return !isInList(state) && !toFacts(state, undefined, view) && this.#enter(end, 'start');
      default:
        return false;
    }
  }

  #enter(place: number, side: 'start' | 'end'): boolean {
    const islands = this.#at(place).filter(island => island.focusAt !== null);
    const first = side === 'start' ? islands[0] : islands.at(-1);
    first?.focusAt?.(side);
    return first !== undefined;
  }
}

const ARROWS = {ArrowDown: 'down', ArrowRight: 'right', ArrowUp: 'up', ArrowLeft: 'left'} as const;

/** Whether an arrow would lead the caret out of the words that lie next to an edge of its item. */
function isAtEdge(
  view: EditorView,
  key: keyof typeof ARROWS,
  $edge: ReturnType<Node['resolve']>,
  inwards: 1 | -1,
): boolean {
  const {empty, $head} = view.state.selection;
  const found = Selection.findFrom($edge, inwards, true);
  return empty && found !== null && found.$head.start() === $head.start() && view.endOfTextblock(ARROWS[key]);
}

/**
 * The position of an island in a state, which may be a key ahead of the document that its place was computed from: where
 * its neighbour is gone it stands after the one before.
 */
function placeOf(doc: Node, {afterId, afterIndex}: Pick<Island, 'afterId' | 'afterIndex'>): number {
  if (afterId === null && afterIndex < 0) return 0;
  let end = 0;
  let atIndex = 0;
  let afterItem: number | null = null;
  doc.forEach((node, offset, index) => {
    end = offset + node.nodeSize;
    if (index < afterIndex || (afterId === null && index === afterIndex)) atIndex = end;
    if (afterId !== null && itemIdOf(node) === afterId) afterItem = end;
  });
  return afterItem ?? atIndex;
}
