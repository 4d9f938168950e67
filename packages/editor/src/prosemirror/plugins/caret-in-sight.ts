import {Plugin, TextSelection} from 'prosemirror-state';
import type {EditorView} from 'prosemirror-view';

/**
 * Spares the search for something to scroll where the caret is in sight anyway, which it is at nearly every key: the
 * view would ask each element around the words for its place and try to scroll it, and every answer makes the browser
 * lay out the page. Only where nothing but the page itself scrolls, and not in a table, which scrolls sideways.
 */
export function caretInSight(): Plugin {
  /** Whether something between the words and the page scrolls; looked up again with each new focus. */
  let isInScroller: boolean | null = null;
  const isInSight = (view: EditorView): boolean => {
    const {selection} = view.state;
    const clear = view.someProp('scrollThreshold');
    if (!(selection instanceof TextSelection) || typeof clear !== 'object') return false;
    if (selection.$head.depth > 2 && isInTable(view, selection.head)) return false;
    isInScroller ??= scrolls(view.dom);
    if (isInScroller) return false;
    const at = view.coordsAtPos(selection.head, 1);
    const {width, height} = globalThis.visualViewport ?? {width: innerWidth, height: innerHeight};
    return (
      at.top >= clear.top &&
      at.bottom <= height - clear.bottom &&
      at.left >= clear.left &&
      at.right <= width - clear.right
    );
  };
  return new Plugin({
    props: {
      handleScrollToSelection: isInSight,
      handleDOMEvents: {
        focus: () => {
          isInScroller = null;
          return false;
        },
      },
    },
  });
}

function isInTable(view: EditorView, pos: number): boolean {
  const {node} = view.domAtPos(pos);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('table') !== null;
}

/** Whether an element around this one scrolls, through slots and shadow roots, or sticks to the screen. */
function scrolls(element: Element): boolean {
  for (let one = above(element); one !== null && one !== document.body; one = above(one)) {
    const {overflowX, overflowY, position} = getComputedStyle(one);
    if (/auto|scroll|hidden/.test(`${overflowX} ${overflowY}`) || /fixed|sticky/.test(position)) return true;
  }
  return false;
}

function above(node: Element): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
