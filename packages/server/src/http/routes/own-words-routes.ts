import {z} from 'zod';
import type {ItemId, ParticipantId, RootName} from '@goldthread/schema';
import type {Choice, Sharing} from '../../houses/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';

const sharing = z
  .union([z.literal('everyone'), z.array(z.string()).max(100)])
  .describe('Everybody on the plan, or exactly these people and the child');

const choice = z.object({
  itemId: z.string().describe('What the item is called from now on'),
  compartmentId: z.string(),
  seenBy: z
    .array(z.object({id: z.string(), name: z.string()}))
    .describe('Who had it open before and can’t read it any more: what was seen stays seen'),
});

/** What the child writes in a house, and who may read it. */
export function ownWordsRoutes(app: App, {ownWords}: HttpPorts): void {
  const add = {
    params: planAddress,
    body: z.strictObject({
      root: z.string().describe('One of the child’s houses'),
      afterItemId: z.string().nullable().default(null).describe('The item that it stands after'),
      text: z.string().max(20_000).default(''),
      shareWith: sharing.optional().describe('Left out: the child and the lead of the plan'),
    }),
    response: {201: choice, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/items', {schema: add}, async (request, reply) => {
    const {root, afterItemId, text, shareWith} = request.body;
    const made = await ownWords.add(planIdOf(request.params), childIn(request), {
      // Ids and roots are only looked up: one of the wrong shape is simply not found.
      root: root as RootName,
      after: afterItemId as ItemId | null,
      text,
      shareWith: shareWith === undefined ? null : sharingOf(shareWith),
    });
    return reply.code(201).send(answerOf(made));
  });

  const choose = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({
      shareWith: sharing,
      cleared: z.array(z.string()).max(200).default([]).describe('Keys of places that may be told'),
    }),
    response: {200: choice, ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/items/:id/audience', {schema: choose}, async request => {
    const {shareWith, cleared} = request.body;
    const itemId = request.params.id as ItemId;
    return answerOf(
      await ownWords.choose(
        planIdOf(request.params),
        childIn(request),
        itemId,
        sharingOf(shareWith),
        cleared,
      ),
    );
  });
}

function sharingOf(shareWith: 'everyone' | string[]): Sharing {
  return shareWith === 'everyone' ? shareWith : (shareWith as ParticipantId[]);
}

function childIn(request: Parameters<typeof participantOf>[0]) {
  const {participant, session} = participantOf(request);
  return {id: participant.id, sessionId: session.id};
}

function answerOf({seenBy, ...where}: Choice) {
  return {...where, seenBy: seenBy.map(one => ({...one}))};
}
