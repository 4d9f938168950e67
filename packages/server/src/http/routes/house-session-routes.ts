import {STATEMENT_MODES, type ItemId, type ParticipantId, type RootName} from '@goldthread/schema';
import {z} from 'zod';
import type {HouseSessionChange, Shown} from '../../houses/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {choice, choiceAnswer, sharing, sharingOf} from './choice-answer.ts';
import {sessionAnswer, sessionAnswerOf, sessionDrafts, sessionWords} from './house-session-answers.ts';

const URL = '/api/plans/:plan/sessions';
const ofSession = planAddress.extend({id: z.string()});
const said = z.string().trim().max(500).default('');
const ids = z.array(z.string()).max(100);

const changes = z.strictObject({
  ...z.strictObject(sessionWords).partial().shape,
  begins: z.boolean().optional().describe('From now on somebody writes for the child'),
  drafts: sessionDrafts.optional(),
});

/** Sessions with the child: who asks, where, with whom, and until when they may write for the child. */
export function houseSessionRoutes(app: App, ports: HttpPorts): void {
  const {houseSessions, ownWords} = ports;
  const list = {
    params: planAddress,
    response: {200: z.object({sessions: z.array(sessionAnswer)}), ...failures(401, 404)},
  };
  app.get(URL, {schema: list}, async (request, reply) => {
    const found = await houseSessions.list(planIdOf(request.params), participantOf(request));
    reply.header('cache-control', 'no-store');
    return {sessions: found.map(sessionAnswerOf)};
  });

  const prepare = {
    params: planAddress,
    body: changes,
    response: {201: sessionAnswer, ...failures(400, 401, 404, 409)},
  };
  app.post(URL, {schema: prepare}, async (request, reply) => {
    // What a body of JSON leaves out isn't in it.
    const change = request.body as HouseSessionChange;
    const made = await houseSessions.prepare(planIdOf(request.params), participantOf(request), change);
    return reply.code(201).send(sessionAnswerOf(made));
  });

  const change = {
    params: ofSession,
    body: changes.extend({isOver: z.boolean().optional()}),
    response: {200: sessionAnswer, ...failures(400, 401, 404, 409)},
  };
  app.patch(`${URL}/:id`, {schema: change}, async request => {
    const {params, body} = request;
    // As above.
    const changed = body as HouseSessionChange;
    return sessionAnswerOf(
      await houseSessions.change(planIdOf(params), participantOf(request), params.id, changed),
    );
  });

  const write = {
    params: ofSession,
    body: z.strictObject({
      root: z.string().describe('One of the child’s houses'),
      text: z.string().min(1).max(20_000).describe('The child’s words, or what was seen'),
      mode: z.enum(STATEMENT_MODES).describe('Word for word, signed, seen...'),
      promptsUsed: said.describe('What was asked or shown for this'),
      observed: said.describe('What was seen at the same time'),
      interpretedBy: said,
    }),
    response: {201: choice, ...failures(400, 401, 404, 409)},
  };
  app.post(`${URL}/:id/items`, {schema: write}, async (request, reply) => {
    const {params} = request;
    const {root, ...words} = request.body;
    const made = await ownWords.addFor(planIdOf(params), participantOf(request), params.id, {
      ...words,
      // Roots are only looked up: one of the wrong shape is simply not found.
      root: root as RootName,
    });
    return reply.code(201).send(choiceAnswer(made));
  });

  const choose = {
    params: ofSession.extend({item: z.string()}),
    body: z.strictObject({
      shareWith: sharing,
      notWith: ids.nullable().default(null).describe('Who should not see it; left out, it stays as it was'),
      isShownByChild: z.boolean().default(false).describe('The child wants to show it'),
      cleared: z
        .array(z.string())
        .max(200)
        .default([])
        .describe('Keys of findings that may be read all the same'),
    }),
    response: {200: choice, ...failures(400, 401, 404, 409)},
  };
  app.put(`${URL}/:id/items/:item/audience`, {schema: choose}, async request => {
    const {params} = request;
    const {shareWith, notWith, ...more} = request.body;
    // Ids are only looked up: one of the wrong shape is simply not found.
    const itemId = params.item as ItemId;
    return choiceAnswer(
      await ownWords.chooseFor(planIdOf(params), participantOf(request), params.id, itemId, {
        ...more,
        shareWith: sharingOf(shareWith),
        notWith: notWith as ParticipantId[] | null,
      }),
    );
  });
}

/** When what a child said was shown to whom, and how they took it. */
export function presentationRoutes(app: App, ports: HttpPorts): void {
  const shown = z.strictObject({
    present: ids.optional().describe('Who was there, of the people on the plan'),
    others: z.boolean().optional().describe('Whether somebody was there who is not on the plan'),
    reaction: z.string().trim().max(4000).optional().describe('What they said, and how they took it'),
  });
  const begin = {
    params: ofSession,
    body: shown,
    response: {201: sessionAnswer, ...failures(400, 401, 404, 409)},
  };
  // What a body of JSON leaves out isn't in it; ids are only looked up.
  const shownIn = (body: unknown) => body as Shown;
  app.post(`${URL}/:id/presentations`, {schema: begin}, async (request, reply) => {
    const {params, body} = request;
    const holder = participantOf(request);
    const made = await ports.presentations.begin(planIdOf(params), holder, params.id, shownIn(body));
    return reply.code(201).send(sessionAnswerOf(made));
  });

  const change = {
    params: ofSession.extend({presentation: z.string()}),
    body: shown,
    response: {200: sessionAnswer, ...failures(400, 401, 404, 409)},
  };
  app.patch(`${URL}/:id/presentations/:presentation`, {schema: change}, async request => {
    const {params, body} = request;
    const {id, presentation} = params;
    const holder = participantOf(request);
    return sessionAnswerOf(
      await ports.presentations.change(planIdOf(params), holder, id, presentation, shownIn(body)),
    );
  });
}
