import * as Y from 'yjs';
import {parseId, type CompartmentId, type ItemId} from '../base/ids.ts';
import {ANCHORED_ROOT} from '../plan/anchor-attribute.ts';
import type {RootName} from '../plan/root.ts';
import {fragmentOf, type AnchorDocs} from './anchor-docs.ts';
import {readAnchor} from './anchor-attributes.ts';
import type {AnchoredPlace, AnchorState} from './anchor.ts';
import {resolveAnchor} from './resolve-anchor.ts';

/** One withheld document that a reader receives. */
export interface WithheldDoc {
  readonly id: CompartmentId;
  readonly doc: Y.Doc;
}

/** One withheld item with the place where it stands now. */
export interface PlacedItem extends AnchoredPlace {
  readonly compartmentId: CompartmentId;
  readonly itemId: ItemId | null;
  readonly element: Y.XmlElement;
}

/** Where a withheld item stands of which nobody ever said where. */
const HOMELESS: RootName = 'section:A';

const SURENESS: Readonly<Record<AnchorState, number>> = {exact: 0, moved: 1, loose: 2};

/** An item that has an anchor, and those after it that have none. */
interface Group {
  readonly place: AnchoredPlace;
  readonly items: PlacedItem[];
}

/**
 * Every withheld item that a reader receives, by section, in the order in which they are read. Items at one place stand
 * in an order that depends on nothing but the documents: surest first, then by compartment, then as they stand in
 * their document. An item without an anchor stands with the item before it.
 */
export function placeItems(
  docs: AnchorDocs,
  withheld: readonly WithheldDoc[],
): ReadonlyMap<RootName, readonly PlacedItem[]> {
  const inOrder = [...withheld].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = inOrder.flatMap(one => groupsOf(docs, one));
  // Sorting keeps the order of what is equal: that of the compartments, and of each document.
  groups.sort(
    ({place: a}, {place: b}) => a.afterIndex - b.afterIndex || SURENESS[a.state] - SURENESS[b.state],
  );
  const placed = new Map<RootName, PlacedItem[]>();
  for (const {place, items} of groups) placed.set(place.root, [...(placed.get(place.root) ?? []), ...items]);
  return placed;
}

function groupsOf(docs: AnchorDocs, {id, doc}: WithheldDoc): Group[] {
  const groups: Group[] = [];
  for (const element of doc.getXmlFragment(ANCHORED_ROOT).toArray()) {
    if (!(element instanceof Y.XmlElement)) continue;
    const attributes: Readonly<Record<string, unknown>> = element.getAttributes();
    const anchor = readAnchor(attributes);
    const last = groups.at(-1);
    const group =
      anchor === null
        ? (last ?? {place: homeless(docs), items: []})
        : {place: resolveAnchor(docs, anchor), items: []};
    if (group !== last) groups.push(group);
    const itemId = parseId<ItemId>(attributes['id']);
    group.items.push({
      ...group.place,
      compartmentId: id,
      itemId: itemId.ok ? itemId.value : null,
      element,
    });
  }
  return groups;
}

function homeless(docs: AnchorDocs): AnchoredPlace {
  const length = fragmentOf(docs, HOMELESS)?.length ?? 0;
  return {root: HOMELESS, afterIndex: length - 1, state: 'loose'};
}
