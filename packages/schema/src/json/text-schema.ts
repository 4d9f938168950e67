import {z} from 'zod';
import {BLOCKS, MARKS, MEDIA} from '../prosemirror/node-names.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const attrs = z.record(z.string(), scalar).optional();

const markSchema = z.strictObject({type: z.enum(MARKS), attrs}).meta({id: 'mark'});

const nodeSchema: z.ZodType<PmJson> = z
  .strictObject({
    type: z.enum([...BLOCKS, ...MEDIA, 'text']),
    attrs,
    get content() {
      return z.array(nodeSchema).optional();
    },
    marks: z.array(markSchema).optional(),
    text: z.string().optional(),
  })
  .meta({id: 'node', description: 'A node of the text in ProseMirror’s JSON form.'}) as z.ZodType<PmJson>;

/** The text of an item where a plain string can't say it. */
export interface RichText {
  readonly type: 'doc';
  readonly content?: readonly PmJson[];
}

/** The words of an item: a plain string, one paragraph a line, or ProseMirror JSON for lists, tables and formatting. */
export const textSchema = z
  .union([z.string(), z.strictObject({type: z.literal('doc'), content: z.array(nodeSchema).optional()})])
  .meta({id: 'text', description: 'The words: a string with one paragraph a line, or ProseMirror JSON.'});
