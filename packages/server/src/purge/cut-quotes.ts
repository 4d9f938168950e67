import type {RootName} from '@goldthread/schema';
import type {WordsFinder} from '@goldthread/schema/disclosure';
import * as Y from 'yjs';
import {attributesOf} from './cut-words.ts';

/**
 * Takes the first words of an open item, which a withheld one keeps to find its place again, out of a withheld document where
 * they tell what is purged there. Gives how many there were. Its place is found by its other anchors.
 */
export function cutQuotes(doc: Y.Doc, roots: ReadonlySet<RootName>, finder: WordsFinder): number {
  const quoting = quotesOf(doc, roots).filter(([, quote]) => finder.isToldBy(quote));
  for (const [item] of quoting) item.setAttribute('anchor.quote', '');
  return quoting.length;
}

/** Whether {@link cutQuotes} would find something. */
export function quotesWords(doc: Y.Doc, roots: ReadonlySet<RootName>, finder: WordsFinder): boolean {
  return quotesOf(doc, roots).some(([, quote]) => finder.isToldBy(quote));
}

function quotesOf(doc: Y.Doc, roots: ReadonlySet<RootName>): [Y.XmlElement, string][] {
  return doc
    .getXmlFragment('items')
    .toArray()
    .flatMap((item): [Y.XmlElement, string][] => {
      if (!(item instanceof Y.XmlElement)) return [];
      const {'anchor.quote': quote, 'anchor.root': root} = attributesOf(item);
      // Only names of roots ever stand there.
      const isThere = typeof root === 'string' && roots.has(root as RootName);
      return isThere && typeof quote === 'string' && quote !== '' ? [[item, quote]] : [];
    });
}
