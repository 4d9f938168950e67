import {z} from 'zod';

/** Names an item, session, scale or meeting within one file; the server gives each a random id on import. */
export const refSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, hyphens or underscores')
  .brand<'Ref'>()
  .meta({description: 'A name within this file: letters, digits, hyphens and underscores.'});
export type Ref = z.infer<typeof refSchema>;

/** Names a participant within one file. */
export const keySchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_-]{0,39}$/, 'must be a short name that starts with a small letter')
  .brand<'ParticipantKey'>()
  .meta({description: 'The `key` of a participant.'});
export type ParticipantKey = z.infer<typeof keySchema>;

/** A day of the calendar. */
export const daySchema = z.iso.date('must be a day such as 2026-11-22');

/** A line of words that is not part of the text of an item. */
export const lineSchema = z.string().max(500, 'must be at most 500 characters');

/** A passage that is not part of the text of an item. */
export const passageSchema = z.string().max(4000, 'must be at most 4000 characters');

/**
 * Who may receive something: everyone on the plan, or exactly the people named.
 * Left out it means everyone for items of sections A to K, and nobody yet for anything else: see the README.
 */
export const audienceSchema = z.union([z.literal('everyone'), z.array(keySchema)]).meta({
  id: 'audience',
  description:
    'Who receives this: "everyone", or the keys of the people who do. Left out, an item of sections A to K is ' +
    'open to everyone, and anything else is open to nobody until somebody decides.',
});
export type Audience = z.infer<typeof audienceSchema>;
