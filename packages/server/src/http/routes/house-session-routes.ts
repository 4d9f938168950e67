import {STATEMENT_MODES, type RootName} from '@goldthread/schema';
import {z} from 'zod';
import type {HouseSessionChange, HouseSessionView} from '../../houses/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {choice, choiceAnswer, sharing, sharingOf} from './choice-answer.ts';

const passage = z.string().trim().max(4000);
const names = z.array(z.string().trim().min(1).max(200)).max(50);

const words = {
  place: passage.min(1).describe('Where'),
  present: names.min(1).describe('Everybody who was there, by name'),
  prompts: z.array(passage).max(100).describe('What was asked or shown'),
  limitsTold: passage
    .min(1)
    .describe('What the child was told about who sees it and what cannot stay secret'),
  parentTold: passage.describe('Whether a parent was told before; where not, why and who decided'),
  readBack: passage.describe('How it was read back; from then on nobody but the child writes'),
  endedBy: passage,
  presented: passage.describe('To whom it was presented back, when, and what they said'),
  feedback: passage.describe('What was done because of it, as the child was told'),
};

const answer = z.object({
  id: z.string(),
  askedBy: z.string(),
  beganAt: z.string(),
  readBackAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  mayWrite: z.boolean().describe('Whether whoever held it may still write for the child'),
  ...words,
  place: z.string(),
  present: z.array(z.string()),
  prompts: z.array(z.string()),
  limitsTold: z.string(),
});

/** Sessions with the child: who asks, where, with whom, and until when they may write for the child. */
export function houseSessionRoutes(app: App, ports: HttpPorts): void {
  const {houseSessions} = ports;
  const url = '/api/plans/:plan/sessions';
  const list = {
    params: planAddress,
    response: {200: z.object({sessions: z.array(answer)}), ...failures(401, 404)},
  };
  app.get(url, {schema: list}, async request => {
    const found = await houseSessions.list(planIdOf(request.params), participantOf(request));
    return {sessions: found.map(answerOf)};
  });

  const {place, present, limitsTold} = words;
  const parentTold = words.parentTold.default('');
  const prompts = words.prompts.default([]);
  const begin = {
    params: planAddress,
    body: z.strictObject({place, present, limitsTold, parentTold, prompts}),
    response: {201: answer, ...failures(400, 401, 404, 409)},
  };
  app.post(url, {schema: begin}, async (request, reply) => {
    const begun = await houseSessions.begin(planIdOf(request.params), participantOf(request), request.body);
    return reply.code(201).send(answerOf(begun));
  });

  const write = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({
      root: z.string().describe('One of the child’s houses'),
      text: z.string().min(1).max(20_000).describe('The child’s words, or what was seen'),
      mode: z.enum(STATEMENT_MODES).describe('Word for word, signed, seen...'),
      promptsUsed: passage.max(500).default('').describe('What was asked or shown for this'),
      observed: passage.max(500).default('').describe('What was seen at the same time'),
      interpretedBy: passage.max(500).default(''),
      shareWith: sharing.optional().describe('Left out: the child, who writes, and the lead of the plan'),
    }),
    response: {201: choice, ...failures(400, 401, 404, 409)},
  };
  app.post(`${url}/:id/items`, {schema: write}, async (request, reply) => {
    const {params} = request;
    const {root, shareWith, ...said} = request.body;
    const made = await ports.ownWords.addFor(planIdOf(params), participantOf(request), params.id, {
      ...said,
      // Roots are only looked up: one of the wrong shape is simply not found.
      root: root as RootName,
      shareWith: shareWith === undefined ? null : sharingOf(shareWith),
    });
    return reply.code(201).send(choiceAnswer(made));
  });

  const change = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({...z.strictObject(words).partial().shape, isOver: z.boolean().optional()}),
    response: {200: answer, ...failures(400, 401, 404, 409)},
  };
  app.patch(`${url}/:id`, {schema: change}, async request => {
    const {params, body} = request;
    // What a body of JSON leaves out isn't in it.
    const changed = body as HouseSessionChange;
    return answerOf(await houseSessions.change(planIdOf(params), participantOf(request), params.id, changed));
  });
}

function answerOf(view: HouseSessionView) {
  return {...view, present: [...view.present], prompts: [...view.prompts]};
}
