import {newId, type CompartmentId, type ParticipantId} from '@goldthread/schema';
import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';
import type {CompartmentRecord} from '../storage/index.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** The document of exactly these readers: the one that there is, or one that is yet to be written. */
export function compartmentFor(
  {random, clock}: Pick<WithholdingPorts, 'random' | 'clock'>,
  facts: PlanFacts,
  audience: readonly ParticipantId[],
): {readonly compartment: CompartmentRecord; readonly isNew: boolean} {
  const existing = facts.compartments.find(
    one => one.kind === 'withheld' && isSameSet(one.audience, audience),
  );
  if (existing !== undefined) return {compartment: existing, isNew: false};
  const compartment: CompartmentRecord = {
    id: newId<CompartmentId>(random),
    planId: facts.plan.id,
    kind: 'withheld',
    audience,
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    createdAt: clock.now(),
  };
  return {compartment, isNew: true};
}

function isSameSet(one: readonly string[] | null, other: readonly string[]): boolean {
  return one !== null && one.length === other.length && other.every(id => one.includes(id));
}
