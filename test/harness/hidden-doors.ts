import {newId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {ROUTE_DOORS} from '../../packages/server/src/http/index.ts';
import {HIDDEN_ID, type RawRequest} from './hidden-stage.ts';

/** What somebody on the plan knows and can put into an address. */
export interface Known {
  readonly planId: string;
  readonly documents: readonly string[];
  /** The id of somebody else on the plan. */
  readonly colleague: string;
}

const MISSING = newId(seededRandom(98));

/** A request at every door of the server but the one that signs out, with everything that could be guessed in it. */
export function guessesAtDoors(known: Known): RawRequest[] {
  return ROUTE_DOORS.filter(({method}) => method !== 'DELETE').flatMap(({method, path}) =>
    addressesOf(path, known).flatMap(address =>
      bodiesOf(method, path).map(body => ({method, path: address, ...(body === null ? {} : {body})})),
    ),
  );
}

function addressesOf(path: string, {planId, documents, colleague}: Known): string[] {
  const guesses: Readonly<Record<string, readonly string[]>> = {
    ':planId': [planId, MISSING],
    ':plan': [planId, MISSING],
    ':id': [HIDDEN_ID, MISSING, colleague],
    ':root': ['section:B'],
    ':compartment': [...documents, MISSING],
    '*': ['nowhere'],
  };
  return Object.entries(guesses).reduce<string[]>(
    (paths, [name, values]) =>
      paths.flatMap(one => (one.includes(name) ? values.map(value => one.replace(name, value)) : [one])),
    [path],
  );
}

function bodiesOf(method: string, path: string): (object | null)[] {
  if (method === 'GET' || method === 'OPTIONS') return [null];
  if (path.endsWith('/invites')) return [{participantId: HIDDEN_ID}, {participantId: MISSING}];
  if (path.endsWith('/tickets')) return [{compartmentId: HIDDEN_ID}, {compartmentId: MISSING}];
  if (path.includes('/participants/')) return [{accessEnds: '2026-12-01T00:00:00Z'}];
  return [{token: HIDDEN_ID}, {}];
}
