import {map as say} from '../../words/en/map.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {firstName} from '../plan/view-model.ts';
import {mayAdd, mayWrite} from './map-acts.ts';
import type {MapItemFacts} from './map-item.ts';
import {nounOf} from './map-labels.ts';
import {tiesOf} from './map-ties.ts';
import {checksOf, disputesOf, type MapAround, type MapEntry} from './pairs.ts';
import {wordingLines} from './wording-lines.ts';

/** What one item of the map says of itself besides its words and facts, as this person has the map. */
export function factsAt(
  plan: PlanHost,
  entries: readonly MapEntry[],
  entry: MapEntry,
  around: MapAround,
): MapItemFacts {
  const at = entries.indexOf(entry);
  const {facts} = plan.source ?? {};
  const level = facts?.safety ?? null;
  const child = facts?.childName ?? '';
  const danger = nounOf('danger', level);
  const isDanger = entry.type === 'danger';
  const write = mayWrite(plan, entry);
  return {
    ...{entry, danger, child, goal: nounOf('goal', level)},
    checks: checksOf(entries, entry, around),
    // How something is put is asked of whoever may put it another way.
    wording: write ? wordingLines(entry, danger, child) : [],
    disputes: disputesOf(entries, entry.id)
      .filter(one => !standsBelow(entries, at, one))
      .map(({words, facts: {speaker}}) => ({words, who: nameIn(speaker)})),
    ties: tiesOf(entries, at, level),
    may: {
      write,
      goal: isDanger && mayAdd(plan, entry, 'sos:next', 'goal'),
      // On a screen that a room looks at there is nothing to place.
      scale: isDanger && !plan.screens.isPlain && mayAdd(plan, entry, 'sos:worries', 'danger'),
      dispute: isDanger && mayAdd(plan, entry, 'sos:worries', 'dispute'),
    },
  };
}

/** Whether a dispute is one of those right below an item, where it needs no other line. */
function standsBelow(entries: readonly MapEntry[], at: number, dispute: MapEntry): boolean {
  const below = entries.indexOf(dispute);
  return below > at && entries.slice(at + 1, below).every(({type}) => type === 'dispute');
}

function nameIn(speaker: unknown): string {
  return typeof speaker === 'string' && speaker !== '' ? firstName(speaker) : say.someone;
}
