import {
  parseId,
  ROLES,
  SAFETY_LEVELS,
  STAGES,
  type Brand,
  type CompartmentId,
  type CompartmentKind,
  type ItemId,
  type ParticipantId,
  type PlanId,
} from '@goldthread/schema';
import type {PersonOnPlan, PlanFacts} from './plan-facts.ts';
import type {Ticket} from './ticket.ts';

/** One compartment that this person receives. */
export interface CompartmentEntry {
  readonly id: CompartmentId;
  readonly kind: CompartmentKind;
  /** Who receives a withheld one, as far as this person may know them. */
  readonly audience?: readonly ParticipantId[];
}

/** Who is signed in on this page, and what the device may keep. */
export interface SessionFacts {
  readonly participantId: ParticipantId;
  readonly planId: PlanId;
  /** Whether it is sure that the person is who signed in; else they receive what everybody receives. */
  readonly isSure: boolean;
  readonly device: 'own' | 'shared';
  /** Hours after the last contact for which a copy on the device stays readable. */
  readonly deviceKeyLimitHours: number;
}

type Fields = Readonly<Record<string, unknown>>;

const KINDS: readonly CompartmentKind[] = ['shared', 'voice', 'withheld'];

/** Reads the answer to `GET /api/session`; null if it isn't one. */
export function readSession(body: unknown): SessionFacts | null {
  const fields = fieldsOf(body);
  const participantId = parseId<ParticipantId>(fields.participantId);
  const planId = parseId<PlanId>(fields.planId);
  const {confirmed, device, deviceKeyLimitHours} = fields;
  if (!participantId.ok || !planId.ok || (device !== 'own' && device !== 'shared')) return null;
  const hours = typeof deviceKeyLimitHours === 'number' ? deviceKeyLimitHours : 0;
  return {
    ...{participantId: participantId.value, planId: planId.value, device},
    ...{isSure: confirmed !== false, deviceKeyLimitHours: hours},
  };
}

/** Reads the answer to `GET /api/plans/:plan/compartments`; what can't be read is left out. */
export function readCompartments(body: unknown): CompartmentEntry[] {
  return listOf(body, 'compartments').flatMap(entry => {
    const fields = fieldsOf(entry);
    const id = parseId<CompartmentId>(fields.id);
    const kind = KINDS.find(one => one === fields.kind);
    if (!id.ok || kind === undefined || fields.access === 'none') return [];
    const audience = Array.isArray(fields.audience) ? idsIn<ParticipantId>(fields.audience) : null;
    return [{id: id.value, kind, ...(audience && {audience})}];
  });
}

/**
 * Reads the answers to `GET /api/plans/:plan/people` and `GET /api/plans/:plan/my-items`; null if the first doesn't say
 * who this person is. An own item that can't be read is left out, which only takes something away.
 */
export function readFacts(planId: PlanId, body: unknown, myItems: unknown): PlanFacts | null {
  const fields = fieldsOf(body);
  const people = listOf(body, 'people').flatMap(readPerson);
  const me = people.find(person => person.isMe);
  const stage = STAGES.find(one => one === fields.stage);
  const {calledName: childName, houses} = fieldsOf(fields.child);
  if (me === undefined || stage === undefined || typeof childName !== 'string') return null;
  const planType = typeof fields.planType === 'string' ? fields.planType : 'ehcp';
  const safety = SAFETY_LEVELS.find(one => one === fields.safety) ?? null;
  const ownItems = idsIn<ItemId>(listOf(myItems, 'items'));
  return {
    planId,
    me,
    people,
    childName,
    houses: fieldsOf(houses) as Record<string, string>,
    stage,
    planType,
    safety,
    ownItems,
  };
}

/** Reads the answer to `POST /api/plans/:plan/tickets`; null if it isn't one. */
export function readTicket(body: unknown): Ticket | null {
  const {ticket, cid, epoch, schemaVersion} = fieldsOf(body);
  const numbers = [cid, epoch, schemaVersion];
  if (typeof ticket !== 'string' || !numbers.every(Number.isSafeInteger)) return null;
  return {ticket, cid: Number(cid), epoch: Number(epoch), schemaVersion: Number(schemaVersion)};
}

/** Reads what the server says of a failure: its code, its sentence for the person, and what a check found. */
export function readError(body: unknown): {
  readonly code: string;
  readonly sentence: string;
  readonly findings?: unknown;
  readonly position?: unknown;
} {
  const {code, message, findings, position} = fieldsOf(fieldsOf(body).error);
  return {
    code: typeof code === 'string' ? code : '',
    sentence: typeof message === 'string' ? message : '',
    ...(findings !== undefined && {findings}),
    ...(position !== undefined && {position}),
  };
}

function readPerson(entry: unknown): PersonOnPlan[] {
  const fields = fieldsOf(entry);
  const id = parseId<ParticipantId>(fields.id);
  const role = ROLES.find(one => one === fields.role);
  const {name, relationship, agency} = fields;
  if (!id.ok || role === undefined || typeof name !== 'string') return [];
  return [
    {
      id: id.value,
      name,
      relationship: typeof relationship === 'string' ? relationship : '',
      role,
      ...(typeof agency === 'string' && {agency}),
      lead: fields.lead === true,
      isMe: fields.isMe === true,
    },
  ];
}

function idsIn<Id extends Brand<string, string>>(list: readonly unknown[]): Id[] {
  return list.flatMap(one => {
    const id = parseId<Id>(one);
    return id.ok ? [id.value] : [];
  });
}

function listOf(body: unknown, name: string): readonly unknown[] {
  const list = Array.isArray(body) ? body : fieldsOf(body)[name];
  return Array.isArray(list) ? list : [];
}

function fieldsOf(value: unknown): Fields {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
