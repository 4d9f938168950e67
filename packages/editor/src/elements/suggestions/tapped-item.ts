import {lettersBefore, readItem, type Stretch} from './typed-on-item.ts';

/** Where a finger touched the words of an item that one may read and not change. */
export interface Tapped {
  readonly itemId: string;
  /** Behind the word that was touched; null where the browser can't tell. */
  readonly stretch: Stretch;
  readonly words: HTMLElement;
  /** The line that was touched, in pixels of the screen. */
  readonly line: {readonly x: number; readonly top: number; readonly bottom: number};
}

/** Farther than this a finger draws or scrolls. */
const STILL_PX = 10;
const HALF_LINE_PX = 14;
/** What does something of its own when it is touched. */
const ACTS = 'a[href], button, input, select, textarea, summary, [role="button"], goldthread-voice';

/** Hears where such words are touched anywhere in a plan. A mouse comes with keys, which are heard already. */
export function hearTaps(plan: HTMLElement, tell: (tapped: Tapped) => void): void {
  let began: PointerEvent | null = null;
  plan.addEventListener(
    'pointerdown',
    event => {
      // A touch that lets go of what is selected is meant for that.
      const isMeant = event.isPrimary && event.pointerType !== 'mouse' && !isSelecting();
      began = isMeant ? event : null;
    },
    {capture: true},
  );
  plan.addEventListener('click', event => {
    const from = began;
    began = null;
    if (from === null || isSelecting() || event.defaultPrevented) return;
    if (Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > STILL_PX) return;
    const tapped = tappedAt(event);
    if (tapped !== null) tell(tapped);
  });
}

function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}

function tappedAt({target, clientX: x, clientY: y}: MouseEvent): Tapped | null {
  if (!(target instanceof Element) || target.closest(ACTS) !== null) return null;
  const words = target.closest<HTMLElement>('.goldthread-item-words, goldthread-island .ProseMirror');
  const host = words?.closest('article.goldthread-item, goldthread-island');
  if (words === null || host == null || words.isContentEditable) return null;
  const item = readItem(host, words);
  if (item === null) return null;
  const place = placeIn(words, x, y);
  const line = place?.line ?? {top: y - HALF_LINE_PX, bottom: y + HALF_LINE_PX};
  return {
    itemId: item.id,
    words,
    stretch: place === null ? null : {from: place.letters, to: place.letters},
    line: {x, top: line.top, bottom: line.bottom},
  };
}

function placeIn(words: HTMLElement, x: number, y: number): {letters: number; line: DOMRect} | null {
  // Older browsers don't know it.
  if (!('caretPositionFromPoint' in document)) return null;
  const place = document.caretPositionFromPoint(x, y);
  const text = place?.offsetNode;
  if (place == null || !(text instanceof Text) || !words.contains(text)) return null;
  const rest = /^[\p{L}\p{N}'’-]*/u.exec(text.data.slice(place.offset))?.[0].length ?? 0;
  const range = document.createRange();
  range.setStart(text, place.offset);
  return {letters: lettersBefore(words, text, place.offset + rest), line: range.getBoundingClientRect()};
}
