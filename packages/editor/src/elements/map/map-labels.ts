import {ITEM_TYPES, type ItemTypeName, type SafetyLevel} from '@goldthread/schema';
import {map as say} from '../../words/en/map.ts';
import {words} from '../../words/words.ts';

/**
 * What a type of item is called on the map of a plan. The words follow where the plan is on the continuum of help; what is stored
 * does not (domain 4.1).
 */
export function labelOf(type: ItemTypeName, level: SafetyLevel | null): string {
  return named(type, level) ?? ITEM_TYPES[type].label;
}

/** The same within a sentence. */
export function nounOf(type: ItemTypeName, level: SafetyLevel | null): string {
  return labelOf(type, level).toLowerCase();
}

/** What the button for a new one says. */
export function adderOf(type: ItemTypeName, level: SafetyLevel | null): string {
  return named(type, level) === null ? words.plan.adders[type] : say.add(nounOf(type, level));
}

/** Where nothing open says where the plan is, it has the tool's own words. */
function named(type: ItemTypeName, level: SafetyLevel | null): string | null {
  const labels = say.labels[level ?? 'childProtectionPlan'];
  return type === 'danger' || type === 'goal' ? labels[type] : null;
}
