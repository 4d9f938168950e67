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

/** Where what a child says to everybody stands. */
const HOUSES: readonly RootName[] = ['house:good', 'house:worries', 'house:dreams'];

/** The words of what a decision withholds, or of what a child asks help with, as far as this page has them: only readers' pages ever do. */
export function withheldWords(
  source: PlanSource,
  {compartmentId, itemIds}: Pick<Withholding, 'compartmentId' | 'itemIds'>,
): readonly WithheldWords[] {
  const open = source.docs.get(compartmentId);
  if (open === undefined) return [];
  const wanted = new Set<unknown>(itemIds);
  const roots: readonly RootName[] = open.kind === 'withheld' ? ['items'] : HOUSES;
  return roots.flatMap(root =>
    readRoot(open.doc.getXmlFragment(root)).flatMap(node => {
      const {id, 'anchor.root': beside} = node.attrs ?? {};
      if (!wanted.has(id)) return [];
      // The server writes both, and refuses any other.
      const part = root === 'items' ? ((beside ?? null) as RootName | null) : root;
      return [{id: id as ItemId, words: plainWords(node).trim(), root: part}];
    }),
  );
}
