import {COPY_REASONS, type ItemId} from '@goldthread/schema';
import {z} from 'zod';
import type {NewTrace} from '../../traces/index.ts';
import {RequestProblem} from '../../errors.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {youSaid} from '../you-said.ts';

const ACTS = ['reason', 'done', 'linked'] as const;

const trace = z.object({
  id: z.string(),
  item: z.string(),
  act: z.enum(ACTS),
  words: z.string(),
  on: z.string().nullable(),
  to: z.string().nullable(),
  by: z.string(),
  byName: z.string(),
  at: z.string(),
  takenBackAt: z.string().nullable(),
});

const said = {words: z.string(), byName: z.string()};

const toldThing = z.object({
  id: z.string(),
  words: z.string(),
  isQuoted: z.boolean().describe('Whether it stands in section A, word for word'),
  mayQuote: z.boolean().describe('Whether the child may put it into section A, or take it out again'),
  wrote: z.array(z.string()).describe('The words of the needs, outcomes and help that rest on it'),
  reason: z.object(said).nullable().describe('Why it is not in the plan'),
  done: z.array(z.object({...said, on: z.string()})),
  answers: z.array(z.object(said)).describe('What grown-ups say to it'),
});

const itemAddress = planAddress.extend({id: z.string()});
const nothing = z.strictObject({}).nullish();

/** What becomes of what the child says: quoted in section A, the reason why it isn't, what was done. What others left is among the records. */
export function traceRoutes(app: App, ports: HttpPorts): void {
  const {traces, quotations, storage} = ports;
  const quote = {
    params: itemAddress,
    body: z.strictObject({
      cleared: z.array(z.string()).max(200).default([]).describe('Keys of places that may stand there'),
    }),
    response: {
      201: z.object({itemId: z.string().describe('The quotation in section A')}),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/items/:id/quote', {schema: quote}, async (request, reply) => {
    const {params, body} = request;
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const itemId = params.id as ItemId;
    const made = await quotations.quote(planIdOf(params), participantOf(request), itemId, body.cleared);
    return reply.code(201).send({...made});
  });

  const unquote = {
    params: itemAddress,
    body: nothing,
    response: {204: z.null(), ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/items/:id/unquote', {schema: unquote}, async (request, reply) => {
    const {params} = request;
    await quotations.takeOut(planIdOf(params), participantOf(request), params.id as ItemId);
    return reply.code(204).send(null);
  });

  const leave = {
    params: planAddress,
    body: z.strictObject({
      itemId: z.string().describe('What the child said'),
      act: z.enum(ACTS),
      words: z.string().trim().max(2000).default('').describe('Why, or what was done'),
      on: z.iso.date().optional().describe('With `done`: the day'),
      to: z.string().optional().describe('With `linked`, which is for what the child lets a few people read'),
      copyReason: z
        .enum(COPY_REASONS)
        .optional()
        .describe('After COPIED_WORDS: why words of a private note may stand here'),
    }),
    response: {201: trace, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/traces', {schema: leave}, async (request, reply) => {
    const {body, params} = request;
    const left = await traces.leave(planIdOf(params), participantOf(request), {
      itemId: body.itemId as ItemId,
      entry: entryOf(body),
      copyReason: body.copyReason ?? null,
    });
    return reply.code(201).send({...left});
  });

  const told = {
    params: planAddress,
    response: {200: z.object({said: z.array(toldThing)}), ...failures(401, 404)},
  };
  app.get('/api/plans/:plan/you-said', {schema: told}, async request => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    return {said: await youSaid(ports, plan, participantOf(request))};
  });

  const back = {params: itemAddress, body: nothing, response: {200: trace, ...failures(400, 401, 404, 409)}};
  app.post('/api/plans/:plan/traces/:id/take-back', {schema: back}, async request => {
    const {params} = request;
    return {...(await traces.takeBack(planIdOf(params), participantOf(request), params.id))};
  });
}

interface Body {
  readonly act: (typeof ACTS)[number];
  readonly words: string;
  readonly on?: string | undefined;
  readonly to?: string | undefined;
}

function entryOf({act, words, on, to}: Body): NewTrace['entry'] {
  if (act === 'linked' && to !== undefined) return {act, to: to as ItemId};
  if (act === 'reason' && words !== '') return {act, words};
  if (act === 'done' && words !== '' && on !== undefined) return {act, words, on};
  throw new RequestProblem('BAD_REQUEST', act);
}
