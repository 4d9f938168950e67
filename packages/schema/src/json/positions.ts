import type {ItemId} from '../base/ids.ts';
import type {Ref} from './names.ts';
import type {Plan} from './plan-file.ts';
import {isEveryone} from './split-for-import.ts';
import type {WithheldGroup} from './withheld-items.ts';

type Positions = NonNullable<Plan['positions']>;
type Position = Positions[number];

/** The positions of a file on items that everybody may read, under their new ids, but for those that not everybody may see. */
export function openPositions(plan: Plan, ids: ReadonlyMap<Ref, ItemId>): Positions {
  return (plan.positions ?? []).flatMap(position => (isOpen(plan, position) ? onItem(position, ids) : []));
}

/**
 * All positions of a file that may be stored, in its order. One that fewer people may see than its item is stored nowhere, because a
 * position has the readers of its item (ruling 22).
 */
export function allPositions(
  plan: Plan,
  ids: ReadonlyMap<Ref, ItemId>,
  groups: readonly WithheldGroup[],
  withheldIds: ReadonlyMap<Ref, ItemId>,
): Positions {
  const readers = new Map(groups.flatMap(({audience, items}) => items.map(({item}) => [item.id, audience])));
  return (plan.positions ?? []).flatMap(position => {
    const {audience} = position;
    const mayAllSee =
      audience === undefined ||
      audience === 'everyone' ||
      (readers.get(position.item) ?? []).every(key => audience.includes(key));
    return [
      ...(isOpen(plan, position) ? onItem(position, ids) : []),
      ...(mayAllSee ? onItem(position, withheldIds) : []),
    ];
  });
}

function isOpen(plan: Plan, {audience}: Position): boolean {
  return audience === undefined || isEveryone(plan, audience);
}

function onItem(position: Position, ids: ReadonlyMap<Ref, ItemId>): Positions {
  const id = ids.get(position.item);
  // The new id takes the place of the name that it had in the file.
  return id === undefined ? [] : [{...position, item: id as unknown as Ref}];
}
