import type {HelpCall} from '../../records/help-calls.ts';
import type {Override} from '../../records/overrides.ts';
import type {Withholding} from '../../records/withholding.ts';

/** How soon somebody has to decide about something that is kept private. */
export type Need = 'today' | 'waits';

/** What waits for one person's decision: a call for help for today, everything else for soon; null where nothing does. */
export function needOf(
  calls: readonly HelpCall[],
  withholdings: readonly Withholding[],
  overrides: readonly Override[],
): Need | null {
  if (calls.some(({decisions}) => decisions.length === 0)) return 'today';
  return withholdings.some(isAsked) || overrides.some(({mayAgree}) => mayAgree) ? 'waits' : null;
}

function isAsked(one: Withholding): boolean {
  const {status} = one;
  return (
    (status === 'pending' && one.mayApprove) ||
    (status === 'releaseAsked' && one.mayRelease) ||
    (one.isOverdue && one.mayReview) ||
    (one.readerAsked !== null && one.mayAddReader)
  );
}
