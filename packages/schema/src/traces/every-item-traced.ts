import type {Covered} from './coverage.ts';

/** What a check of a plan's quality answers. It never stops anybody from writing. */
export type CheckAnswer = 'met' | 'notMet' | 'cannotTell';

/** The check that each thing which the child said is in the plan, or has a reason, before the plan is issued (C04). */
export const EVERY_ITEM_TRACED = {
  id: 'C04',
  source: 'Features C04; domain 5.2, step 11; Children and Families Act 2014, section 19',
  answer(covered: readonly Pick<Covered<unknown, unknown>, 'isTraced'>[]): CheckAnswer {
    if (covered.length === 0) return 'cannotTell';
    return covered.every(({isTraced}) => isTraced) ? 'met' : 'notMet';
  },
} as const;
