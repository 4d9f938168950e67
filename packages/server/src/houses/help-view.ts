import {isHelpLate, type ParticipantId} from '@goldthread/schema';
import type {HelpDecision, HelpRecord} from '../storage/index.ts';
import {dayOf, isReader, type PlanFacts} from '../withholding/index.ts';
import {isUndecided, keepsSealed} from './help-need.ts';

/** A call for help as those see it who are asked. Times are ISO strings. */
export interface HelpView {
  readonly id: string;
  readonly compartmentId: string;
  readonly itemId: string;
  readonly how: HelpRecord['how'];
  readonly at: string;
  /** The day on which somebody has to decide. */
  readonly dueOn: string;
  readonly isLate: boolean;
  readonly escalatedAt: string | null;
  /** From whom it is kept because its words name them. */
  readonly keptFrom: readonly string[];
  readonly asked: readonly string[];
  readonly decisions: readonly (Omit<HelpDecision, 'at'> & {readonly at: string})[];
}

/** Whether somebody may know of a call: they were asked, and read what it is about. */
export function mayKnowOfCall(call: HelpRecord, facts: PlanFacts, reader: ParticipantId): boolean {
  const compartment = facts.compartments.find(({id}) => id === call.compartmentId);
  return compartment !== undefined && isReader(compartment, reader) && call.asked.includes(reader);
}

/** A call for help for somebody who was asked. */
export function helpView(call: HelpRecord, now: number): HelpView {
  const {id, compartmentId, itemId, how, at, named, asked, decisions, escalatedAt} = call;
  return {
    ...{id, compartmentId, itemId, how, asked},
    at: isoOf(at),
    dueOn: dayOf(at),
    isLate: isHelpLate(dayOf(at), !isUndecided(call), dayOf(now)),
    escalatedAt: escalatedAt === null ? null : isoOf(escalatedAt),
    keptFrom: keepsSealed(call) ? named : [],
    decisions: decisions.map(one => ({...one, at: isoOf(one.at)})),
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
