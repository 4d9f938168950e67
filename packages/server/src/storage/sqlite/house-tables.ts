import type {DatabaseSync} from 'node:sqlite';
import {NOTHING_DECIDED, type ChoiceRecord} from '../choice-record.ts';
import type {HelpRecord} from '../help-record.ts';
import {NEW_HOUSE_SESSION, type HouseSessionRecord} from '../house-session-record.ts';
import type {PlanStorage} from '../plan-storage.ts';
import type {Sealing} from '../sealing.ts';
import {SealedRecords} from './sealed-records.ts';

/** The tables of what belongs to the child's houses. */
export interface HouseTables {
  readonly help: SealedRecords<HelpRecord>;
  readonly choices: SealedRecords<ChoiceRecord>;
  readonly sessions: SealedRecords<HouseSessionRecord>;
}

/** Makes them ready. */
export function houseTables(db: DatabaseSync, sealing: Sealing): HouseTables & PlanStorage['houses'] {
  return {
    help: new SealedRecords(db, sealing, 'help_call', 'help'),
    choices: new SealedRecords<ChoiceRecord>(db, sealing, 'child_choice', 'choice', NOTHING_DECIDED),
    sessions: new SealedRecords<HouseSessionRecord>(
      ...([db, sealing, 'house_session', 'houseSession', NEW_HOUSE_SESSION] as const),
    ),
  };
}
