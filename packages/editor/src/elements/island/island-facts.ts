import type {ItemTypeName, ParticipantId} from '@goldthread/schema';
import type {PlacedItem} from '@goldthread/schema/anchor';
import type {PlanSource} from '../../context/plan-source.ts';
import type {Withholding} from '../../records/withholding.ts';
import {plainDay} from '../../words/clock-time.ts';
import {words} from '../../words/words.ts';
import {firstName} from '../plan/view-model.ts';
import type {IslandFacts} from './island.ts';

/** The decision about an item: its own, else the first of its compartment, where a later note has the same readers. */
export function decisionOn(item: PlacedItem, decisions: readonly Withholding[]): Withholding | undefined {
  const {itemId, compartmentId} = item;
  return (
    decisions.find(one => itemId !== null && one.itemIds.includes(itemId)) ??
    decisions.find(one => one.compartmentId === compartmentId)
  );
}

/** What is said in the frame of an item that this person has. */
export function islandFacts(
  source: PlanSource,
  item: PlacedItem,
  itemType: ItemTypeName,
  decision: Withholding | undefined,
  may: {
    readonly write: boolean;
    readonly add: boolean;
    readonly lookUp: boolean;
    readonly isOffline: boolean;
  },
): IslandFacts {
  const people = source.facts?.people ?? [];
  const nameOf = (id: ParticipantId): string => {
    const person = people.find(one => one.id === id);
    return person === undefined ? words.people.someone : firstName(person.name);
  };
  const {audience = []} = source.compartments.find(({id}) => id === item.compartmentId) ?? {};
  const me = source.facts?.me.id;
  const others = audience.filter(id => id !== me);
  return {
    itemType,
    hiddenFrom: decision?.hiddenFrom.map(({id}) => nameOf(id)) ?? [],
    readers: audience.length === 0 ? null : others.map(nameOf),
    isEmergency: audience.length > 0 && others.length === audience.length,
    checkBy: decision === undefined || decision.reviewOn === '' ? '' : plainDay(decision.reviewOn),
    open: openOf(decision),
    canLookUp: decision !== undefined && may.lookUp,
    state: item.state,
    isOffline: may.isOffline,
    mayWrite: may.write,
    mayAdd: may.add,
  };
}

function openOf(decision: Withholding | undefined): IslandFacts['open'] {
  if (decision?.isOverdue === true) return 'overdue';
  return decision?.status === 'pending' || decision?.status === 'releaseAsked' ? decision.status : null;
}
