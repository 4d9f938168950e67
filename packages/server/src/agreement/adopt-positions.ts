import {
  newId,
  partyCalled,
  type PlanId,
  type PositionId,
  type RandomBytes,
  type Stance,
} from '@goldthread/schema';
import type {PlanRecord, PositionRecord, RecordChange} from '../storage/index.ts';
import {planFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {standingItems} from './standing-items.ts';
import {whatItSays} from './what-it-says.ts';

/** What somebody said of an item, as a plan file or an older version of this server wrote it. */
export interface FiledPosition {
  readonly item: string;
  readonly party: string;
  readonly by?: string | undefined;
  readonly stance: Stance;
  readonly words?: string | undefined;
  readonly on?: string | undefined;
}

/** The people whom a file calls by keys and agencies. */
type People = Parameters<typeof partyCalled>[0];

/** A filed position as a record of an item; `null` where its party is nobody of the plan. */
export function positionOf(
  random: RandomBytes,
  people: People,
  filed: FiledPosition,
  place: Pick<PositionRecord, 'planId' | 'compartmentId' | 'itemId' | 'saw'>,
): PositionRecord | null {
  const party = partyCalled(people, filed.party);
  if (party === null) return null;
  const speaker = people.find(({key}) => key === (filed.by ?? filed.party));
  return {
    id: newId<PositionId>(random),
    ...place,
    party,
    by: speaker?.id ?? null,
    sessionId: null,
    at: filed.on === undefined ? null : Date.parse(filed.on),
    stance: filed.stance,
    words: filed.words ?? '',
  };
}

/**
 * Gives positions that an older version kept with the facts of a plan a row each, sealed with the key of their item's
 * compartment. To be awaited before anybody is let in.
 */
export async function adoptPositions(ports: AgreementPorts): Promise<void> {
  for (const plan of await ports.storage.plans()) {
    const filed = filedIn(plan);
    if (filed.length > 0) await adopt(ports, plan.id, filed);
  }
}

async function adopt(ports: AgreementPorts, planId: PlanId, filed: readonly FiledPosition[]): Promise<void> {
  const facts = await planFacts(ports, planId);
  const changes: RecordChange[] = [];
  for (const one of filed) {
    const item = facts.items.find(({id}) => id === one.item);
    if (item === undefined) continue;
    const ids = new Set<string>([item.id]);
    const node = (await standingItems(ports, facts, item.compartmentId, ids)).get(item.id);
    if (node === undefined) continue;
    const place = {planId, compartmentId: item.compartmentId, itemId: item.id, saw: whatItSays(node)};
    const put = positionOf(ports.random, facts.everyone, one, place);
    if (put !== null) changes.push({kind: 'position', put});
  }
  const without = withoutPositions(facts.plan);
  await ports.storage.updatePlan(planId, facts.plan.version, {facts: without}, changes);
}

interface Filed {
  readonly records: {readonly positions: readonly FiledPosition[]};
}

function filedIn(plan: PlanRecord): readonly FiledPosition[] {
  // Only this package ever writes the facts of a plan.
  return (JSON.parse(plan.facts) as Filed).records.positions;
}

function withoutPositions(plan: PlanRecord): string {
  const facts = JSON.parse(plan.facts) as Filed;
  return JSON.stringify({...facts, records: {...facts.records, positions: []}});
}
