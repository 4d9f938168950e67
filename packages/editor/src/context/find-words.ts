import {
  PLAN_TYPES,
  isRootName,
  rootsOf,
  sectionOf,
  withName,
  type CompartmentId,
  type CompartmentKind,
  type RootName,
} from '@goldthread/schema';
import {WordsFinder} from '@goldthread/schema/disclosure';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import {plainWords} from './item-index.ts';
import type {PlanSource} from './plan-source.ts';

/** An open document, and where some words stand in it. */
export interface DocumentWithWords {
  readonly id: CompartmentId;
  readonly kind: CompartmentKind;
  /** In how many items they stand. */
  readonly places: number;
  /** The sections in which they stand, by letter or plain title; of a withheld one, those beside which. */
  readonly parts: readonly string[];
}

const ORDER: readonly CompartmentKind[] = ['shared', 'voice', 'withheld'];

/** Looks for words in every document that this person has open: in texts and in facts. */
export function findWords(source: PlanSource, words: string): readonly DocumentWithWords[] {
  const {facts} = source;
  const type = facts === null ? undefined : PLAN_TYPES[facts.planType];
  if (facts === null || type === undefined) return [];
  const finder = new WordsFinder(words);
  const found = [...source.docs].map(([id, open]) => {
    const parts: string[] = [];
    let places = 0;
    for (const root of rootsOf(type, open.kind)) {
      for (const node of readRoot(open.doc.getXmlFragment(root))) {
        if (!textsOf(node).some(text => finder.in(text).length > 0)) continue;
        places += 1;
        const section = sectionOf(type, anchorOf(node) ?? root);
        if (section === undefined) continue;
        const name = section.letter ?? withName(section.plainTitle, facts.childName);
        if (!parts.includes(name)) parts.push(name);
      }
    }
    return {id, kind: open.kind, places, parts};
  });
  return found.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
}

/** The words of an item, and each of its facts and those of its links, one by one. */
function textsOf(node: PmJson): readonly string[] {
  return [plainWords(node), ...factsOf(node)];
}

function factsOf({attrs, content}: PmJson): readonly string[] {
  const own = Object.values(attrs ?? {}).filter(value => typeof value === 'string');
  return [...own, ...(content ?? []).flatMap(factsOf)];
}

function anchorOf({attrs}: PmJson): RootName | null {
  const root = attrs?.['anchor.root'];
  return typeof root === 'string' && isRootName(root) ? root : null;
}
