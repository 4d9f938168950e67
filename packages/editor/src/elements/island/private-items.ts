import {
  isItemTypeName,
  SHAPES,
  type CompartmentId,
  type ItemId,
  type LinkRel,
  type RootName,
} from '@goldthread/schema';
import {placeItems, type PlacedItem} from '@goldthread/schema/anchor';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';

/** The links by which a withheld item says what in the plan comes of it: of any note, and of the safety map (domain 4.6). */
const FEEDING: ReadonlySet<string> = new Set<LinkRel>([SHAPES, 'need', 'outcome', 'provision']);

/** A withheld document that this reader has open. */
export interface OpenWithheld {
  readonly id: CompartmentId;
  readonly open: OpenDoc;
}

/** The withheld documents of a reader that have had their content once. */
export function withheldDocs(source: PlanSource): readonly OpenWithheld[] {
  return [...source.docs].flatMap(([id, open]) =>
    open.kind === 'withheld' && open.state.kind !== 'opening' && open.state.kind !== 'closed'
      ? [{id, open}]
      : [],
  );
}

/** Where each withheld item stands now, by section. What isn't a known type of item has no place on this page. */
export function placedItems(
  source: PlanSource,
  withheld: readonly OpenWithheld[],
): ReadonlyMap<RootName, readonly PlacedItem[]> {
  const shared = source.docFor('section:A')?.doc;
  if (shared === undefined) return new Map();
  const voice = source.docFor('house:good')?.doc;
  const docs = withheld.map(({id, open}) => ({id, doc: open.doc}));
  const placed = placeItems({shared, voice}, docs);
  return new Map(
    [...placed].map(([root, items]) => [
      root,
      items.filter(({element, itemId}) => itemId !== null && isItemTypeName(element.nodeName)),
    ]),
  );
}

/** How many withheld items of this reader are a reason for each item of the open plan. */
export function shapedItems(withheld: readonly OpenWithheld[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {open} of withheld) {
    for (const element of open.doc.getXmlFragment('items').toArray()) {
      if (!(element instanceof Y.XmlElement)) continue;
      for (const to of new Set(element.toArray().flatMap(shapedBy)))
        counts.set(to, (counts.get(to) ?? 0) + 1);
    }
  }
  return counts;
}

function shapedBy(child: unknown): string[] {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== 'link') return [];
  const {rel, to}: Readonly<Record<string, unknown>> = child.getAttributes();
  const isRel = typeof rel === 'string' && FEEDING.has(rel);
  return isRel && typeof to === 'string' ? [to] : [];
}

/** The id of the item at a place of a section's root; null before the first. */
export function idAt(source: PlanSource, root: RootName, index: number): ItemId | null {
  const child = index < 0 ? null : source.docFor(root)?.doc.getXmlFragment(root).get(index);
  const id = child instanceof Y.XmlElement ? itemIdOf(child) : null;
  // Every id in a document passed the gate, which lets only ids stand there.
  return id as ItemId | null;
}
