import type {ItemId, LinkRel, RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import type {PlanFacts} from './plan-facts.ts';

/** A danger statement and its goal are a pair (domain 4.2), by a link from either: from here, and back from the other. */
const PAIRED: Readonly<
  Record<string, {readonly with: string; readonly rel: LinkRel; readonly back: LinkRel}>
> = {
  danger: {with: 'goal', rel: 'goal', back: 'danger'},
  goal: {with: 'danger', rel: 'danger', back: 'goal'},
};

/**
 * A node that keeps its other half when it gets another id where fewer people read it. The other half may have led to it under the id
 * that is gone, and isn't changed: everybody reads it. So the link leads from here.
 */
export function pairedNode(doc: Y.Doc, roots: readonly RootName[], node: PmJson, formerId: ItemId): PmJson {
  const pair = PAIRED[node.type];
  if (pair === undefined) return node;
  const halves = roots
    .flatMap(root => readRoot(doc.getXmlFragment(root)))
    .filter(one => one.type === pair.with && leads(one, pair.back, formerId))
    .map(one => one.attrs?.['id'])
    .filter(id => !leads(node, pair.rel, id));
  const links = halves.map((to): PmJson => ({type: 'link', attrs: {rel: pair.rel, to}}));
  return links.length === 0 ? node : {...node, content: [...(node.content ?? []), ...links]};
}

/** A node whose links lead to the new ids of what moves along with it. */
export function relinked(node: PmJson, newIds: ReadonlyMap<unknown, ItemId>): PmJson {
  if (node.content === undefined) return node;
  const content = node.content.map(child => {
    const to = child.type === 'link' ? newIds.get(child.attrs?.['to']) : undefined;
    return to === undefined ? child : {...child, attrs: {...child.attrs, to}};
  });
  return {...node, content};
}

/**
 * The same for a node that more people get to read. Where it leads to what stays with fewer, the link stays behind: its very id would
 * tell that there is something (ruling 23).
 */
export function relinkedForMore(
  node: PmJson,
  newIds: ReadonlyMap<unknown, ItemId>,
  facts: PlanFacts,
): PmJson {
  if (node.content === undefined) return node;
  const open = new Set(facts.compartments.flatMap(({id, kind}) => (kind === 'withheld' ? [] : [id])));
  const known = new Set<unknown>(
    facts.items.flatMap(({id, compartmentId}) => (open.has(compartmentId) ? [id] : [])),
  );
  const stays = ({type, attrs}: PmJson): boolean =>
    type !== 'link' || newIds.has(attrs?.['to']) || known.has(attrs?.['to']);
  return relinked({...node, content: node.content.filter(stays)}, newIds);
}

function leads({content = []}: PmJson, rel: LinkRel, to: unknown): boolean {
  return content.some(({type, attrs}) => type === 'link' && attrs?.['rel'] === rel && attrs['to'] === to);
}
