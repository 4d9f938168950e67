import {sectionOf, type PlanType} from '../plan/plan-type.ts';
import type {RootName} from '../plan/root.ts';
import type {PlanItem} from './item-schema.ts';
import type {Audience, Ref} from './names.ts';
import {placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';

/**
 * Why an item stays out. `notOpened`: it stands beside the plan and nobody said that everyone may see it. `audience`:
 * it names fewer people than are on the plan. `keptFrom`: the child keeps it from somebody. `withheld`: a decision.
 */
export type HeldBackReason = 'notOpened' | 'audience' | 'keptFrom' | 'withheld';

/** An item that is not imported, because no open compartment may hold it. */
export interface HeldBackItem {
  readonly ref: Ref;
  readonly reason: HeldBackReason;
}

/** The items of a file by the open compartment that may hold them. */
export interface ImportSplit {
  readonly shared: ReadonlyMap<RootName, readonly PlanItem[]>;
  readonly voice: ReadonlyMap<RootName, readonly PlanItem[]>;
  readonly heldBack: readonly HeldBackItem[];
}

/**
 * Says which items of a file go to `shared`, which to `voice`, and which stay out.
 * Open by default are sections A to K alone, since every reader gets the statutory text (reg 12). Whatever stands on
 * the safety map or in a house is open only where the file says `"audience": "everyone"`: silence is no permission.
 */
export function splitForImport(plan: Plan, planType: PlanType): ImportSplit {
  const withheld = new Set<string>((plan.withholdings ?? []).flatMap(withholding => withholding.items));
  const split = {
    shared: new Map<RootName, PlanItem[]>(),
    voice: new Map<RootName, PlanItem[]>(),
    heldBack: [] as HeldBackItem[],
  };
  for (const {root, items} of placesOf(plan)) {
    const section = sectionOf(planType, root);
    if (!section) continue;
    const list = split[section.compartment].get(root) ?? [];
    split[section.compartment].set(root, list);
    for (const item of items) {
      const reason = heldBackReason(plan, item, section.group === 'statutory', withheld);
      if (reason === null) list.push(item);
      else split.heldBack.push({ref: item.id, reason});
    }
  }
  return split;
}

function heldBackReason(
  plan: Plan,
  item: PlanItem,
  openByDefault: boolean,
  withheld: ReadonlySet<string>,
): HeldBackReason | null {
  if (withheld.has(item.id)) return 'withheld';
  if ((item.notWith ?? []).length > 0) return 'keptFrom';
  if (item.audience === undefined) return openByDefault ? null : 'notOpened';
  return isEveryone(plan, item.audience) ? null : 'audience';
}

/** Whether an audience takes in everybody who is on the plan. */
export function isEveryone(plan: Pick<Plan, 'participants'>, audience: Audience | undefined): boolean {
  if (audience === undefined || audience === 'everyone') return audience === 'everyone';
  const named = new Set(audience);
  return plan.participants.every(({key}) => named.has(key));
}
