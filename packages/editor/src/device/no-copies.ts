import type {PlanCopies} from '../sync/plan-copy.ts';
import {dropExpiredCopies, dropPlanCopy} from './plan-store.ts';

/** For a page that may keep nothing on its device: what an earlier visit left is removed, and nothing is made. */
export const noCopies: PlanCopies = {
  async open({planId, participantId}) {
    await dropPlanCopy(planId, participantId);
    return null;
  },
  drop: dropPlanCopy,
  dropExpired: dropExpiredCopies,
};
