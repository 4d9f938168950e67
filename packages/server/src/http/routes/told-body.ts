import {CHILD_TOLD, type ChildTold} from '@goldthread/schema';
import {z} from 'zod';

/** What the child was told of more people reading its words, as it is asked and answered. */
export const toldAnswer = z.object({how: z.enum(CHILD_TOLD), on: z.string(), words: z.string()});

export const toldBody = z
  .strictObject({
    how: z.enum(CHILD_TOLD),
    on: z.iso.date().optional().describe('The day, where the child was told'),
    words: z
      .string()
      .trim()
      .max(4000)
      .describe('What the child was told, why it waits, or why it isn’t safe'),
  })
  .optional()
  .describe('Without it, where it goes against the child’s choice: CHILD_NOT_TOLD');

/** What was said of telling the child; `null` where nothing was. */
export function toldOf(said: z.output<typeof toldBody>): ChildTold | null {
  return said === undefined ? null : {how: said.how, on: said.on ?? '', words: said.words};
}
