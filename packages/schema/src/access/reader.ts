import type {CompartmentId} from '../base/ids.ts';
import type {Participant} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';
import {accessFor} from './access-for.ts';
import type {Access} from './access.ts';
import type {CompartmentFacts, ItemFacts} from './facts.ts';
import {receivedByAll, receives} from './receives.ts';

/** Who looks at a screen in a meeting. */
export interface Onlookers {
  /** Everybody of the plan who is in the room, the person who signed in included. */
  readonly people: readonly Participant[];
  /** Whether somebody who isn't on the plan is in the room. */
  readonly hasStranger: boolean;
}

/** A person as one of their sessions shows them the plan. */
export interface Reader {
  readonly participant: Participant;
  /** Whether it is sure who sits there: else it may be whoever made the link. */
  readonly isConfirmed: boolean;
  /** `null` while the screen is the person's own. */
  readonly onlookers: Onlookers | null;
  /** Withheld compartments that the person opened in an emergency, to read them for a while. */
  readonly emergency?: readonly CompartmentId[];
}

/**
 * What a session of a person may do with one root, or with one item of it: what the person may, as long as everybody who
 * looks at the screen receives it. Writing stays the person's own right, whoever looks on (ACC-23, ACC-24).
 * What was opened in an emergency is read and never written, and on no screen that others look at (ACC-26).
 */
export function accessThrough(
  reader: Reader,
  stage: Stage,
  compartment: CompartmentFacts,
  root: RootName,
  item?: ItemFacts,
): Access {
  const {participant, onlookers} = reader;
  if (compartment.kind === 'withheld') {
    if (isUnsure(reader)) return 'none';
    if (isOpenInEmergency(reader, compartment)) return 'read';
    const ids = (onlookers?.people ?? [participant]).map(({id}) => id);
    if (!receivedByAll(compartment, ids, onlookers?.hasStranger ?? false)) return 'none';
  }
  return accessFor(participant, stage, compartment, root, item);
}

/** Whether a person reads something only because they broke the glass: who is among the readers has their own rights there. */
function isOpenInEmergency(
  {participant, onlookers, emergency = []}: Reader,
  compartment: CompartmentFacts,
): boolean {
  return onlookers === null && emergency.includes(compartment.id) && !receives(participant.id, compartment);
}

/**
 * Whose entitlement decides what a session may show: of its person, of everybody in the room, or, where it isn't known who
 * looks, of `everyone` on the plan.
 */
export function eyesOf(reader: Reader, everyone: readonly Participant[]): readonly Participant[] {
  if (isUnsure(reader)) return everyone;
  return reader.onlookers?.people ?? [reader.participant];
}

/**
 * Whether a session of a person may show that somebody is on the plan: only if nobody who looks at the screen is one of
 * those from whom that person is hidden (ACC-25).
 */
export function mayKnowOf(reader: Reader, person: Participant): boolean {
  if (person.id === reader.participant.id || person.hiddenFrom.length === 0) return true;
  if (isUnsure(reader)) return false;
  const eyes = [reader.participant, ...(reader.onlookers?.people ?? [])];
  return !eyes.some(({id}) => person.hiddenFrom.includes(id));
}

/** Whether it isn't known who looks, so that only what everybody may have is shown. */
export function isUnsure({isConfirmed, onlookers}: Reader): boolean {
  return !isConfirmed || (onlookers?.hasStranger ?? false);
}
