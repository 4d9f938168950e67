import type {Role} from '@goldthread/schema';

/**
 * Who may come through a door. `participant` is anybody on the plan that the address names; `lead` only its lead
 * professional. Everybody else finds nothing there: a stranger is told to sign in, the rest get the same answer
 * as for something that doesn't exist.
 */
export type Visitor = 'anyone' | 'administrator' | 'participant' | 'lead' | Role;

/** One address of the HTTP interface. */
export interface RouteDoor {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** As registered, parameters with a colon. */
  readonly path: string;
  readonly who: readonly Visitor[];
}

/** One kind of message on a sync socket. */
export interface MessageDoor {
  readonly direction: 'in' | 'out';
  readonly name: string;
}

const door = (method: RouteDoor['method'], path: string, ...who: Visitor[]): RouteDoor => ({
  method,
  path,
  who,
});

/**
 * Every address that the server answers, and who may use it. The server refuses to start with a route that isn't
 * here and decides by this list who comes in, so whoever walks the list has walked every way out of the server.
 */
export const ROUTE_DOORS: readonly RouteDoor[] = [
  door('GET', '/healthz', 'anyone'),
  door('GET', '/metrics', 'administrator'),
  door('GET', '/api/openapi.json', 'anyone'),

  door('POST', '/api/invites/look', 'anyone'),
  door('POST', '/api/session', 'anyone'),
  door('GET', '/api/session', 'participant'),
  door('DELETE', '/api/session', 'participant'),

  door('POST', '/api/plans', 'administrator'),
  door('GET', '/api/plans/:plan', 'participant'),
  door('PATCH', '/api/plans/:plan', 'administrator', 'lead', 'sendOfficer'),
  door('GET', '/api/plans/:plan/export', 'participant'),
  door('GET', '/api/plans/:plan/audit', 'participant'),
  door('GET', '/api/plans/:plan/compartments', 'participant'),
  door('POST', '/api/plans/:plan/tickets', 'participant'),
  door('GET', '/api/plans/:plan/people', 'participant'),
  door('GET', '/api/plans/:plan/my-items', 'participant'),
  door('POST', '/api/plans/:plan/invites', 'administrator', 'lead'),
  door('PATCH', '/api/plans/:plan/participants/:id', 'administrator', 'lead'),
  door('POST', '/api/plans/:plan/participants/:id/approve', 'administrator', 'lead', 'socialCareManager'),
  door('PATCH', '/api/plans/:plan/sections/:root', 'lead'),

  door('GET', '/api/plans/:plan/withholdings', 'participant'),
  door('POST', '/api/plans/:plan/withholdings', 'participant'),
  door('POST', '/api/plans/:plan/withholdings/:id/approve', 'participant'),
  door('POST', '/api/plans/:plan/withholdings/:id/review', 'participant'),
  door('POST', '/api/plans/:plan/withholdings/:id/release', 'participant'),
  door('POST', '/api/plans/:plan/withholdings/:id/undo', 'participant'),

  door('GET', '/site.json', 'anyone'),
  door('GET', '/', 'anyone'),
  door('GET', '/join', 'anyone'),
  door('GET', '/plan/:planId', 'anyone'),
  door('GET', '/*', 'anyone'),
  door('GET', '/demo', 'anyone'),
  door('GET', '/demo/people', 'anyone'),
  door('POST', '/demo/open', 'anyone'),
  // What a browser asks before it sends another origin's request; there only if some origin may embed plans.
  door('OPTIONS', '*', 'anyone'),
  // Answered by the sync server after the upgrade; who comes in there is decided by the ticket.
  door('GET', '/sync/:plan/:compartment', 'participant'),
];

/** Every kind of message of a sync socket, both ways. */
export const MESSAGE_DOORS: readonly MessageDoor[] = [
  {direction: 'in', name: 'sync step 1'},
  {direction: 'in', name: 'sync step 2'},
  {direction: 'in', name: 'update'},
  {direction: 'in', name: 'awareness'},
  {direction: 'in', name: 'query awareness'},
  {direction: 'in', name: 'diverged'},
  {direction: 'out', name: 'sync step 1'},
  {direction: 'out', name: 'sync step 2'},
  {direction: 'out', name: 'update'},
  {direction: 'out', name: 'awareness'},
  {direction: 'out', name: 'hello'},
  {direction: 'out', name: 'durable'},
  {direction: 'out', name: 'refused'},
  {direction: 'out', name: 'reset'},
  {direction: 'out', name: 'check'},
  {direction: 'out', name: 'rights'},
  {direction: 'out', name: 'freeze'},
  {direction: 'out', name: 'records'},
];

/** The door that a registered route is, if it is on the list. */
export function doorFor(method: string, path: string): RouteDoor | undefined {
  return ROUTE_DOORS.find(one => one.method === method && one.path === path);
}
