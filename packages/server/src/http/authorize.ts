import type {ParticipantId, PlanId, SessionId} from '@goldthread/schema';
import type {FastifyRequest} from 'fastify';
import type {Caller, SignedIn} from '../auth/index.ts';
import {RequestProblem} from '../errors.ts';
import type {RouteDoor, Visitor} from './doors.ts';

/**
 * Lets a caller through a door or ends the request. Whoever is signed in but has no business there gets the answer
 * of a door that doesn't exist.
 */
export function authorize(caller: Caller, door: RouteDoor, plan: string | undefined): void {
  if (door.who.includes('anyone')) return;
  if (caller.kind === 'stranger') throw new RequestProblem('SIGNED_OUT');
  const onThisPlan = caller.kind === 'participant' && (plan === undefined || caller.session.planId === plan);
  if (caller.kind === 'participant' && !onThisPlan) throw new RequestProblem('NOT_FOUND');
  if (!door.who.some(visitor => isVisitor(caller, visitor))) throw new RequestProblem('NOT_FOUND');
  if (caller.kind === 'participant') checkSession(caller, door);
}

function checkSession({isConfirmed, onlookers}: SignedIn, {session}: RouteDoor): void {
  if (session !== 'any' && onlookers !== null) throw new RequestProblem('IN_ROOM');
  if (session === 'sure' && !isConfirmed) throw new RequestProblem('NOT_CONFIRMED');
}

function isVisitor(caller: Caller, visitor: Visitor): boolean {
  switch (visitor) {
    case 'anyone':
      return true;
    case 'administrator':
      return caller.kind === 'administrator';
    case 'participant':
      return caller.kind === 'participant';
    case 'lead':
      return caller.kind === 'participant' && caller.participant.lead;
    default:
      return caller.kind === 'participant' && caller.participant.role === visitor;
  }
}

/**
 * The person behind a request whose door takes only people on the plan, as they are on any day: what they opened in an emergency
 * is read and nothing else.
 */
export function participantOf(request: FastifyRequest): SignedIn {
  return {...emergencyReaderOf(request), emergency: []};
}

/** The same person with what they opened in an emergency: for doors that show the plan and let nothing be done or taken along. */
export function emergencyReaderOf(request: FastifyRequest): SignedIn {
  if (request.caller.kind !== 'participant') throw new RequestProblem('SIGNED_OUT');
  return request.caller;
}

/** Who acts: the person's id, or `null` for the administrator. */
export function actorOf(request: FastifyRequest): ParticipantId | null {
  return request.caller.kind === 'participant' ? request.caller.participant.id : null;
}

/** Who acts, as the audit notes it. */
export function byWhom({caller}: FastifyRequest): {
  readonly actor: ParticipantId | null;
  readonly sessionId: SessionId | null;
} {
  if (caller.kind !== 'participant') return {actor: null, sessionId: null};
  return {actor: caller.participant.id, sessionId: caller.session.id};
}

/** Who asks, as far as what they may know of is concerned; `null` is the administrator, who put everyone there. */
export function askerOf({caller}: FastifyRequest): SignedIn | null {
  return caller.kind === 'participant' ? caller : null;
}

/** The plan of an address. A participant's door was checked against it already. */
export function planIdOf(params: {readonly plan: string}): PlanId {
  // The id is only ever looked up; one of the wrong shape is simply not found.
  return params.plan as PlanId;
}
