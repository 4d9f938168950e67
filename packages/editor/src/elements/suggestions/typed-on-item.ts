import type {ItemFacts} from '../item-facts/item-facts.ts';

/** Words of an item that stand between two places, counted in letters from its first; null for after the last. */
export type Stretch = {readonly from: number; readonly to: number} | null;

/** What somebody pressed on the words of an item that they may read and not change. */
export interface TypedOn {
  readonly itemId: string;
  /** The letter, empty for one that is still to come; null for a key that writes none. */
  readonly text: string | null;
  /** What was selected there. */
  readonly stretch: Stretch;
}

/** Hears the keys that are pressed on such words anywhere in a plan; one that was taken does nothing else. */
export function hearTyping(plan: HTMLElement, take: (typed: TypedOn) => boolean): void {
  const onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (!isTyping(event) || !(target instanceof HTMLElement) || !target.matches('.ProseMirror')) return;
    const item = itemIn(target);
    if (item === null || item.words.isContentEditable) return;
    const {key} = event;
    const text = key.length === 1 ? key : key === 'Enter' ? null : '';
    if (!take({itemId: item.id, text, stretch: stretchIn(item.words)})) return;
    event.stopPropagation();
    // A key that is no letter yet becomes one where the focus is by then.
    if (text !== '') event.preventDefault();
  };
  plan.addEventListener('keydown', onKey, {capture: true});
}

/** Whether a key is meant for the words. A space turns the page for whoever reads. */
function isTyping({key, ctrlKey, metaKey, altKey, keyCode}: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || key === ' ') return false;
  // Phones name no key: 229 is all they say.
  return key.length === 1 || key === 'Enter' || key === 'Dead' || keyCode === 229;
}

/** An item on the page, and the element that holds its words. */
interface ReadItem {
  readonly id: string;
  readonly words: HTMLElement;
}

/** The item in which something is selected in a text box, else the first that can be seen of it. */
function itemIn(box: HTMLElement): ReadItem | null {
  const island = box.closest('goldthread-island');
  if (island !== null) return readItem(island, box);
  const {anchorNode, anchorOffset = 0} = getSelection() ?? {};
  const node = anchorNode === box ? box.childNodes[anchorOffset] : anchorNode;
  const selected = node instanceof Element ? node : node?.parentElement;
  const article = selected?.closest<HTMLElement>('article.goldthread-item');
  const all = [...box.querySelectorAll<HTMLElement>('article.goldthread-item')];
  const found = all.find(one => one === article) ?? all.find(isSeen);
  const words = found?.querySelector<HTMLElement>('.goldthread-item-words');
  return found === undefined || words == null ? null : readItem(found, words);
}

function isSeen(element: Element): boolean {
  const {top, bottom} = element.getBoundingClientRect();
  return (top + bottom) / 2 > 0;
}

/** The item of an article or an island; null where its facts aren't there yet. */
export function readItem(host: Element, words: HTMLElement): ReadItem | null {
  const facts = host.querySelector<ItemFacts>('goldthread-item-facts');
  return facts === null ? null : {id: facts.itemId, words};
}

function stretchIn(words: HTMLElement): Stretch {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) return null;
  const {startContainer, startOffset, endContainer, endOffset} = range;
  return {
    from: lettersBefore(words, startContainer, startOffset),
    to: lettersBefore(words, endContainer, endOffset),
  };
}

/** How many letters of an item's words stand before a place in them. */
export function lettersBefore(words: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
