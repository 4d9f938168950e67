import {
  COPY_REASONS,
  TRY_MEANS,
  isPlainDate,
  type AttachmentId,
  type ItemId,
  type RootName,
} from '@goldthread/schema';
import {z} from 'zod';
import type {DisagreementView} from '../../agreement/index.ts';
import {DISAGREEMENT_FILE_TYPES, FILE_PLACES} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

const OUTCOMES = ['agreedNow', 'stillDifferent'] as const;
const PRINT = ['printed', 'notPrinted'] as const;

const said = {
  id: z.string(),
  by: z.string(),
  byName: z.string(),
  party: z.string().describe('The side, as a plan file calls it'),
  name: z.string(),
  at: z.string(),
  words: z.string(),
};

const disagreement = z.object({
  id: z.string().describe('The first entry of it that the caller may know'),
  item: z.string().nullable().describe('null: about a whole part of the plan'),
  root: z.string().nullable(),
  quote: z.string().describe('What the item said then; empty of a whole part'),
  isChangedSince: z.boolean(),
  entries: z.array(
    z.object({
      ...said,
      act: z.enum(['opened', 'said', ...OUTCOMES, ...PRINT, 'withdrawn']),
      wish: z.string(),
      why: z.string(),
      files: z.array(
        z.object({
          id: z.string().describe('Read at /attachments'),
          place: z.enum(FILE_PLACES).describe('With which of the words it goes'),
          type: z.enum(DISAGREEMENT_FILE_TYPES),
          size: z.number(),
        }),
      ),
      isGone: z.boolean().describe('Its side took the words back, and what went with them'),
    }),
  ),
  outcome: z.enum(['open', ...OUTCOMES, 'withdrawn']),
  isPrinted: z.boolean().describe('Its side wants it printed with the plan'),
  isOpen: z.boolean().describe('Everybody on the plan reads it'),
});

const tried = z.object({
  ...said,
  item: z.string().nullable(),
  to: z.string(),
  toName: z.string(),
  on: z.string(),
  means: z.enum(TRY_MEANS),
});

const passage = z.string().trim().max(4000);
const copyReason = z
  .enum(COPY_REASONS)
  .optional()
  .describe('After COPIED_WORDS: why words of a private note may stand here');
/** So many files go with one entry at most. */
const MOST_FILES = 9;
const files = z
  .array(
    z.strictObject({
      // The id is only ever looked up; one of the wrong shape is simply not found.
      id: z
        .string()
        .max(100)
        .transform(id => id as AttachmentId),
      place: z.enum(FILE_PLACES),
    }),
  )
  .max(MOST_FILES)
  .default([])
  .describe('Files of the caller’s own that wait to be sent');
const one = planAddress.extend({id: z.string()});

/** What sides say where they don't agree. What others said is among the records. */
export function disagreementRoutes(app: App, ports: HttpPorts): void {
  const {disagreements, storage} = ports;
  const open = {
    params: planAddress,
    body: z
      .strictObject({
        itemId: z.string().optional(),
        root: z.string().max(100).optional().describe('Instead of an item: a whole part of the plan'),
        words: passage.default('').describe('What the caller’s side doesn’t agree with'),
        wish: passage.default('').describe('What it would like it to say'),
        why: passage.default('').describe('Why that matters to it'),
        files,
        copyReason,
      })
      .refine(said => said.words !== '' || said.files.some(({place}) => place === 'words'), 'words or a file')
      .refine(
        ({itemId, root}) => (itemId === undefined) !== (root === undefined),
        'an item or a part of the plan',
      ),
    response: {201: disagreement, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/disagreements', {schema: open}, async (request, reply) => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    const {itemId, root, copyReason: reason = null, ...words} = request.body;
    // Both are only ever looked up; one of the wrong shape is simply not found.
    const about = root === undefined ? {itemId: itemId as ItemId} : {root: root as RootName};
    const asked = {...words, about, copyReason: reason};
    return reply.code(201).send(answerOf(await disagreements.open(plan.id, participantOf(request), asked)));
  });

  const say = {
    params: one,
    body: z
      .strictObject({
        words: passage.default(''),
        outcome: z.enum([...OUTCOMES, ...PRINT]).optional(),
        files,
        copyReason,
      })
      .refine(
        said => said.words !== '' || said.outcome !== undefined || said.files.length > 0,
        'words, a file or an outcome',
      ),
    response: {200: disagreement, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/disagreements/:id/say', {schema: say}, async request => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    const {words, outcome = null, files: sent, copyReason: reason = null} = request.body;
    const entry = {words, outcome, files: sent, copyReason: reason};
    return answerOf(await disagreements.say(plan.id, participantOf(request), request.params.id, entry));
  });

  const withdraw = {
    params: one,
    body: z.strictObject({hideWords: z.boolean().default(false)}),
    response: {200: disagreement, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/disagreements/:id/withdraw', {schema: withdraw}, async request => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    const {hideWords} = request.body;
    return answerOf(
      await disagreements.withdraw(plan.id, participantOf(request), request.params.id, hideWords),
    );
  });

  const note = {
    params: planAddress,
    body: z.strictObject({
      itemId: z.string().optional().describe('Left out: about the whole plan'),
      to: z
        .string()
        .max(300)
        .describe('The side that was asked: the key of a person, or the name of an agency'),
      on: z.string().refine(isPlainDate, 'a day as 2026-11-30'),
      means: z.enum(TRY_MEANS),
      words: passage.default('').describe('What was offered'),
      copyReason,
    }),
    response: {201: tried, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/tries', {schema: note}, async (request, reply) => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    const {itemId = null, copyReason: reason = null, ...asked} = request.body;
    const made = {...asked, itemId: itemId as ItemId | null, copyReason: reason};
    return reply.code(201).send(await disagreements.tried(plan.id, participantOf(request), made));
  });
}

function answerOf(view: DisagreementView) {
  return {...view, entries: view.entries.map(one => ({...one, files: [...one.files]}))};
}
