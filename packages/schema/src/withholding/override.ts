import type {Day} from '../base/day.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {Decider} from './decision.ts';
import {approves, isProfessional, mustAct, proposes} from './offices.ts';

/** What becomes of telling a child that somebody reads their words against their choice (C11). */
export const CHILD_TOLD = ['told', 'delayed', 'unsafe'] as const;

/** What the child was told and on which day, why it waits, or why it isn't safe. */
export interface ChildTold {
  readonly how: (typeof CHILD_TOLD)[number];
  /** The day; empty unless the child was told. */
  readonly on: Day;
  readonly words: string;
}

/** Whether it is written down what the child was told, or why nothing yet. */
export function isToldRecorded({how, on, words}: ChildTold): boolean {
  return words.trim() !== '' && (how === 'told') === (on !== '');
}

/** Whether somebody who reads a child's words may ask that one person more reads them against the child's choice (OVR-1). */
export function mayAskOverride(person: Decider): boolean {
  return isProfessional(person.role) && person.hiddenFrom.length === 0 && proposes(person, 'sealed');
}

/** Whether somebody may agree: whoever decides about safety, is none of the two others and is hidden from nobody (OVR-2). */
export function mayAgreeOverride(
  person: Decider,
  {askedBy, reader}: {readonly askedBy: ParticipantId; readonly reader: ParticipantId},
): boolean {
  const decides = approves(person, 'sealed') || mustAct(person, true);
  return decides && person.hiddenFrom.length === 0 && person.id !== askedBy && person.id !== reader;
}
