import type {ItemId} from '../base/ids.ts';
import {sectionOf, type PlanType} from '../plan/plan-type.ts';
import type {RootName} from '../plan/root.ts';
import type {PlanItem} from './item-schema.ts';
import type {ParticipantKey, Ref} from './names.ts';
import {placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';
import {splitForImport, type HeldBackItem} from './split-for-import.ts';

/** An item of a file that only some people may read, and beside what it stands. */
export interface WithheldItem {
  readonly item: PlanItem;
  readonly anchorRoot: RootName;
  /** The open item before it in the file; null at the start of its list. */
  readonly after: Ref | null;
}

/** Items of a file that the same people may read, and nobody else. */
export interface WithheldGroup {
  /** In the order of the file's participants. */
  readonly audience: readonly ParticipantKey[];
  readonly items: readonly WithheldItem[];
}

/** The withheld items of a file by their readers, and those of whom nobody said who may read them. */
export interface WithheldSplit {
  readonly groups: readonly WithheldGroup[];
  readonly heldBack: readonly HeldBackItem[];
}

/**
 * Sorts what no open compartment may hold by who may read it. An item for which the file names no reader is stored nowhere:
 * silence is no permission.
 */
export function withheldItems(plan: Plan, planType: PlanType): WithheldSplit {
  const reasons = new Map(splitForImport(plan, planType).heldBack.map(held => [held.ref, held]));
  const groups = new Map<string, {audience: readonly ParticipantKey[]; items: WithheldItem[]}>();
  const heldBack: HeldBackItem[] = [];
  for (const {root, items} of placesOf(plan)) {
    if (sectionOf(planType, root) === undefined) continue;
    let after: Ref | null = null;
    for (const item of items) {
      const held = reasons.get(item.id);
      if (held === undefined) {
        after = item.id;
        continue;
      }
      const audience = audienceOf(plan, item);
      if (audience.length === 0) {
        heldBack.push(held);
        continue;
      }
      const name = audience.join(' ');
      const group = groups.get(name) ?? {audience, items: []};
      group.items.push({item, anchorRoot: root, after});
      groups.set(name, group);
    }
  }
  return {groups: [...groups.values()], heldBack};
}

/** Exactly the people who may read an item; whoever it is withheld or kept from is never among them. */
function audienceOf(plan: Plan, item: PlanItem): ParticipantKey[] {
  const decisions = (plan.withholdings ?? []).filter(({items}) => items.includes(item.id));
  const kept = new Set<ParticipantKey>([
    ...(item.notWith ?? []),
    ...decisions.flatMap(({hiddenFrom}) => hiddenFrom.map(({key}) => key)),
  ]);
  const named = Array.isArray(item.audience) ? item.audience : decisions[0]?.audience;
  const isOpenButKept = item.audience === 'everyone' && decisions.length === 0;
  return plan.participants
    .map(({key}) => key)
    .filter(key => !kept.has(key) && (isOpenButKept || (named?.includes(key) ?? false)));
}

/** What a file's decision to withhold says of the items of one group. */
export interface ImportedDecision {
  /** The place of the group among all of them. */
  readonly group: number;
  readonly itemIds: readonly ItemId[];
  readonly decision: NonNullable<Plan['withholdings']>[number];
}

/** The decisions of a file by group: one that withholds items from different readers becomes several. */
export function importedDecisions(
  plan: Plan,
  groups: readonly WithheldGroup[],
  ids: ReadonlyMap<Ref, ItemId>,
): ImportedDecision[] {
  return (plan.withholdings ?? []).flatMap(decision =>
    groups.flatMap(({items}, group) => {
      const itemIds = items.flatMap(({item}) =>
        decision.items.includes(item.id) ? (ids.get(item.id) ?? []) : [],
      );
      return itemIds.length === 0 ? [] : [{group, itemIds, decision}];
    }),
  );
}
