import {
  differenceOf,
  mergeWordings,
  saysTheSame,
  wordingHash,
  wordingOf,
  type Difference,
  type Wording,
} from '@goldthread/schema/proposals';
import {isItemTypeName, type ItemTypeName} from '@goldthread/schema';
import {itemIdOf, readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {Proposal} from '../../records/proposals.ts';
import {factChanges, type FactChange} from './fact-changes.ts';

/** How a suggestion stands to its item at this moment. */
export interface Standing {
  /** What the plan says. */
  readonly now: Wording;
  /** What would be different in the plan; against what stood there then, where both changed one place since. */
  readonly difference: Difference;
  /** What its facts would be instead, as an item's line of facts says them. */
  readonly facts: readonly FactChange[];
  readonly isSame: boolean;
  /** Names the wording that a yes puts into the plan; null where it has to be asked again. */
  readonly saw: string | null;
}

/** What kind of item other words are suggested for. */
export function itemTypeOf({base: {type}}: Proposal): ItemTypeName {
  return isItemTypeName(type) ? type : 'note';
}

/** Finds an item below any root of a document. */
export function elementIn(doc: Y.Doc, id: string): Y.XmlElement | null {
  for (const root of doc.share.keys()) {
    for (const child of doc.getXmlFragment(root).toArray())
      if (child instanceof Y.XmlElement && itemIdOf(child) === id) return child;
  }
  return null;
}

/** How a suggestion stands to its item; null where one of them isn't on this page. */
export function standingOf(doc: Y.Doc, proposal: Proposal): Standing | null {
  const {item, wordingId, base} = proposal;
  const [element, suggested] = [elementIn(doc, item), elementIn(doc, wordingId)];
  if (element === null || suggested === null) return null;
  const [old, now, words] = [wordingOf(base), wordingIn(element), wordingIn(suggested)];
  const merged = mergeWordings(old, now, words);
  const [before, after] = merged.ok ? [now, merged.value] : [old, words];
  return {
    now,
    difference: differenceOf(before, after),
    facts: factChanges(itemTypeOf(proposal), before.facts, after.facts),
    isSame: saysTheSame(before, after),
    saw: merged.ok ? wordingHash(merged.value) : null,
  };
}

function wordingIn(element: Y.XmlElement): Wording {
  return wordingOf(readElement(element));
}
