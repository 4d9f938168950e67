import type {ParticipantId} from '@goldthread/schema';
import {z} from 'zod';
import type {Choice, Sharing} from '../../houses/index.ts';

/** With whom something of the child's is shared. */
export const sharing = z
  .union([z.literal('everyone'), z.array(z.string()).max(100)])
  .describe('Everybody on the plan, or exactly these people and the child');

/** Where something of the child's is from now on. */
export const choice = z.object({
  itemId: z.string().describe('What the item is called from now on'),
  compartmentId: z.string(),
  seenBy: z
    .array(z.object({id: z.string(), name: z.string()}))
    .describe('Who had it open before and can’t read it any more: what was seen stays seen'),
  asked: z.array(z.string()).describe('Who is asked today to help the child; empty where there was no need'),
});

/** Ids are only looked up: one of the wrong shape is simply not found. */
export function sharingOf(shareWith: 'everyone' | string[]): Sharing {
  return shareWith === 'everyone' ? shareWith : (shareWith as ParticipantId[]);
}

/** A choice as it is answered. */
export function choiceAnswer({seenBy, asked, ...where}: Choice) {
  return {...where, seenBy: seenBy.map(one => ({...one})), asked: [...asked]};
}
