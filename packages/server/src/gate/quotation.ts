import type * as Y from 'yjs';
import {QUOTES} from '@goldthread/schema';
import {asElement, typeOf} from './struct-store.ts';

/**
 * Whether an item of the document repeats words of the child's: the server made it from them, nobody's client changes anything in it or
 * takes it out, the child's own neither (C03).
 */
export function isQuotation(item: Y.Item): boolean {
  const element = asElement(typeOf(item));
  for (let child = element?._start ?? null; child !== null; child = child.right) {
    const part = child.deleted ? null : asElement(typeOf(child));
    if (part?.nodeName === 'link' && part.getAttribute('rel') === QUOTES) return true;
  }
  return false;
}
