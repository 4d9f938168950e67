import {z} from 'zod';
import type {Participant} from '@goldthread/schema';
import type {SignedIn} from '../../auth/index.ts';
import {RequestProblem} from '../../errors.ts';
import {readerOf, type ParticipantRecord, type SessionRecord} from '../../storage/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {roomView, type RoomView} from '../room-view.ts';
import {visiblePeople} from '../visible-people.ts';

const body = z.strictObject({
  present: z.array(z.string()).max(100).describe('Who is in the room, of the people on the plan'),
  others: z.boolean().default(false).describe('Whether somebody is there who is not on the plan'),
});

const room = z.object({
  present: z.array(z.string()).describe('Who is there, as far as this screen may tell'),
  others: z.boolean(),
});

/** Whom somebody says to be in the room. */
interface Arrivals {
  readonly people: readonly ParticipantRecord[];
  readonly others: boolean;
}

/**
 * Showing the plan on a screen that a whole room looks at: a session of its own, which receives what everybody there
 * receives. In such a session the same call notes who came late, and has taken effect when it answers.
 */
export function roomRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body,
    response: {
      200: room.describe('This room, narrowed'),
      201: room.extend({sessionToken: z.string().describe('Of the session for the screen; shown once')}),
      ...failures(400, 401, 404),
    },
  };
  app.post('/api/plans/:plan/room', {schema}, async (request, reply) => {
    const holder = participantOf(request);
    const everyone = await ports.storage.participants(holder.session.planId);
    const people = everyone.filter(person => ports.sessions.hasAccess(person));
    const arrivals = {people: named(request.body.present, people, holder), others: request.body.others};
    if (holder.onlookers === null) {
      const {token, session} = await openRoom(ports, holder, arrivals);
      return reply.code(201).send({...describe(session, people), sessionToken: token});
    }
    return reply.code(200).send(describe(await narrowRoom(ports, holder, arrivals), people));
  });
}

async function openRoom(ports: HttpPorts, holder: SignedIn, {people, others}: Arrivals) {
  if (wouldBeTold(holder.participant, {people, others})) throw new RequestProblem('NOT_FOUND');
  const ids = new Set([holder.participant.id, ...people.map(({id}) => id)]);
  return await ports.sessions.openRoom(holder.session, [...ids], others);
}

async function narrowRoom(
  ports: HttpPorts,
  holder: SignedIn,
  {people, others}: Arrivals,
): Promise<SessionRecord> {
  // Of the holder such a screen would always tell, so there is nothing left that it could show.
  const isOver = wouldBeTold(holder.participant, {people, others});
  if (isOver) await ports.sessions.end(holder.session);
  const ids = people.map(({id}) => id);
  const narrowed = await ports.sessions.narrowRoom(holder.session, ids, others);
  await ports.sync.changed(holder.session.planId);
  if (narrowed === null || isOver) throw new RequestProblem('SIGNED_OUT');
  return narrowed;
}

/** The people with these ids; one of whom the screen may not tell is as missing as an unknown id. */
function named(
  ids: readonly string[],
  people: readonly ParticipantRecord[],
  holder: SignedIn,
): readonly ParticipantRecord[] {
  const known = visiblePeople(people, holder);
  return ids.map(id => {
    const person = known.find(one => one.id === id);
    if (person === undefined) throw new RequestProblem('NOT_FOUND');
    return person;
  });
}

/** Whether somebody would learn from a screen of `holder` that `holder` is on the plan, who must not. */
function wouldBeTold({hiddenFrom}: Participant, {people, others}: Arrivals): boolean {
  return people.some(({id}) => hiddenFrom.includes(id)) || (others && hiddenFrom.length > 0);
}

/** A room that was just opened or narrowed, as its screen may know it. */
function describe(session: SessionRecord, people: readonly ParticipantRecord[]): RoomView {
  const reader = readerOf(session.participantId, session, people);
  const view = reader === null ? null : roomView(reader);
  if (view === null) throw new RequestProblem('SIGNED_OUT');
  return view;
}
