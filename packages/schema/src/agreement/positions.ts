import type {CompartmentFacts, ItemFacts} from '../access/facts.ts';
import {mayBeSeenIn} from '../access/access-for.ts';
import {accessThrough, type Reader} from '../access/reader.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';
import type {Stance} from '../plan/stance.ts';

/**
 * Whether somebody may say what their own party thinks of an item: whoever reads it, as long as the plan lives, and where
 * everybody who would read it may know of them (ruling 6). Nobody speaks for another party.
 */
export function mayTakePosition(
  reader: Reader,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
  item: ItemFacts,
): boolean {
  if (stage === 'ceased' || !mayBeSeenIn(reader.participant, compartment)) return false;
  return accessThrough(reader, stage, compartment, root, item) !== 'none';
}

/** What somebody may say for their party. Only whoever decides can say that nothing is decided yet (ruling 24). */
export function stancesOf({role}: Pick<Participant, 'role'>): readonly Stance[] {
  return role === 'sendOfficer' ? [...OWN, 'notDecided'] : OWN;
}

const OWN: readonly Stance[] = ['agree', 'partly', 'disagree', 'notAsked', 'noAnswer'];
