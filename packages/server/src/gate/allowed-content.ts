import {planSchema} from '@goldthread/schema/prosemirror';

/*
 * Every content expression of the document schema requires nothing and repeats freely, so that what may stand in a
 * node doesn't depend on what stands there already: the tables below are the whole of the expressions.
 */

const children: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(planSchema.nodes).map(node => [
    node.name,
    new Set(
      Object.values(planSchema.nodes)
        .filter(child => node.contentMatch.matchType(child) !== null)
        .map(child => child.name),
    ),
  ]),
);

const marks: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(planSchema.nodes).map(node => [
    node.name,
    new Set(
      Object.values(planSchema.marks)
        .filter(mark => node.allowsMarkType(mark))
        .map(mark => mark.name),
    ),
  ]),
);

/** Whether an element or text (`text`) of this name may stand in an element of that name. */
export function mayHold(parentName: string, childName: string): boolean {
  return children.get(parentName)?.has(childName) ?? false;
}

/** Whether text in an element of this name may bear a mark. */
export function mayBear(parentName: string, markName: string): boolean {
  return marks.get(parentName)?.has(markName) ?? false;
}
