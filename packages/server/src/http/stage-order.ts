import type {Stage} from '@goldthread/schema';

/** Where a plan may go from each stage. A plan that has ceased stays so. */
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  assessment: ['draftServed', 'ceased'],
  draftServed: ['assessment', 'final', 'ceased'],
  final: ['amending', 'ceased'],
  amending: ['amendedFinal', 'final', 'ceased'],
  amendedFinal: ['amending', 'ceased'],
  ceased: [],
};

/** Whether a plan in one stage may go to another; staying is always allowed. */
export function mayFollow(current: Stage, next: Stage): boolean {
  return next === current || NEXT[current].includes(next);
}
