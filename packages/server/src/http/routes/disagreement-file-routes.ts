import type {ItemId, RootName} from '@goldthread/schema';
import {z} from 'zod';
import type {FileFor} from '../../agreement/index.ts';
import {DISAGREEMENT_FILE_TYPES} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {BODY_BYTES} from './attachment-routes.ts';

const goesWith = {
  itemId: z.string().max(100).optional(),
  root: z.string().max(100).optional().describe('Instead of an item: a whole part of the plan'),
  to: z.string().max(100).optional().describe('Instead of both: a disagreement'),
};

/** Files that go with what sides say where they don't agree. They are read where recordings are. */
export function disagreementFileRoutes(app: App, ports: HttpPorts): void {
  const {disagreementFiles, storage} = ports;
  const keep = {
    params: planAddress,
    body: z
      .strictObject({
        ...goesWith,
        data: z.base64().min(1).describe('A picture that says no more than it shows, a PDF or a recording'),
      })
      .refine(
        ({itemId, root, to}) => [itemId, root, to].filter(one => one !== undefined).length === 1,
        'an item, a part of the plan or a disagreement',
      ),
    response: {
      201: z.object({id: z.string(), type: z.enum(DISAGREEMENT_FILE_TYPES), size: z.number()}),
      ...failures(400, 401, 404, 409, 413, 415),
    },
  };
  app.post(
    '/api/plans/:plan/disagreements/files',
    {schema: keep, bodyLimit: BODY_BYTES},
    async (request, reply) => {
      const plan = await requirePlan(storage, planIdOf(request.params));
      const bytes = Buffer.from(request.body.data, 'base64');
      const where = placeOf(request.body);
      const {id, type, size} = await disagreementFiles.keep(plan.id, participantOf(request), where, bytes);
      return reply.code(201).send({id, type, size});
    },
  );

  const drop = {
    params: planAddress.extend({id: z.string()}),
    response: {204: z.null(), ...failures(401, 404)},
  };
  app.delete('/api/plans/:plan/disagreements/files/:id', {schema: drop}, async (request, reply) => {
    const plan = await requirePlan(storage, planIdOf(request.params));
    await disagreementFiles.drop(plan.id, participantOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}

/** All of them are only ever looked up; one of the wrong shape is simply not found. */
function placeOf({itemId, root, to}: z.output<z.ZodObject<typeof goesWith>>): FileFor {
  if (itemId !== undefined) return {itemId: itemId as ItemId};
  return root === undefined ? {to: to ?? ''} : {root: root as RootName};
}
