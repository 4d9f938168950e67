import {z} from 'zod';
import {ERRORS, type ErrorCode} from '../errors.ts';

// Object.keys forgets the names of the codes.
const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

const errorAnswer = z
  .object({error: z.object({code: z.enum(CODES), message: z.string()})})
  .describe('Why the request failed; every code stands in docs/errors.md');

/** The failures that a route may answer with, for its response schemas. */
export function failures<Status extends number>(...statuses: Status[]): Record<Status, typeof errorAnswer> {
  const entries = statuses.map(status => [status, errorAnswer]);
  // fromEntries forgets that the keys are exactly the statuses that were given.
  return Object.fromEntries(entries) as Record<Status, typeof errorAnswer>;
}

/** The address of a plan. */
export const planAddress = z.object({plan: z.string()});
