import {rootsOf, type ItemId, type PlanType} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {itemIdOf, readElement} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {proposalRoot, type CompartmentRecord, type ProposalRecord} from '../storage/index.ts';

/** The element of an item where it stands in a document now; `null` if it isn't there any more. */
export function elementIn(
  doc: Y.Doc,
  planType: PlanType,
  {kind}: CompartmentRecord,
  id: ItemId,
): Y.XmlElement | null {
  for (const root of rootsOf(planType, kind)) {
    const found = childOf(doc.getXmlFragment(root), id);
    if (found !== null) return found;
  }
  return null;
}

/** The words that a proposal suggests, as they stand now; `null` if its side took them out. */
export function suggestedIn(doc: Y.Doc, {id, wordingId}: ProposalRecord): PmJson | null {
  const element = childOf(doc.getXmlFragment(proposalRoot(id)), wordingId);
  return element === null ? null : readElement(element);
}

function childOf(root: Y.XmlFragment, id: ItemId): Y.XmlElement | null {
  for (const child of root.toArray())
    if (child instanceof Y.XmlElement && itemIdOf(child) === id) return child;
  return null;
}
