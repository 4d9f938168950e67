import {STANCES} from '@goldthread/schema';
import {DISCLOSURE_RULES} from '@goldthread/schema/disclosure';
import {z} from 'zod';
import {ERRORS, type ErrorCode} from '../errors.ts';

// Object.keys forgets the names of the codes.
const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** A place in a text that could tell somebody more than they should know. */
export const foundPlace = z.object({
  key: z.string().describe('Names the finding, to clear it'),
  rule: z.enum(DISCLOSURE_RULES),
  text: z.number().int().describe('Which of the texts'),
  start: z.number().int(),
  end: z.number().int(),
  words: z.string(),
  sentence: z.string().describe('In which it stands'),
});

/** The keys of findings that somebody looked at and that may be told all the same. */
export const clearedKeys = z.array(z.string().max(64)).max(500).default([]);

/** The body of a request that shows something to more people; none is a body that clears nothing. */
export const clearing = z
  .strictObject({cleared: clearedKeys})
  .nullish()
  .describe('`cleared`: the findings of an answer DISCLOSURE that may be told all the same');

const errorAnswer = z
  .object({
    error: z.object({
      code: z.enum(CODES),
      message: z.string(),
      position: z
        .object({
          stance: z.enum(STANCES),
          words: z.string(),
          by: z.string().nullable(),
          byName: z.string().nullable(),
          at: z.string().nullable(),
          version: z.number().int(),
        })
        .nullable()
        .optional()
        .describe('With POSITION_CHANGED: what the caller’s own party says now'),
      findings: z.array(foundPlace).optional().describe('With DISCLOSURE: what has to be cleared'),
    }),
  })
  .describe('Why the request failed; every code stands in docs/errors.md');

/** The failures that a route may answer with, for its response schemas. */
export function failures<Status extends number>(...statuses: Status[]): Record<Status, typeof errorAnswer> {
  const entries = statuses.map(status => [status, errorAnswer]);
  // fromEntries forgets that the keys are exactly the statuses that were given.
  return Object.fromEntries(entries) as Record<Status, typeof errorAnswer>;
}

/** The address of a plan. */
export const planAddress = z.object({plan: z.string()});
