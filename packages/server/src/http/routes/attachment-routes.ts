import type {CompartmentId} from '@goldthread/schema';
import {z} from 'zod';
import type {SignedIn} from '../../auth/index.ts';
import {RequestProblem} from '../../errors.ts';
import {
  ATTACHMENT_TYPES,
  FILE_BYTES,
  type AttachmentRecord,
  type DisagreementFileType,
  type PlanRecord,
} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {emergencyReaderOf, participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {readDeed} from '../note-reading.ts';
import {received} from '../reading.ts';

/** Four characters of base64 for three bytes, and room for the rest of the body. */
export const BODY_BYTES = Math.ceil(FILE_BYTES / 3) * 4 + 1024;

/** What was recorded: kept by the child, heard by whoever reads the document that it belongs to; and what goes with a disagreement. */
export function attachmentRoutes(app: App, ports: HttpPorts): void {
  const keep = {
    params: planAddress,
    body: z.strictObject({
      data: z.base64().min(1).describe('The recording: WebM, Ogg or MP4, at most 5 MB'),
      compartmentId: z.string().optional().describe('For whom it is; left out, the child and the lead'),
    }),
    response: {
      201: z.object({
        attachmentId: z.string(),
        compartmentId: z.string(),
        type: z.enum(ATTACHMENT_TYPES),
        size: z.number(),
      }),
      ...failures(400, 401, 404, 413, 415),
    },
  };
  const url = '/api/plans/:plan/attachments';
  app.post(url, {schema: keep, bodyLimit: BODY_BYTES}, async (request, reply) => {
    const {participant, session} = participantOf(request);
    const {data, compartmentId} = request.body;
    const actor = {id: participant.id, sessionId: session.id};
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const where = (compartmentId ?? null) as CompartmentId | null;
    const bytes = Buffer.from(data, 'base64');
    const kept = await ports.recordings.keep(planIdOf(request.params), actor, bytes, where);
    const {id: attachmentId, compartmentId: at, type, size} = kept;
    return reply.code(201).send({attachmentId, compartmentId: at, type, size});
  });

  const hear = {
    params: planAddress.extend({id: z.string()}),
    querystring: z.strictObject({
      as: z.literal('text').optional().describe('`text`: as JSON `{type, data}` with `data` in base64'),
    }),
    response: {200: z.any().describe('The recording itself'), ...failures(401, 404)},
  };
  app.get(`${url}/:id`, {schema: hear}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const reader = emergencyReaderOf(request);
    const {id} = request.params;
    const compartments = await ports.storage.compartments(plan.id);
    const found =
      (await recording(ports, plan, reader, id)) ?? (await ports.disagreementFiles.read(plan.id, reader, id));
    const compartment = compartments.find(one => one.id === found?.record.compartmentId);
    if (found === null || compartment === undefined) throw new RequestProblem('NOT_FOUND');
    const {record, bytes} = found;
    await ports.audit.note(readDeed(reader, compartment));
    if (request.query.as === 'text') {
      void reply.header('cache-control', 'no-store');
      return reply.send({type: record.type, data: Buffer.from(bytes).toString('base64')});
    }
    void reply
      .type(record.type)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${nameOf(record.type)}"`);
    return reply.send(Buffer.from(bytes));
  });
}

/** What a child recorded, for whoever reads its document. */
async function recording(
  {storage}: HttpPorts,
  plan: PlanRecord,
  reader: SignedIn,
  id: string,
): Promise<{readonly record: AttachmentRecord; readonly bytes: Uint8Array} | null> {
  const record = (await storage.attachments.of(plan.id)).find(one => one.id === id);
  const mine = received(reader, plan, await storage.compartments(plan.id));
  if (record === undefined || !mine.some(one => one.id === record.compartmentId)) return null;
  const bytes = await storage.attachments.bytes(record);
  return bytes === null ? null : {record, bytes};
}

/** What a saved file is called: what it is, and nothing of whom or what it is about. */
function nameOf(type: DisagreementFileType): string {
  const [kind, ending = ''] = type.split('/');
  const words: Readonly<Record<string, string>> = {audio: 'voice-note', image: 'picture'};
  return `${words[kind ?? ''] ?? 'file'}.${ending}`;
}
