import {
  EXPLAINED,
  HOUSES,
  PARENT_ANSWERS,
  READ_BACK_ANSWERS,
  SESSION_ENDS,
  type RootName,
} from '@goldthread/schema';
import {z} from 'zod';
import type {HouseSessionView} from '../../houses/index.ts';

const passage = z.string().trim().max(4000);
const names = z.array(z.string().trim().min(1).max(200)).max(50);
const house = z.enum(HOUSES.map(one => `house:${one}` as const satisfies RootName));
const orNothing = z.literal('');

/** What may be written down of a session as it goes on. */
export const sessionWords = {
  parentAnswer: z.enum(PARENT_ANSWERS).or(orNothing).describe('Whether a parent knows of it before'),
  parentTold: passage.describe('How a parent was told; where not, why'),
  manager: passage.max(200).describe('Who decided with whoever holds it that no parent is asked'),
  place: passage.describe('Where'),
  present: names.describe('Everybody who was there, by name'),
  explained: z.array(z.enum(EXPLAINED)).max(EXPLAINED.length),
  limitsTold: passage.describe('What the child was told about who sees it and what cannot stay secret'),
  prompts: z.array(passage.min(1)).max(100).describe('What was asked or shown'),
  firstHouse: house.or(orNothing).describe('Which house the child chose first'),
  leftOut: z.array(house).max(HOUSES.length).describe('Which houses the child chose to leave empty'),
  chosen: passage.describe('What else the child chose, such as names for the houses'),
  readBackAnswer: z.enum(READ_BACK_ANSWERS).or(orNothing),
  readBack: passage.describe('How it was read back; from then on nobody but the child writes'),
  endedAs: z.enum(SESSION_ENDS).or(orNothing),
  endedBy: passage,
  presentPlan: passage.describe('Who is to be there when it is shown, when, and where the child is then'),
  presented: passage.describe('To whom it was presented back, when, and what they said'),
  feedback: passage.describe('What was done because of it, as the child was told'),
};

/** What somebody begins to write is theirs alone until it is written down. */
export const sessionDrafts = z
  .record(z.string().max(40), z.string().max(20_000))
  .refine(drafts => Object.keys(drafts).length <= 20)
  .describe('What is typed and not written down yet, by the name of its box; empty throws it away');

const item = z.object({
  id: z.string(),
  root: z.string(),
  readers: z.array(z.string()).nullable().describe('Besides the child; null is everybody on the plan'),
  notWith: z.array(z.string()).describe('Who should not see it, as the child said'),
  isShownByChild: z.boolean().describe('The child wants to show it'),
  isAsked: z.boolean().describe('The child was asked who may see it'),
});

const presentation = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string().nullable(),
  present: z.array(z.string()),
  others: z.boolean(),
  reaction: z.string(),
});

/** A session as one of its readers sees it. */
export const sessionAnswer = z.object({
  ...sessionWords,
  present: z.array(z.string()),
  prompts: z.array(z.string()),
  id: z.string(),
  askedBy: z.string(),
  isMine: z.boolean(),
  madeAt: z.string(),
  beganAt: z.string().nullable(),
  readBackAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  mayWrite: z.boolean().describe('Whether whoever asks may write for the child now'),
  mayChoose: z.boolean().describe('Whether the child can still say there who may see what'),
  items: z.array(item).describe('What was written in it, as far as whoever asks reads it'),
  choosable: z.array(z.string()).describe('Whom the child can choose'),
  presentations: z.array(presentation),
  drafts: z.record(z.string(), z.string()),
});

/** A session as it is answered. */
export function sessionAnswerOf(view: HouseSessionView): z.infer<typeof sessionAnswer> {
  return {
    ...view,
    present: [...view.present],
    explained: [...view.explained],
    prompts: [...view.prompts],
    // A session holds no other roots.
    leftOut: [...view.leftOut] as z.infer<typeof house>[],
    firstHouse: view.firstHouse as z.infer<typeof house> | '',
    items: view.items.map(one => ({
      ...one,
      readers: one.readers === null ? null : [...one.readers],
      notWith: [...one.notWith],
    })),
    choosable: [...view.choosable],
    presentations: view.presentations.map(one => ({...one, present: [...one.present]})),
    drafts: {...view.drafts},
  };
}
