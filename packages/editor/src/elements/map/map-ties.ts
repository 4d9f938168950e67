import type {SafetyLevel} from '@goldthread/schema';
import {map as say} from '../../words/en/map.ts';
import {shortName} from './map-index.ts';
import {labelOf} from './map-labels.ts';
import {disputed, goalsOf, worryOf, type MapEntry} from './pairs.ts';

/** What an item of the map is tied to, in words: what the thread says to the eye. */
export function tiesOf(items: readonly MapEntry[], at: number, level: SafetyLevel | null): readonly string[] {
  const item = items[at];
  if (item === undefined) return [];
  if (item.type === 'danger')
    return goalsOf(items, item).map(goal => say.tied(labelOf('goal', level), shortName(goal)));
  // Right below what it is said against it needs no name for that.
  const about = item.type === 'dispute' ? disputed(items, item) : worryOf(items, item);
  const isPlain = about === undefined || (item.type === 'dispute' && about === items[at - 1]);
  return isPlain ? [] : [say.about(shortName(about))];
}
