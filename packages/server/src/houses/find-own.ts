import type {ItemId, ParticipantId} from '@goldthread/schema';
import {witnesses} from '../audit/index.ts';
import {RequestProblem} from '../errors.ts';
import {isInForce, type CompartmentRecord, type ItemRecord, type PlanStorage} from '../storage/index.ts';
import {isReader, peopleKnownTo, type PlanFacts} from '../withholding/index.ts';

/** Somebody to whom a child's choice doesn't take back what they have seen. */
export interface Seer {
  readonly id: string;
  readonly name: string;
}

/** An item of the child's own in a house, and where it is; nothing that a decision of somebody else's holds where it is. */
export async function findOwn(
  storage: Pick<PlanStorage, 'withholdings'>,
  facts: PlanFacts,
  child: ParticipantId,
  itemId: ItemId,
): Promise<readonly [ItemRecord, CompartmentRecord]> {
  const [record, compartment] = placeOfOwn(facts, child, itemId);
  if (await isHeld(storage, record)) throw new RequestProblem('HELD_BY_DECISION');
  return [record, compartment];
}

/** Whether a decision to withhold holds an item where it is. */
export async function isHeld(
  storage: Pick<PlanStorage, 'withholdings'>,
  {id, planId, compartmentId}: ItemRecord,
): Promise<boolean> {
  const decisions = await storage.withholdings(planId);
  return decisions.some(
    one => isInForce(one) && one.compartmentId === compartmentId && one.itemIds.includes(id),
  );
}

/** An item of the child's own in a house, and where it is. */
export function placeOfOwn(
  facts: PlanFacts,
  child: ParticipantId,
  itemId: ItemId,
): readonly [ItemRecord, CompartmentRecord] {
  for (const compartment of facts.compartments) {
    const record = facts.items.find(one => one.id === itemId && one.compartmentId === compartment.id);
    if (record === undefined || !isReader(compartment, child)) continue;
    const isInHouse = (record.anchorRoot ?? record.root).startsWith('house:') && record.type !== 'note';
    if (!isInHouse || record.owner !== child) continue;
    return [record, compartment];
  }
  throw new RequestProblem('NOT_FOUND');
}

/** Everybody, of whom the child may know, who had an item open where it was and isn't among its readers any more. */
export async function seenBefore(
  storage: Pick<PlanStorage, 'audit' | 'sessions'>,
  facts: PlanFacts,
  child: ParticipantId,
  {createdAt}: ItemRecord,
  from: CompartmentRecord,
  readers: readonly ParticipantId[],
): Promise<readonly Seer[]> {
  const {id: planId} = facts.plan;
  const all = witnesses(await storage.audit(planId), await storage.sessions(planId), from.id, createdAt);
  const gone = new Set(all.map(({id}) => id).filter(id => id !== child && !readers.includes(id)));
  return peopleKnownTo({...facts, people: facts.everyone}, child).flatMap(({id, name}) =>
    gone.has(id) ? [{id, name}] : [],
  );
}

/** The document of the houses that everybody receives. */
export function voiceOf(facts: PlanFacts): CompartmentRecord {
  const voice = facts.compartments.find(({kind}) => kind === 'voice');
  if (voice === undefined) throw new RequestProblem('NOT_FOUND');
  return voice;
}

/** Who reads a document. */
export function readersOf(facts: PlanFacts, {audience}: CompartmentRecord): readonly ParticipantId[] {
  return audience ?? facts.people.map(({id}) => id);
}

/** With whom a child shares who wasn't asked yet: the worker who leads the plan. */
export function leadOf(facts: PlanFacts): readonly ParticipantId[] {
  return facts.people.flatMap(({id, lead}) => (lead ? [id] : []));
}

/** The people whom a choice names; everybody of whom the child may know where it is everybody. */
export function namedOf(
  facts: PlanFacts,
  {id}: {readonly id: ParticipantId},
  sharing: 'everyone' | readonly ParticipantId[],
): readonly ParticipantId[] {
  return sharing === 'everyone' ? peopleKnownTo(facts, id).map(one => one.id) : sharing;
}
