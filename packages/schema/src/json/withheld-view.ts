import type * as Y from 'yjs';
import {placeItems, type AnchorDocs, type PlacedItem} from '../anchor/index.ts';
import type {CompartmentId} from '../base/ids.ts';
import type {RootName} from '../plan/root.ts';
import {readElement} from '../ydoc/read-root.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import type {Audience, ParticipantKey} from './names.ts';

/** One item of a view and who receives it; nothing is said of statutory text, which everyone does. */
export interface ViewNode {
  readonly node: PmJson;
  readonly audience: Audience | undefined;
}

/** A withheld document that a reader receives, and who else does as far as this reader may know. */
export interface WithheldView {
  readonly id: CompartmentId;
  readonly doc: Y.Doc;
  readonly audience: readonly ParticipantKey[];
}

/** Gives a function that puts the withheld items of a section where they stand among its open ones. */
export function besideRoot(
  docs: AnchorDocs,
  withheld: readonly WithheldView[],
): (root: RootName, open: readonly ViewNode[]) => readonly ViewNode[] {
  const placed = placeItems(docs, withheld);
  const audiences = new Map(withheld.map(({id, audience}) => [id, audience]));
  const nodesAt = (items: readonly PlacedItem[]): ViewNode[] => {
    const groups = [...Map.groupBy(items, one => one.compartmentId)].map(([id, list]) =>
      list.map(({element}) => ({node: readElement(element), audience: [...(audiences.get(id) ?? [])]})),
    );
    return groups.sort(byWords).flat();
  };
  return (root, open) => {
    const here = placed.get(root) ?? [];
    const after = (index: number) => nodesAt(here.filter(one => one.afterIndex === index));
    const behind = here.filter(one => one.afterIndex >= open.length);
    return [...after(-1), ...open.flatMap((one, index) => [one, ...after(index)]), ...nodesAt(behind)];
  };
}

/** Documents have no order but that of their random ids; by their words a view is the same for every set of ids. */
function byWords([one]: readonly ViewNode[], [other]: readonly ViewNode[]): number {
  return sayOf(one) < sayOf(other) ? -1 : 1;
}

function sayOf(one: ViewNode | undefined): string {
  return one === undefined
    ? ''
    : JSON.stringify(one, (name, value: unknown) => (name === 'attrs' ? undefined : value));
}
