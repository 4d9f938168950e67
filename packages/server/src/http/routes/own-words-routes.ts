import {z} from 'zod';
import type {ItemId, ParticipantId, RootName} from '@goldthread/schema';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import {housesView} from '../houses-view.ts';
import type {HttpPorts} from '../http-ports.ts';
import {chosenHouses} from './house-choice-routes.ts';
import {choice, choiceAnswer, sharing, sharingOf} from './choice-answer.ts';

/** A drawing that took a child an afternoon; a longer one than any other request may be. */
const DRAWING_BYTES = 512 * 1024;

const symbol = z.strictObject({symbol: z.string().max(100), alt: z.string().max(200)});

const drawing = z.strictObject({
  alt: z.string().max(200).describe('What the child says that it is'),
  strokes: z
    .array(
      z.strictObject({
        tool: z.enum(['pen', 'fill', 'rubber']),
        colour: z.string().max(40),
        size: z.number().int().min(1).max(100),
        points: z.base64().max(8192).describe('Steps of 16 bits, base64'),
      }),
    )
    .max(300),
  stamps: z
    .array(
      z.strictObject({
        symbol: z.string().max(100),
        x: z.number().int().min(0).max(1000),
        y: z.number().int().min(0).max(1000),
        scale: z.number().int().min(1).max(100),
      }),
    )
    .max(100)
    .default([]),
});

const voiceNote = {
  attachment: z.string().max(100),
  seconds: z.number().int().min(0).max(3600),
  alt: z.string().max(200).describe('What the child says that it is'),
};

const thing = z.object({
  id: z.string(),
  root: z.string(),
  text: z.string(),
  symbols: z.array(z.object({symbol: z.string(), alt: z.string()})),
  drawing: z
    .object({
      alt: z.string(),
      strokes: z.array(
        z.object({tool: z.string(), colour: z.string(), size: z.number(), points: z.string()}),
      ),
      stamps: z.array(z.object({symbol: z.string(), x: z.number(), y: z.number(), scale: z.number()})),
    })
    .nullable(),
  voiceNote: z.object(voiceNote).nullable(),
  readers: z.array(z.string()).nullable().describe('Whom the child chose to read it; null is everybody'),
  decided: z.array(z.string()).describe('Who reads it because adults decided so, and the child was told'),
  decidedBy: z.array(z.string()).describe('Who decided it'),
  isOpened: z.boolean().describe('They opened it to everybody, and choosing fewer does not close it'),
  notWith: z.array(z.string()).describe('Who the child says should not see it'),
  isMine: z.boolean(),
  isRightOf: z
    .string()
    .nullable()
    .describe('Who wrote it for the child, who hasn’t said yet that it is right'),
  help: z
    .object({asked: z.array(z.string()), isLate: z.boolean(), readBy: z.string().nullable()})
    .nullable()
    .describe('Who was asked to help, and who decided how'),
});

const housesAnswer = z.object({
  child: z.object({calledName: z.string(), band: z.enum(['young', 'middle', 'teen'])}),
  isSure: z
    .boolean()
    .describe('Whether it is sure that the child is who signed in; else nothing can be written'),
  people: z.array(z.object({id: z.string(), name: z.string(), relationship: z.string(), lead: z.boolean()})),
  ...chosenHouses,
  things: z.array(thing),
  withYou: z.array(z.string()).describe('Who has a session with the child that goes on'),
  helpers: z.array(z.string()).describe('Who would be asked if the child called for help'),
});

/** What the child has in the houses, writes there, and lets others read. */
export function ownWordsRoutes(app: App, ports: HttpPorts): void {
  const {ownWords} = ports;
  const houses = {params: planAddress, response: {200: housesAnswer, ...failures(401, 404)}};
  app.get('/api/plans/:plan/houses', {schema: houses}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {things, people, helpers, ...view} = await housesView(ports, plan, participantOf(request));
    reply.header('cache-control', 'no-store');
    return {
      ...view,
      people: [...people],
      helpers: [...helpers],
      things: things.map(one => ({
        ...one,
        symbols: [...one.symbols],
        readers: one.readers === null ? null : [...one.readers],
        notWith: [...one.notWith],
        decided: [...one.decided],
        decidedBy: [...one.decidedBy],
        drawing:
          one.drawing === null
            ? null
            : {...one.drawing, strokes: [...one.drawing.strokes], stamps: [...one.drawing.stamps]},
        help: one.help === null ? null : {...one.help, asked: [...one.help.asked]},
      })),
    };
  });

  const add = {
    params: planAddress,
    body: z.strictObject({
      root: z.string().describe('One of the child’s houses'),
      afterItemId: z.string().nullable().default(null).describe('The item that it stands after'),
      text: z.string().max(20_000).default(''),
      symbols: z.array(symbol).max(20).default([]).describe('Picture cards'),
      drawing: drawing.nullable().default(null),
      voiceNote: z.strictObject(voiceNote).nullable().default(null).describe('A recording kept before'),
      asksForHelp: z.boolean().default(false).describe('The child needs help now'),
      shareWith: sharing.optional().describe('Left out: the child and the lead of the plan'),
    }),
    response: {201: choice, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/items', {schema: add, bodyLimit: DRAWING_BYTES}, async (request, reply) => {
    const {root, afterItemId, shareWith, ...content} = request.body;
    const made = await ownWords.add(planIdOf(request.params), childIn(request), {
      // Ids and roots are only looked up: one of the wrong shape is simply not found.
      root: root as RootName,
      after: afterItemId as ItemId | null,
      ...content,
      shareWith: shareWith === undefined ? null : sharingOf(shareWith),
    });
    return reply.code(201).send(choiceAnswer(made));
  });

  const help = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({}).nullish(),
    response: {200: choice, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/items/:id/help', {schema: help}, async request => {
    const itemId = request.params.id as ItemId;
    return choiceAnswer(await ports.helpCalls.ask(planIdOf(request.params), childIn(request), itemId));
  });

  const choose = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({
      shareWith: sharing,
      notWith: z
        .array(z.string())
        .max(100)
        .optional()
        .describe('Who should not see it, whatever is chosen later; left out: as it was'),
      cleared: z.array(z.string()).max(200).default([]).describe('Keys of places that may be told'),
    }),
    response: {200: choice, ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/items/:id/audience', {schema: choose}, async request => {
    const {shareWith, notWith = null, cleared} = request.body;
    const itemId = request.params.id as ItemId;
    const readers = {
      shareWith: sharingOf(shareWith),
      // As above.
      notWith: notWith as ParticipantId[] | null,
      cleared,
    };
    const planId = planIdOf(request.params);
    return choiceAnswer(await ownWords.choose(planId, childIn(request), itemId, readers));
  });
}

function childIn(request: Parameters<typeof participantOf>[0]) {
  const {participant, session} = participantOf(request);
  return {id: participant.id, sessionId: session.id};
}
