import {ROUTE_DOORS, type RouteDoor} from '../../../packages/server/src/http/index.ts';
import {bodiesAt} from './guess-bodies.ts';
import {idsAmong, MISSING, type Known} from './known.ts';
import type {RawRequest} from './raw-http.ts';

/** A request at every door of the server but the one that signs out, with everything that could be guessed in every place. */
export function guessesAtDoors(known: Known): RawRequest[] {
  return ROUTE_DOORS.filter(({method, path}) => `${method} ${path}` !== 'DELETE /api/session').flatMap(door =>
    guessesAt(door, known),
  );
}

/** The doors that these requests came to. */
export function doorsOf(requests: readonly Pick<RawRequest, 'method' | 'path'>[]): ReadonlySet<RouteDoor> {
  return new Set(requests.flatMap(request => doorOf(request) ?? []));
}

function guessesAt(door: RouteDoor, known: Known): RawRequest[] {
  const {method, path} = door;
  return addressesOf(path, known).flatMap(address =>
    bodiesAt(door, known).map(body => ({
      method,
      path: address,
      ...(body === null ? {} : {body}),
      ...(method === 'OPTIONS' && {headers: FROM_ELSEWHERE}),
    })),
  );
}

const FROM_ELSEWHERE = {origin: 'https://records.example', 'access-control-request-method': 'GET'};

function addressesOf(path: string, known: Known): string[] {
  const {planId, colleague, documents, secret} = known;
  const somebody = path.includes('/participants/') || path.includes('/as/') ? [colleague] : [];
  const guesses: readonly (readonly [string, readonly string[]])[] = [
    [':planId', [planId, MISSING]],
    [':plan', [planId]],
    [':root', ['section:B']],
    [':token', [MISSING, secret.get('token') ?? MISSING]],
    [':compartment', [...documents.slice(0, 1), MISSING, secret.get('compartmentId') ?? MISSING]],
    // Whatever else a door names by an id is asked for by every id that there is to hide.
    [':', [...somebody, MISSING, ...idsAmong(secret)]],
    ['*', ['/nowhere', `/${secret.get('compartmentId') ?? MISSING}`]],
  ];
  return guesses.reduce<string[]>(
    (paths, [name, values]) =>
      paths.flatMap(one => {
        const found = place(one, name);
        return found === null ? [one] : values.map(value => one.replace(found, value));
      }),
    [path === '/*' ? '*' : path === '*' ? '/api/plans/*' : path],
  );
}

/** The part of a door's path that stands for something and begins like this. */
function place(path: string, name: string): string | null {
  if (name === '*') return path.includes('/*') ? '/*' : path.includes('*') ? '*' : null;
  return path.split('/').find(part => part.startsWith(name) && !part.includes('section:')) ?? null;
}

function doorOf({method, path}: Pick<RawRequest, 'method' | 'path'>): RouteDoor | undefined {
  const parts = path.split('?')[0]?.split('/') ?? [];
  const fits = (door: RouteDoor) => {
    if (door.method !== method) return false;
    if (door.path.includes('*')) return true;
    const own = door.path.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith(':') || part === parts[at]);
  };
  const found = ROUTE_DOORS.filter(fits);
  return found.find(door => door.path === path) ?? found.find(door => !door.path.includes('*')) ?? found[0];
}
