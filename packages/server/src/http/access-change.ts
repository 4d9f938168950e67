import {ROOT_GROUPS, STAGES, cellOf, type Cell, type Role} from '@goldthread/schema';
import type {ParticipantRecord} from '../storage/index.ts';
import {ROUTE_DOORS} from './doors.ts';

/** What a command wants to change about one person's access. Absent fields stay as they are. */
export interface AccessChange {
  readonly role?: Role | undefined;
  readonly lead?: boolean | undefined;
  /** Milliseconds since 1970 UTC; `null` takes the end away. */
  readonly accessEndsAt?: number | null | undefined;
}

/** One change in two halves: what takes something away, and what gives something. */
export interface SplitChange {
  readonly narrowing: AccessChange;
  readonly widening: AccessChange;
}

/**
 * Splits a change, because taking access away acts at once while giving it waits for a second person. A change that is
 * neither plainly less nor the same counts as widening.
 */
export function splitChange(person: ParticipantRecord, change: AccessChange): SplitChange {
  const narrowing: Record<string, unknown> = {};
  const widening: Record<string, unknown> = {};
  if (change.role !== undefined && change.role !== person.role) {
    (isNarrowerRole(change.role, person.role) ? narrowing : widening)['role'] = change.role;
  }
  if (change.lead !== undefined && change.lead !== person.lead) {
    (change.lead ? widening : narrowing)['lead'] = change.lead;
  }
  if (change.accessEndsAt !== undefined && change.accessEndsAt !== person.accessEndsAt) {
    (isEarlier(change.accessEndsAt, person.accessEndsAt) ? narrowing : widening)['accessEndsAt'] =
      change.accessEndsAt;
  }
  return {narrowing, widening};
}

/** Whether a change changes nothing. */
export function isNoChange(change: AccessChange): boolean {
  return Object.keys(change).length === 0;
}

function isEarlier(next: number | null, current: number | null): boolean {
  return next !== null && (current === null || next < current);
}

/** Whether everything that `next` may write or command, `current` may too, in every stage and section. */
function isNarrowerRole(next: Role, current: Role): boolean {
  const opensNoMore = ROUTE_DOORS.every(({who}) => !who.includes(next) || who.includes(current));
  return opensNoMore && mayWriteNoMore(next, current);
}

function mayWriteNoMore(next: Role, current: Role): boolean {
  return STAGES.every(stage =>
    ROOT_GROUPS.every(group => allows(cellOf(current, stage, group), cellOf(next, stage, group))),
  );
}

/** `own` and `open` are both less than `yes` but neither holds the other; a scribe only writes for the child. */
function allows(wide: Cell, narrow: Cell): boolean {
  return wide === narrow || wide === 'yes' || narrow === 'no' || (narrow === 'scribe' && wide === 'own');
}
