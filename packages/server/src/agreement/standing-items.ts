import {accessThrough, rootsOf, type CompartmentId, type Reader, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {itemIdOf, readElement, readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {compartmentFactsOf, type CompartmentRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {whatTheySay} from './what-it-says.ts';

/** The compartments of a plan that a session of somebody receives. */
export function receivedBy({plan, planType, compartments}: PlanFacts, reader: Reader): CompartmentRecord[] {
  return compartments.filter(one => {
    const [root] = rootsOf(planType, one.kind);
    const facts = compartmentFactsOf(plan, one);
    return root !== undefined && accessThrough(reader, plan.stage, facts, root) !== 'none';
  });
}

/** Some items of a document as they stand now, by id; those that don't stand there are missing. */
export async function standingItems(
  {sync}: Pick<AgreementPorts, 'sync'>,
  {planType, compartments}: PlanFacts,
  id: CompartmentId,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, PmJson>> {
  const compartment = compartments.find(one => one.id === id);
  if (compartment === undefined || wanted.size === 0) return new Map();
  const found = await sync.withDocument(id, doc =>
    rootsOf(planType, compartment.kind).flatMap(root => itemsOf(doc.getXmlFragment(root), wanted)),
  );
  return new Map(found ?? []);
}

/** A hash of what a part of the plan says that everybody reads. */
export async function whatRootSays(
  {sync}: Pick<AgreementPorts, 'sync'>,
  {compartments}: PlanFacts,
  root: RootName,
): Promise<string> {
  const shared = compartments.find(({kind}) => kind === 'shared');
  const items =
    shared === undefined ? [] : await sync.withDocument(shared.id, doc => readRoot(doc.getXmlFragment(root)));
  return whatTheySay(items ?? []);
}

function itemsOf(root: Y.XmlFragment, wanted: ReadonlySet<string>): [string, PmJson][] {
  return root.toArray().flatMap((child): [string, PmJson][] => {
    const id = child instanceof Y.XmlElement ? itemIdOf(child) : null;
    return child instanceof Y.XmlElement && id !== null && wanted.has(id) ? [[id, readElement(child)]] : [];
  });
}
