import {z} from 'zod';
import {
  COPY_REASONS,
  ITEM_TYPE_NAMES,
  type ItemId,
  type ParticipantId,
  type RootName,
} from '@goldthread/schema';
import {WITHHOLDING_REASONS} from '@goldthread/schema';
import type {Actor, WithholdRequest} from '../../withholding/index.ts';
import {clearedKeys, clearing, failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {emergencyReaderOf, participantOf, planIdOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {toldBody, toldOf} from './told-body.ts';
import {withholdingListAnswer, withholdingAnswer} from './withholding-answers.ts';

const passage = z.string().max(4000).default('');
const hiddenClass = z.enum(['marked', 'sealed']);

const copyReason = z
  .enum(COPY_REASONS)
  .optional()
  .describe('After COPIED_WORDS: why words of a private note may stand where these would');

const draft = z.strictObject({
  root: z.string(),
  afterItemId: z.string().nullable().default(null),
  type: z.enum(ITEM_TYPE_NAMES),
  text: z.string().min(1).max(20_000),
});

const asked = z.strictObject({
  itemIds: z.array(z.string()).max(50).default([]),
  personId: z
    .string()
    .optional()
    .describe('Somebody on the plan who is withheld, sealed and instead of items'),
  draft: draft.optional(),
  hiddenFrom: z.array(z.union([z.string(), z.strictObject({id: z.string(), class: hiddenClass})])),
  class: hiddenClass.default('sealed').describe('For everybody in `hiddenFrom` who is named without one'),
  audience: z
    .array(z.string())
    .optional()
    .describe('Exactly the readers; left out: everybody else on the plan'),
  reasonCode: z.enum(WITHHOLDING_REASONS),
  legalGround: passage,
  factBase: passage,
  alternatives: passage,
  openReason: passage.describe('Safe for everybody to read'),
  childTold: passage,
  reviewOn: z.iso.date().optional(),
  imminent: z.boolean().default(false),
  shapes: z.array(z.string()).max(50).default([]).describe('Open items that rest on what is withheld'),
  safeWording: z
    .record(z.string(), z.string().max(20_000).nullable())
    .default({})
    .describe('For statutory text: the words that stay in its place, or null for none'),
  copyReason,
  cleared: clearedKeys.describe(
    'Findings, in words that everybody is to read, that may be told all the same',
  ),
});

const proposal = asked.refine(
  ({personId, itemIds, draft: item, audience, shapes, safeWording, class: standard, hiddenFrom}) =>
    personId === undefined ||
    (itemIds.length === 0 &&
      item === undefined &&
      audience === undefined &&
      shapes.length === 0 &&
      Object.keys(safeWording).length === 0 &&
      hiddenFrom.every(one => (typeof one === 'string' ? standard : one.class) === 'sealed')),
  'a person is withheld by themselves, and sealed',
);

const address = planAddress.extend({id: z.string()});

/** Decisions to withhold: who may know of them, proposing, approving, looking again, opening. */
export function withholdingRoutes(app: App, ports: HttpPorts): void {
  const list = {params: planAddress, response: {200: withholdingListAnswer, ...failures(401, 404)}};
  app.get('/api/plans/:plan/withholdings', {schema: list}, async request => {
    return await ports.withholdings.list(planIdOf(request.params), emergencyReaderOf(request));
  });

  const propose = {
    params: planAddress,
    body: proposal,
    response: {
      201: z.object({
        withholdingId: z.string(),
        compartmentId: z.string(),
        status: z.string(),
        reviewOn: z.string(),
        itemIds: z.array(z.string()),
        undoUntil: z.string().nullable(),
      }),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/plans/:plan/withholdings', {schema: propose}, async (request, reply) => {
    const actor = actorIn(request);
    const made = await ports.withholdings.propose(planIdOf(request.params), actor, requestOf(request.body));
    const {id, compartmentId, status, reviewOn, itemIds, undoUntil} = made;
    return reply
      .code(201)
      .send({withholdingId: id, compartmentId, status, reviewOn, itemIds: [...itemIds], undoUntil});
  });

  decisionRoutes(app, ports);
}

function decisionRoutes(app: App, ports: HttpPorts): void {
  const {withholdings} = ports;
  const response = {200: withholdingAnswer, ...failures(400, 401, 404, 409)};
  const plain = {params: address, response};
  app.post('/api/plans/:plan/withholdings/:id/approve', {schema: plain}, async request =>
    withholdings.approve(planIdOf(request.params), actorIn(request), request.params.id),
  );
  const review = {params: address, body: z.strictObject({reviewOn: z.iso.date()}), response};
  app.post('/api/plans/:plan/withholdings/:id/review', {schema: review}, async request =>
    withholdings.review(planIdOf(request.params), actorIn(request), request.params.id, request.body.reviewOn),
  );
  const body = z.strictObject({cleared: clearedKeys, copyReason, told: toldBody}).nullish();
  const opens = {params: address, body, response};
  app.post('/api/plans/:plan/withholdings/:id/release', {schema: opens}, async request =>
    withholdings.release(planIdOf(request.params), actorIn(request), request.params.id, {
      cleared: request.body?.cleared ?? [],
      copyReason: request.body?.copyReason ?? null,
      told: toldOf(request.body?.told),
    }),
  );
  const adds = {
    params: address,
    body: z.strictObject({
      readerId: z.string().describe('Somebody on the plan who is to read it too'),
      ...{cleared: clearedKeys, copyReason, told: toldBody},
    }),
    response,
  };
  app.post('/api/plans/:plan/withholdings/:id/readers', {schema: adds}, async request => {
    const {copyReason: reason = null, told, ...said} = request.body;
    const id = planIdOf(request.params);
    return withholdings.addReader(id, actorIn(request), request.params.id, {
      ...said,
      ...{copyReason: reason, told: toldOf(told)},
    });
  });
  const undone = {params: address, body: clearing, response};
  app.post('/api/plans/:plan/withholdings/:id/undo', {schema: undone}, async request =>
    withholdings.undo(
      planIdOf(request.params),
      actorIn(request),
      request.params.id,
      request.body?.cleared ?? [],
    ),
  );
}

/** Who decides. Their doors let in only sessions of which it is sure whose they are. */
function actorIn(request: Parameters<typeof participantOf>[0]): Actor {
  const {participant, session} = participantOf(request);
  return {id: participant.id, sessionId: session.id};
}

/** Ids are only looked up: one of the wrong shape is simply not found. */
function requestOf(body: z.output<typeof proposal>): WithholdRequest {
  const {
    draft: item,
    personId,
    hiddenFrom,
    class: standard,
    audience,
    itemIds,
    shapes,
    reviewOn,
    copyReason: reason,
    ...words
  } = body;
  return {
    ...words,
    itemIds: [...new Set(itemIds)] as ItemId[],
    personId: (personId ?? null) as ParticipantId | null,
    draft:
      item === undefined
        ? null
        : {
            root: item.root as RootName,
            after: item.afterItemId as ItemId | null,
            type: item.type,
            text: item.text,
          },
    hiddenFrom: hiddenFrom.map(one =>
      typeof one === 'string'
        ? {id: one as ParticipantId, class: standard}
        : {id: one.id as ParticipantId, class: one.class},
    ),
    audience: audience === undefined ? null : (audience as ParticipantId[]),
    reviewOn: reviewOn ?? null,
    copyReason: reason ?? null,
    shapes: shapes as ItemId[],
  };
}
