import {z} from 'zod';
import {WITHHOLDING_REASONS} from '@goldthread/schema';
import {toldAnswer} from './told-body.ts';

/** One decision as one of its readers sees it. */
export const withholdingAnswer = z.object({
  id: z.string(),
  compartmentId: z.string(),
  itemIds: z.array(z.string()).readonly(),
  personId: z.string().nullable(),
  hiddenFrom: z.array(z.object({id: z.string(), class: z.enum(['marked', 'sealed'])})).readonly(),
  audience: z.array(z.string()).readonly(),
  reasonCode: z.enum(WITHHOLDING_REASONS),
  legalGround: z.string(),
  factBase: z.string(),
  alternatives: z.string(),
  openReason: z.string(),
  childTold: z.string(),
  shapes: z.array(z.string()).readonly(),
  proposedBy: z.string().nullable(),
  proposedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  reviewOn: z.string(),
  status: z.enum(['pending', 'approved', 'releaseAsked', 'released', 'undone']),
  isOverdue: z.boolean(),
  escalatedAt: z.string().nullable(),
  mayApprove: z.boolean(),
  mayReview: z.boolean(),
  mayRelease: z.boolean(),
  readerAsked: z.string().nullable(),
  mayAddReader: z.boolean(),
  releaseTold: toldAnswer.nullable(),
  readerTold: toldAnswer.nullable(),
  releaseNeedsTold: z.boolean(),
  readerNeedsTold: z.boolean(),
  undoUntil: z.string().nullable(),
});

/** What a reader may know of what is withheld. */
export const withholdingListAnswer = z.object({
  withholdings: z.array(withholdingAnswer).readonly(),
  marks: z.array(z.object({root: z.string()})).readonly(),
});
