import type {WordsFinder} from '@goldthread/schema/disclosure';
import type {PmJson} from '@goldthread/schema/prosemirror';

/** JSON without some words in any of its texts; `null` where they stand in none. */
export function cutJson(value: unknown, finder: WordsFinder): unknown {
  let isCut = false;
  const cut = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const left = finder.without(one);
      isCut ||= left !== null;
      return left ?? one;
    }
    if (Array.isArray(one)) return one.map(cut);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, cut(inner)]));
  };
  const result = cut(value);
  return isCut ? result : null;
}

/** An item without what is purged, and without all of its words where that stands across the formats of a text. */
export function cutNode(node: PmJson, finder: WordsFinder): PmJson | null {
  const cut = cutJson(node, finder) as PmJson | null;
  const left = cut ?? node;
  if (finder.in(linesOf(left)).length === 0) return cut;
  return {type: left.type, ...(left.attrs && {attrs: left.attrs})};
}

function linesOf({text, content = []}: PmJson): string {
  const isLine = content.some(child => child.text !== undefined);
  return text ?? content.map(linesOf).join(isLine ? '' : '\n');
}
