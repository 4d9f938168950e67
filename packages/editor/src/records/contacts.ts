import {CONTACT_KINDS, type ContactKind, type ItemId, type ParticipantId} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, idsOf, listOf, momentOf, oneOf, textOf} from './read.ts';

/** A place in the plan where somebody wrote a value that they may not know. */
export interface Sighting {
  readonly at: Date;
  readonly by: ParticipantId | null;
  readonly itemId: ItemId | null;
}

/** A value that stands in no plan, as one of its readers sees it. */
export interface Contact {
  /** What may stand in the plan in its place. */
  readonly token: string;
  readonly kind: ContactKind;
  readonly value: string;
  readonly audience: readonly ParticipantId[];
  /** Other readers that somebody asked for; none at all is its end. */
  readonly asked: {
    readonly audience: readonly ParticipantId[];
    readonly askedBy: ParticipantId | null;
  } | null;
  readonly mayAsk: boolean;
  readonly mayApprove: boolean;
  readonly sightings: readonly Sighting[];
}

/** Whether a change of readers counts now or waits for a second person. */
export type AudienceAnswer = 'changed' | 'pending';

/** What this person may read; that they did is noted. */
export function listContacts(http: PlanHttp): Promise<RecordAnswer<readonly Contact[]>> {
  return askPlan(http, ['GET', '/contacts'], body => {
    const {contacts} = fieldsOf(body);
    return Array.isArray(contacts) ? listOf(contacts).flatMap(one => readContact(one) ?? []) : null;
  });
}

/** Keeps a value for exactly some readers, or with null for the usual ones; answers with its token. */
export function keepContact(
  http: PlanHttp,
  {kind, value, audience}: {kind: ContactKind; value: string; audience: readonly ParticipantId[] | null},
): Promise<RecordAnswer<string>> {
  const body = {kind, value, ...(audience && {audience})};
  return askPlan(http, ['POST', '/contacts'], said => textOf(fieldsOf(said)['token']) || null, body);
}

/** Asks for exactly these readers; for none at all, that the value is destroyed. */
export function askReaders(
  http: PlanHttp,
  token: string,
  audience: readonly ParticipantId[],
): Promise<RecordAnswer<AudienceAnswer>> {
  return askPlan(http, ['POST', `${pathOf(token)}/audience`], readStatus, {audience});
}

/** Says yes to what somebody else asked for. */
export function agreeReaders(http: PlanHttp, token: string): Promise<RecordAnswer<AudienceAnswer>> {
  return askPlan(http, ['POST', `${pathOf(token)}/approve`], readStatus, {});
}

function pathOf(token: string): string {
  return `/contacts/${encodeURIComponent(token)}`;
}

function readStatus(body: unknown): AudienceAnswer | null {
  return oneOf(['changed', 'pending'] as const, fieldsOf(body)['status']);
}

function readContact(body: unknown): Contact | null {
  const fields = fieldsOf(body);
  const kind = oneOf(CONTACT_KINDS, fields['kind']);
  const token = textOf(fields['token']);
  if (kind === null || token === '') return null;
  const asked = fieldsOf(fields['asked']);
  return {
    token,
    kind,
    value: textOf(fields['value']),
    audience: idsOf(fields['audience']),
    asked: fields['asked'] ? {audience: idsOf(asked['audience']), askedBy: idOf(asked['askedBy'])} : null,
    mayAsk: fields['mayAsk'] === true,
    mayApprove: fields['mayApprove'] === true,
    sightings: listOf(fields['sightings']).flatMap(one => {
      const {at, by, itemId} = fieldsOf(one);
      const moment = momentOf(at);
      return moment === null ? [] : [{at: moment, by: idOf(by), itemId: idOf<ItemId>(itemId)}];
    }),
  };
}
