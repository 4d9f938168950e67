import {addWorkingDays, type Day} from '../base/day.ts';
import {isPlainDate} from '../plan/attribute.ts';
import type {CheckAnswer} from './every-item-traced.ts';

/** Working days within which a child hears what was done. */
const WORKING_DAYS = 20;

/** Something that the child said: when, as far as that is known, and whether anything was done because of it. */
export interface SaidOn {
  readonly on: string;
  readonly isDone: boolean;
}

/** The check that the child hears in time what was done because of each thing (TH-12). */
export const TOLD_IN_TIME = {
  id: 'TH-12',
  source: 'Domain 5.5',
  answer(said: readonly SaidOn[], today: Day): CheckAnswer {
    const dated = said.filter(({on}) => isPlainDate(on));
    if (dated.length === 0) return 'cannotTell';
    const isLate = ({on, isDone}: SaidOn): boolean => !isDone && addWorkingDays(on, WORKING_DAYS) < today;
    return dated.some(isLate) ? 'notMet' : 'met';
  },
} as const;
