import type {ItemId} from '@goldthread/schema';
import {z} from 'zod';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {itemAuthors} from '../item-authors.ts';
import {readDeed} from '../note-reading.ts';

const writer = z.object({id: z.string(), name: z.string(), relationship: z.string()});
const deed = z.object({by: writer, at: z.string()}).nullable();

const answer = z.object({
  item: z.string(),
  type: z.string(),
  owner: writer.nullable().describe('Whose item it is'),
  typedBy: writer.nullable().describe('Who typed it for them'),
  isRight: z
    .boolean()
    .nullable()
    .describe('Whether its owner said that what was typed for them is right; null: nobody typed it for them'),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  present: z.array(z.string()).describe('Who was there, as the item says'),
  session: z
    .object({
      date: z.string(),
      place: z.string(),
      askedBy: z.string(),
      present: z.array(z.string()),
      prompts: z.array(z.string()),
    })
    .nullable()
    .describe('The Three Houses session in which it was said'),
  blocks: z
    .array(
      z.array(
        z.object({
          words: z.string(),
          by: writer.nullable().describe('null: they came with the plan, or were put there from elsewhere'),
          typedFor: writer.nullable(),
          at: z.string().nullable(),
        }),
      ),
    )
    .describe('The words that stand in it, block by block, and who first wrote each'),
  wrote: deed.describe('Who wrote in it last'),
  tookOut: deed.describe('Who last took words out of it'),
});

/** Who wrote the words of an item, from the server's own log, and whether whose words they are says that they are right. */
export function authorRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress.extend({id: z.string()}),
    response: {200: answer, ...failures(401, 404)},
  };
  app.get('/api/plans/:plan/items/:id/authors', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = participantOf(request);
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const {compartment, authors} = await itemAuthors(ports, plan, reader, request.params.id as ItemId);
    await ports.audit.note(readDeed(reader, compartment));
    const {present, session, blocks} = authors;
    return {
      ...authors,
      present: [...present],
      session: session && {...session, present: [...session.present], prompts: [...session.prompts]},
      blocks: blocks.map(block => [...block]),
    };
  });

  const right = {
    params: planAddress.extend({id: z.string()}),
    body: z.strictObject({}).nullish(),
    response: {204: z.null(), ...failures(400, 401, 404)},
  };
  app.post('/api/plans/:plan/items/:id/right', {schema: right}, async (request, reply) => {
    // As above.
    const itemId = request.params.id as ItemId;
    await ports.saidRight.say(planIdOf(request.params), participantOf(request), itemId);
    return reply.code(204).send(null);
  });
}
