import type {ItemId} from '../base/ids.ts';
import type {Ref} from './names.ts';
import type {Plan} from './plan-file.ts';
import {openPositions} from './positions.ts';
import {aboutKnown} from './scales.ts';
import {isEveryone} from './split-for-import.ts';

/** The records of a file that everyone on the plan may see, under their new ids. */
export interface OpenRecords {
  readonly statuses: NonNullable<Plan['statuses']>;
  readonly positions: NonNullable<Plan['positions']>;
  readonly meetings: NonNullable<Plan['meetings']>;
  readonly clocks: NonNullable<Plan['clocks']>;
  readonly scales: NonNullable<NonNullable<Plan['signsOfSafety']>['scales']>;
  readonly sessions: NonNullable<NonNullable<Plan['threeHouses']>['sessions']>;
  /** What the child calls the three houses and which of them comes first; left out until the child chose. */
  readonly houses?: HouseChoice | undefined;
}

/** What a child chose for the three houses themselves. */
export type HouseChoice = Pick<NonNullable<Plan['threeHouses']>, 'names' | 'first'>;

/**
 * Picks the records that may be imported as open. A position is open with its item, unless it names an audience; every
 * other record only if it says so itself. Withholdings and contacts are never among them.
 */
export function openRecords(
  plan: Plan,
  ids: ReadonlyMap<Ref, ItemId>,
  newId: () => ItemId,
): {records: OpenRecords; sessions: ReadonlyMap<Ref, Ref>} {
  const open = <T extends {audience?: Parameters<typeof isEveryone>[1]}>(records: readonly T[] | undefined) =>
    (records ?? []).filter(record => isEveryone(plan, record.audience));
  // A record's new id takes the place of the name that it had in the file.
  const fresh = () => newId() as unknown as Ref;
  const sessions = new Map<Ref, Ref>();
  const openSessions = open(plan.threeHouses?.sessions).map(session => {
    const id = fresh();
    sessions.set(session.id, id);
    return {...session, id};
  });
  const {names, first} = plan.threeHouses ?? {};
  const records: OpenRecords = {
    statuses: open(plan.statuses),
    positions: openPositions(plan, ids),
    meetings: open(plan.meetings).map(meeting => ({...meeting, id: fresh()})),
    clocks: open(plan.clocks),
    scales: open(plan.signsOfSafety?.scales).map(scale => ({...aboutKnown(scale, ids), id: fresh()})),
    sessions: openSessions,
    ...((names !== undefined || first !== undefined) && {houses: {names, first}}),
  };
  return {records, sessions};
}
