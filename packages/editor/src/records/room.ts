import type {ParticipantId} from '@goldthread/schema';
import type {HttpRefusal, PlanHttp} from '../sync/plan-http.ts';
import {readFacts} from '../sync/answers.ts';
import type {PersonOnPlan} from '../sync/plan-facts.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idsOf, textOf} from './read.ts';

/** Who looks at a screen, as far as that screen may tell. */
export interface Room {
  readonly present: readonly ParticipantId[];
  /** Somebody is there who isn't on the plan. */
  readonly others: boolean;
}

/** Opens a session of its own for the screen of a room; its token is told once. */
export function openRoom(http: PlanHttp, room: Room): Promise<RecordAnswer<Room & {readonly token: string}>> {
  return askPlan(
    http,
    ['POST', '/room'],
    body => {
      const token = textOf(fieldsOf(body)['sessionToken']);
      return token === '' ? null : {...readRoom(body), token};
    },
    room,
  );
}

/** Notes who else came in, asked as the room's own session; it holds once this is answered. */
export function narrowRoom(http: PlanHttp, room: Room): Promise<RecordAnswer<Room>> {
  return askPlan(http, ['POST', '/room'], readRoom, room);
}

/** The people whom this session may know. */
export function peopleOf(http: PlanHttp): Promise<RecordAnswer<readonly PersonOnPlan[]>> {
  return askPlan(http, ['GET', '/people'], body => readFacts(http.planId, body, {items: []})?.people ?? null);
}

/** Ends the session that asks. */
export async function endSession(http: PlanHttp): Promise<HttpRefusal | null> {
  const ended = await http.ask('DELETE', '/api/session');
  return ended.ok ? null : ended.error;
}

function readRoom(body: unknown): Room {
  const {present, others} = fieldsOf(body);
  return {present: idsOf<ParticipantId>(present), others: others === true};
}
