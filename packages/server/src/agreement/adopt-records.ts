import type {PlanId} from '@goldthread/schema';
import type {PlanRecord, RecordChange} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {positionOf, type FiledPosition} from './filed-position.ts';
import {scaleOf, type FiledScale} from './filed-scale.ts';
import {standingItems} from './standing-items.ts';
import {whatItSays} from './what-it-says.ts';

/**
 * Gives positions and scales that an older version kept with the facts of a plan a row each, sealed with the key of their own
 * compartment. To be awaited before anybody is let in.
 */
export async function adoptRecords(ports: AgreementPorts): Promise<void> {
  for (const plan of await ports.storage.plans()) {
    const {positions, scales} = filedIn(plan);
    if (positions.length > 0 || scales.length > 0) await adopt(ports, plan.id, positions, scales);
  }
}

async function adopt(
  ports: AgreementPorts,
  planId: PlanId,
  positions: readonly FiledPosition[],
  scales: readonly FiledScale[],
): Promise<void> {
  const facts = await planFacts(ports, planId);
  const changes: RecordChange[] = [];
  for (const one of positions) changes.push(...(await adoptedPosition(ports, facts, one)));
  const shared = facts.compartments.find(({kind}) => kind === 'shared');
  for (const one of scales) {
    if (shared === undefined) continue;
    const place = {planId, compartmentId: shared.id, at: facts.plan.createdAt};
    changes.push({kind: 'scale', put: scaleOf(ports.random, facts.everyone, one, place)});
  }
  const without = withoutThem(facts.plan);
  await ports.storage.updatePlan(planId, facts.plan.version, {facts: without}, changes);
}

async function adoptedPosition(
  ports: AgreementPorts,
  facts: PlanFacts,
  filed: FiledPosition,
): Promise<RecordChange[]> {
  const item = facts.items.find(({id}) => id === filed.item);
  if (item === undefined) return [];
  const {id: itemId, compartmentId} = item;
  const node = (await standingItems(ports, facts, compartmentId, new Set([itemId]))).get(itemId);
  if (node === undefined) return [];
  const place = {planId: facts.plan.id, compartmentId, itemId, saw: whatItSays(node)};
  const put = positionOf(ports.random, facts.everyone, filed, place);
  return put === null ? [] : [{kind: 'position', put}];
}

interface Filed {
  readonly records: {readonly positions: readonly FiledPosition[]; readonly scales: readonly FiledScale[]};
}

function filedIn(plan: PlanRecord): Filed['records'] {
  // Only this package ever writes the facts of a plan.
  return (JSON.parse(plan.facts) as Filed).records;
}

function withoutThem(plan: PlanRecord): string {
  const facts = JSON.parse(plan.facts) as Filed;
  return JSON.stringify({...facts, records: {...facts.records, positions: [], scales: []}});
}
