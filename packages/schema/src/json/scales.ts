import type {ItemId} from '../base/ids.ts';
import type {ItemTypeName} from '../plan/item-type.ts';
import type {ImportedGroup} from './docs-from-plan.ts';
import type {ParticipantKey, Ref} from './names.ts';
import type {OpenRecords} from './open-records.ts';
import type {Plan} from './plan-file.ts';
import {isEveryone} from './split-for-import.ts';

type Scale = OpenRecords['scales'][number];

/** What a scale is about under another name; none takes it away. */
export function withAbout({about: _, ...scale}: Scale, about: Ref | undefined): Scale {
  return about === undefined ? scale : {...scale, about};
}

/** A scale, and the place of its readers' compartment among all groups; `null` where everybody may read it. */
export interface PlacedScale {
  readonly scale: Scale;
  readonly group: number | null;
}

/** A scale with the new id of what it is about; whoever may not read that isn't told that there is anything. */
export function aboutKnown(scale: Scale, ids: ReadonlyMap<Ref, ItemId>): Scale {
  const id = scale.about === undefined ? undefined : ids.get(scale.about);
  // The new id takes the place of the name that it had in the file.
  return withAbout(scale, id as unknown as Ref | undefined);
}

/** A scale in a file that holds these items: what it was about may have been taken out since. */
export function aboutThere(scale: Scale, items: ReadonlyMap<string, ItemTypeName>): Scale {
  const isThere = scale.about !== undefined && items.get(scale.about) === 'danger';
  return withAbout(scale, isThere ? scale.about : undefined);
}

/**
 * Where the scales of a file go: to everybody, or to the compartment of exactly their readers, which is made where nothing else is for
 * them. A scale that names no reader goes nowhere: silence is no permission.
 */
export function placedScales(
  plan: Plan,
  open: readonly Scale[],
  groups: readonly ImportedGroup[],
): {readonly scales: readonly PlacedScale[]; readonly groups: readonly ImportedGroup[]} {
  const all = groups.map(({audience}) => audience.join(' '));
  const more: ImportedGroup[] = [];
  const narrow = (plan.signsOfSafety?.scales ?? []).filter(({audience}) => !isEveryone(plan, audience));
  const scales = narrow.flatMap((scale): PlacedScale[] => {
    const audience = readersOf(plan, scale);
    if (audience.length === 0) return [];
    const name = audience.join(' ');
    if (!all.includes(name)) {
      all.push(name);
      more.push({audience, items: []});
    }
    return [{scale, group: all.indexOf(name)}];
  });
  return {scales: [...open.map(scale => ({scale, group: null})), ...scales], groups: more};
}

function readersOf(plan: Plan, {audience}: Scale): ParticipantKey[] {
  return plan.participants
    .map(({key}) => key)
    .filter(key => Array.isArray(audience) && audience.includes(key));
}
