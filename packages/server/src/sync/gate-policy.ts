import {itemTypesOf, type RootName} from '@goldthread/schema';
import {GATE_LIMITS, type GatePolicy} from '../gate/index.ts';
import type {Holder} from './connection.ts';
import type {LivePlan, Rights} from './live-plan.ts';
import type {Room} from './room.ts';

/** What the gate may know about one person in one room, from the records as they are when `rights` were decided. */
export function gatePolicy(room: Room, holder: Holder, rights: Rights): GatePolicy {
  const {plan, compartment, bindings} = room;
  const roots = new Set<string>(plan.rootsOf(rights.facts));
  const writable = new Set<RootName>(rights.writable);
  const types = new Map<RootName, ReadonlySet<string>>();
  return {
    isOwnClient: clientId => bindings.get(clientId) === holder.participantId,
    isKnownRoot: (root): root is RootName => roots.has(root),
    mayWriteRoot: root => writable.has(root),
    allowsItemType(root, typeName) {
      let allowed = types.get(root);
      if (allowed === undefined) {
        allowed = new Set<string>(itemTypesOf(plan.access.planType, root));
        types.set(root, allowed);
      }
      return allowed.has(typeName);
    },
    mayWriteItem: (root, itemId, type, beside) => plan.mayWriteItem(rights, root, {itemId, type, beside}),
    // Of a document that the writer doesn't receive nothing is known, so that no answer depends on what is in it.
    isKnownItemElsewhere: id =>
      plan.access.compartments.some(
        other =>
          other.id !== compartment.id &&
          plan.item(other.id, id) !== undefined &&
          plan.rights(holder, other.id) !== null,
      ),
    isKnownReference: id =>
      plan.item(compartment.id, id) !== undefined ||
      plan.recordings.get(id) === compartment.id ||
      isOpen(plan, id),
    isOpenReference: id => isOpen(plan, id),
    limits: GATE_LIMITS,
  };
}

/** Whether an item of this id stands where everyone on the plan receives it. */
function isOpen(plan: LivePlan, id: string): boolean {
  return plan.access.compartments.some(
    other => other.kind !== 'withheld' && plan.item(other.id, id) !== undefined,
  );
}
