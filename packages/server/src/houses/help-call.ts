import {newId, type HelpCallId, type ParticipantId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import type {HelpRecord, ItemRecord, PlanStorage} from '../storage/index.ts';
import type {WithholdingPorts} from '../withholding/index.ts';
import {isUndecided, keepsSealed, type HelpNeed} from './help-need.ts';

/** A call for help about an item, as it begins. */
export function newCall(
  {random, clock}: Pick<WithholdingPorts, 'random' | 'clock'>,
  item: ItemRecord,
  {how, named, asked}: HelpNeed,
): HelpRecord {
  const {id: itemId, planId, compartmentId, owner, sessionId} = item;
  if (owner === null || sessionId === null) throw new RequestProblem('NOT_FOUND');
  return {
    ...{id: newId<HelpCallId>(random), planId, compartmentId, itemId},
    ...{by: owner, sessionId, at: clock.now(), how, named, asked},
    ...{decisions: [], escalatedAt: null},
  };
}

/** The newest call about an item, if there is one. */
export async function callAbout(
  {houses}: Pick<PlanStorage, 'houses'>,
  {id, planId, compartmentId}: ItemRecord,
): Promise<HelpRecord | null> {
  const calls = await houses.help.of(planId);
  return calls.findLast(one => one.itemId === id && one.compartmentId === compartmentId) ?? null;
}

/**
 * With whom a child shares an item while somebody has to look at it: those who were asked go on reading it, and whoever its words name
 * doesn't begin to.
 */
export function sharingDuring(
  call: HelpRecord | null,
  sharing: 'everyone' | readonly ParticipantId[],
): 'everyone' | readonly ParticipantId[] {
  if (call === null || !keepsSealed(call)) return sharing;
  if (sharing === 'everyone' || sharing.some(id => call.named.includes(id)))
    throw new RequestProblem('HELP_FIRST');
  return isUndecided(call) ? [...new Set([...sharing, ...call.asked])] : sharing;
}
