import {z} from 'zod';
import {AUDIT_ACTIONS} from '@goldthread/schema';
import {pageOf, readerAudit, type ReaderEntry} from '../../audit/index.ts';
import type {SignedIn} from '../../auth/index.ts';
import type {PlanRecord} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {received} from '../reading.ts';
import {untoldTo} from '../untold.ts';
import {visiblePeople} from '../visible-people.ts';

const MOST = 200;

const person = z.object({id: z.string(), name: z.string()});

const auditAnswer = z.object({
  entries: z
    .array(
      z.object({
        at: z.string(),
        actor: person.nullable().describe('null is the administrator or the server itself'),
        action: z.enum(AUDIT_ACTIONS),
        subject: person.nullable().describe('Whom it was done to'),
        itemIds: z.array(z.string()),
        detail: z.record(z.string(), z.string()),
      }),
    )
    .describe('Newest first. The next page is before the moment of the last'),
});

/** Who did what on a plan, as far as the reader may know. */
export function auditRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    querystring: z.strictObject({
      before: z.iso.datetime({offset: true}).optional(),
      limit: z.coerce.number().int().min(1).max(MOST).default(50),
    }),
    response: {200: auditAnswer, ...failures(400, 401, 404)},
  };
  app.get('/api/plans/:plan/audit', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {before, limit} = request.query;
    const start = before === undefined ? undefined : Date.parse(before);
    const found = await entriesOf(ports, plan, participantOf(request), limit, start);
    return {entries: pageOf(found, limit).map(({at, ...entry}) => ({at: dateText(at), ...mutable(entry)}))};
  });
}

/** At least `limit` entries that the reader may see, if there are as many. */
async function entriesOf(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: SignedIn,
  limit: number,
  before: number | undefined,
): Promise<readonly ReaderEntry[]> {
  const mine = received(reader, plan, await ports.storage.compartments(plan.id));
  const people = visiblePeople(await ports.storage.participants(plan.id), reader);
  const tokens = await ports.contacts.tokensFor(plan.id, reader);
  const untold = await untoldTo(ports, plan.id, reader);
  const found: ReaderEntry[] = [];
  for (let start = before; ;) {
    const page = await ports.storage.audit(plan.id, {
      limit: MOST,
      ...(start !== undefined && {before: start}),
    });
    const told = page.filter(one => one.actor === null || !untold(one.compartmentId).has(one.actor));
    found.push(...readerAudit(told, reader.participant, mine, people, tokens));
    start = page.at(-1)?.at;
    if (start === undefined || found.length >= limit) return found;
  }
}

function mutable({itemIds, ...entry}: Omit<ReaderEntry, 'at'>) {
  return {...entry, itemIds: [...itemIds]};
}

function dateText(at: number): string {
  return new Date(at).toISOString();
}
