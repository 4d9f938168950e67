import type {ItemFacts} from '../item-facts/item-facts.ts';
import * as Y from 'yjs';

/** The words of one item on the page. */
export interface PageWords {
  readonly text: string;
  /** From one letter to another; null where there are fewer. */
  range(from: number, to: number): Range | null;
}

/** The words of an item as they stand in a plan's page; null where it doesn't stand there. */
export function wordsOnPage(plan: Element, item: string): PageWords | null {
  const facts = [...plan.querySelectorAll<ItemFacts>('goldthread-item-facts')].find(
    one => one.itemId === item,
  );
  const host = facts?.closest('article, goldthread-island');
  if (host == null) return null;
  const nodes = textsOf(host.querySelector('.goldthread-item-words, .ProseMirror') ?? host);
  return {
    text: nodes.map(({data}) => data).join(''),
    range(from, to) {
      const [start, end] = [placeOf(nodes, from, false), placeOf(nodes, to, true)];
      if (start === null || end === null) return null;
      const range = document.createRange();
      range.setStart(start.node, start.at);
      range.setEnd(end.node, end.at);
      return range;
    },
  };
}

/** What others' carets draw beside words is none of them. */
function textsOf(words: Element): Text[] {
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.parentElement?.closest('.ProseMirror-widget') === null) found.push(node);
  return found;
}

function placeOf(nodes: readonly Text[], letters: number, isEnd: boolean): {node: Text; at: number} | null {
  let left = letters;
  for (const node of nodes) {
    if (isEnd ? left <= node.length : left < node.length) return {node, at: left};
    left -= node.length;
  }
  return null;
}

/** How many letters of its item stand before a place of one of its texts. */
export function textIn(text: Y.XmlText, index: number): number {
  let item: Y.XmlText | Y.XmlElement = text;
  // An item stands directly below a root.
  while (item.parent instanceof Y.XmlElement) item = item.parent;
  let before = 0;
  for (const one of item instanceof Y.XmlElement ? textsBelow(item) : []) {
    if (one === text) return before + index;
    before += one.length;
  }
  return index;
}

function textsBelow(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsBelow(child) : [];
  });
}
