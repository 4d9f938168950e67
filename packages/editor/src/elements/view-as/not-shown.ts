import type {ItemId, RootName, SectionSpec} from '@goldthread/schema';
import {attributeOf, type PmJson} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import {plainWords} from '../../context/item-index.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import type {SeenPlan} from '../../records/view-as.ts';

/** An item that this person receives and somebody else doesn't. */
export interface NotShown {
  readonly id: ItemId;
  readonly root: RootName;
  readonly words: string;
}

/** What of this person's own view is in none of somebody else's, in the order of the plan. Made of what is on this page. */
export function notShown(
  source: PlanSource,
  sections: readonly SectionSpec[],
  seen: SeenPlan,
): readonly NotShown[] {
  const shown = new Set([...seen.items.values()].flat().map(({node}) => attributeOf(node, 'id')));
  const withheld = [...source.docs.values()]
    .filter(({kind, state}) => kind === 'withheld' && state.kind !== 'closed')
    .flatMap(({doc}) => readRoot(doc.getXmlFragment('items')));
  return sections.flatMap(({root}) => {
    const open = source.docFor(root)?.doc;
    const here = [
      ...(open === undefined ? [] : readRoot(open.getXmlFragment(root))),
      ...withheld.filter(node => attributeOf(node, 'anchor.root') === root),
    ];
    return here.flatMap(node => {
      const id = attributeOf(node, 'id');
      // The gate lets no item in without an id of the right shape.
      return typeof id !== 'string' || shown.has(id) ? [] : [{id: id as ItemId, root, words: wordsIn(node)}];
    });
  });
}

function wordsIn(node: PmJson): string {
  return plainWords(node).trim();
}
