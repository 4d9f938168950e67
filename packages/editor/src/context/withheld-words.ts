import type {ItemId, RootName} from '@goldthread/schema';
import {readRoot} from '@goldthread/schema/ydoc';
import type {Withholding} from '../records/withholding.ts';
import {plainWords} from './item-index.ts';
import type {PlanSource} from './plan-source.ts';

/** A withheld item as a list shows it. */
export interface WithheldWords {
  readonly id: ItemId;
  readonly words: string;
  /** The part that it stands beside; null where that isn't known. */
  readonly root: RootName | null;
}

/** The words of what a decision withholds, as far as this page has them: only readers' pages ever do. */
export function withheldWords(
  source: PlanSource,
  {compartmentId, itemIds}: Pick<Withholding, 'compartmentId' | 'itemIds'>,
): readonly WithheldWords[] {
  const open = source.docs.get(compartmentId);
  if (open === undefined) return [];
  const wanted = new Set<unknown>(itemIds);
  return readRoot(open.doc.getXmlFragment('items')).flatMap(node => {
    const {id, 'anchor.root': root} = node.attrs ?? {};
    if (!wanted.has(id)) return [];
    // The server writes both, and refuses any other.
    return [{id: id as ItemId, words: plainWords(node).trim(), root: (root ?? null) as RootName | null}];
  });
}
