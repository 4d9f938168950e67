import {isRootName, PLAN_TYPES, type CompartmentId, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {tracedItem, type TracedItem} from '@goldthread/schema/traces';
import {readRoot} from '@goldthread/schema/ydoc';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {withheldDocs} from '../island/private-items.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {factsOf} from '../section/facts-of.ts';

/** An item of the plan as one reader has it. */
export interface SaidItem extends TracedItem {
  /** The withheld document in which it stands; null for what everybody reads. */
  readonly compartmentId: CompartmentId | null;
  /** "B4"; empty beside the plan. */
  readonly label: string;
  readonly mode: string;
  readonly date: string;
}

/** Every item that this reader has, in the order of the plan, private ones after the others of their part. */
export function readSaid(plan: PlanHost): readonly SaidItem[] {
  const {source, index} = plan;
  const facts = source?.facts ?? null;
  if (source === null || facts === null) return [];
  const kept = withheldDocs(source).flatMap(({id, open: {doc}}) =>
    readRoot(doc.getXmlFragment('items')).map(node => ({node, id})),
  );
  // A part that this page doesn't show has what the child said all the same.
  return (PLAN_TYPES[facts.planType]?.sections ?? []).flatMap(({root}) => {
    const doc = source.docFor(root)?.doc;
    const open = doc === undefined ? [] : readRoot(doc.getXmlFragment(root));
    const beside = kept.filter(({node}) => anchorOf(node) === root);
    return [
      ...open.flatMap(node => itemOf(node, root, null, facts, index.byId)),
      ...beside.flatMap(({node, id}) => itemOf(node, root, id, facts, index.byId)),
    ];
  });
}

function itemOf(
  node: PmJson,
  root: RootName,
  compartmentId: CompartmentId | null,
  {childName, people}: PlanFacts,
  known: PlanHost['index']['byId'],
): SaidItem[] {
  const names = [childName, ...people.filter(({role}) => role === 'child').map(({name}) => name)];
  const item = tracedItem(node, root, names);
  if (item === null) return [];
  const {mode, date} = factsOf(node).facts;
  return [
    {
      ...item,
      compartmentId,
      label: known.get(item.id)?.label ?? '',
      mode: String(mode ?? ''),
      date: String(date ?? ''),
    },
  ];
}

function anchorOf({attrs}: PmJson): RootName | null {
  const root = attrs?.['anchor.root'];
  return typeof root === 'string' && isRootName(root) ? root : null;
}
