import {COPY_REASONS, type ItemId} from '@goldthread/schema';
import {z} from 'zod';
import type {ThreadView} from '../../agreement/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

const KINDS = ['comment', 'answer'] as const;

const thread = z.object({
  id: z.string().describe('The first comment of it that the caller may know'),
  item: z.string(),
  anchor: z
    .object({
      quote: z.string().describe('The words of the item to which it belongs, as they were'),
      state: z.enum(['there', 'changed', 'gone']),
      start: z
        .string()
        .nullable()
        .describe('Where they are in the document of the item; null after it moved'),
      end: z.string().nullable(),
    })
    .nullable(),
  comments: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(KINDS),
      by: z.string(),
      byName: z.string(),
      relationship: z.string(),
      at: z.string(),
      text: z.string(),
      takenBackAt: z.string().nullable(),
      isForFewer: z.boolean().describe('Fewer people can read it than can read its item'),
    }),
  ),
  resolved: z.object({by: z.string(), byName: z.string(), at: z.string()}).nullable(),
});

const place = z.string().max(200).describe('A Y.RelativePosition of the item’s document, in base64url');

/** What people say beside items. What others said is among the records. */
export function commentRoutes(app: App, ports: HttpPorts): void {
  const {comments, storage} = ports;
  const say = {
    params: planAddress,
    body: z.strictObject({
      itemId: z.string(),
      anchor: z.strictObject({start: place, end: place}).optional(),
      text: z.string().trim().min(1).max(4000),
      kind: z.enum(KINDS).optional().describe('`answer`: to a child’s own words; found out where left out'),
      replyTo: z.string().optional().describe('A comment of the thread to which it belongs'),
      copyReason: z
        .enum(COPY_REASONS)
        .optional()
        .describe('After COPIED_WORDS: why words of a private note may stand here'),
    }),
    response: {201: thread, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/comments', {schema: say}, async (request, reply) => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    const {itemId, anchor = null, kind = null, replyTo = null, copyReason = null, text} = request.body;
    const said = {anchor, kind, replyTo, copyReason, text};
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const made = await comments.say(plan.id, participantOf(request), {...said, itemId: itemId as ItemId});
    return reply.code(201).send(answerOf(made));
  });

  const act = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({}).nullish(),
    response: {200: thread, ...failures(400, 401, 404, 409)},
  };
  for (const [path, what] of [
    ['resolve', 'resolved'],
    ['reopen', 'reopened'],
  ] as const) {
    app.post(`/api/plans/:plan/comments/:id/${path}`, {schema: act}, async request => {
      const plan = await requirePlan(storage, planIdOf(request.params));
      return answerOf(await comments.settle(plan.id, participantOf(request), request.params.id, what));
    });
  }
  app.post('/api/plans/:plan/comments/:id/take-back', {schema: act}, async request => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    return answerOf(await comments.takeBack(plan.id, participantOf(request), request.params.id));
  });
}

function answerOf(view: ThreadView) {
  return {...view, comments: [...view.comments]};
}
