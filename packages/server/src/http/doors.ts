import {OFFICES, ROLES, revealsScales, type Role} from '@goldthread/schema';

/**
 * Who may come through a door. `participant` is anybody on the plan that the address names; `lead` only its lead
 * professional. Everybody else finds nothing there: a stranger is told to sign in, the rest get the same answer
 * as for something that doesn't exist.
 */
export type Visitor = 'anyone' | 'administrator' | 'participant' | 'lead' | Role;

/**
 * What kind of session comes through a door. `own`: one that only its person looks at. `sure`: such a one, and confirmed, because
 * whoever made a link can open it. `any`: also one that a room looks at. A door to a plan is shut to the room unless it says
 * otherwise, because what it answers must be made for everybody there.
 */
export type SessionKind = 'own' | 'sure' | 'any';

/** One address of the HTTP interface. */
export interface RouteDoor {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** As registered, parameters with a colon. */
  readonly path: string;
  readonly who: readonly Visitor[];
  readonly session: SessionKind;
}

/** One kind of message on a sync socket. */
export interface MessageDoor {
  readonly direction: 'in' | 'out';
  readonly name: string;
}

const doorTo =
  (session: SessionKind) =>
  (method: RouteDoor['method'], path: string, ...who: Visitor[]): RouteDoor => ({method, path, who, session});

const door = doorTo('own');
const sureDoor = doorTo('sure');
const roomDoor = doorTo('any');

/** Who knows people on the plan well enough to say that it is them. */
const CODE_ISSUERS = [
  'socialWorker',
  'socialCareManager',
  'safeguardingLead',
  'sendOfficer',
] as const satisfies readonly Role[];

/** Who leads or minutes a meeting. */
const ROOM_OPENERS = [
  'keyworker',
  'socialWorker',
  'conferenceChair',
  'sendOfficer',
  'reviewingOfficer',
] as const satisfies readonly Role[];

/** Who says where a child is on the continuum of help, besides the lead: whose service or conference decides it. */
const SAFETY_SAYERS = [
  'socialWorker',
  'socialCareManager',
  'conferenceChair',
] as const satisfies readonly Role[];

/** Whose roles may put a value into the contact store. */
const CONTACT_WRITERS = ROLES.filter(role => OFFICES[role].contacts !== 'no');

/** Whose roles may take words out of a document for good, besides the lead's. */
const PURGERS = CONTACT_WRITERS.filter(role => OFFICES[role].contacts !== 'own');

/** Whose roles may show everybody the numbers on a scale. */
const REVEALERS = ROLES.filter(role => revealsScales({role, lead: false}));

/** Whose roles may read in an emergency what is not for them. */
const GLASS_BREAKERS = ROLES.filter(role => OFFICES[role].breaksGlass);

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
  roomDoor('GET', '/api/session', 'participant'),
  roomDoor('DELETE', '/api/session', 'participant'),
  sureDoor('POST', '/api/session/codes', 'lead', ...CODE_ISSUERS),
  door('POST', '/api/session/confirm', 'participant'),
  sureDoor('POST', '/api/session/passkeys/options', 'participant'),
  sureDoor('POST', '/api/session/passkeys/register', 'participant'),
  door('POST', '/api/session/passkeys/challenge', 'participant'),
  door('POST', '/api/session/passkeys/verify', 'participant'),

  door('POST', '/api/plans', 'administrator'),
  roomDoor('GET', '/api/plans/:plan', 'participant'),
  door('PATCH', '/api/plans/:plan', 'administrator', 'lead', 'sendOfficer'),
  sureDoor('GET', '/api/plans/:plan/safety', 'lead', ...SAFETY_SAYERS),
  sureDoor('PUT', '/api/plans/:plan/safety', 'lead', ...SAFETY_SAYERS),
  door('GET', '/api/plans/:plan/export', 'participant'),
  door('GET', '/api/plans/:plan/audit', 'participant'),
  roomDoor('GET', '/api/plans/:plan/compartments', 'participant'),
  roomDoor('POST', '/api/plans/:plan/tickets', 'participant'),
  roomDoor('GET', '/api/plans/:plan/people', 'participant'),
  roomDoor('GET', '/api/plans/:plan/my-items', 'participant'),
  roomDoor('POST', '/api/plans/:plan/room', 'lead', ...ROOM_OPENERS),
  sureDoor('POST', '/api/plans/:plan/invites', 'administrator', 'lead'),
  sureDoor('PATCH', '/api/plans/:plan/participants/:id', 'administrator', 'lead'),
  sureDoor('POST', '/api/plans/:plan/participants/:id/approve', 'administrator', 'lead', 'socialCareManager'),
  roomDoor('PATCH', '/api/plans/:plan/sections/:root', 'lead'),

  roomDoor('GET', '/api/plans/:plan/records', 'participant'),
  door('PUT', '/api/plans/:plan/positions/:item', 'participant'),
  door('GET', '/api/plans/:plan/items/:id/authors', 'participant'),
  door('POST', '/api/plans/:plan/comments', 'participant'),
  door('POST', '/api/plans/:plan/comments/:id/resolve', 'participant'),
  door('POST', '/api/plans/:plan/comments/:id/reopen', 'participant'),
  door('POST', '/api/plans/:plan/comments/:id/take-back', 'participant'),
  door('POST', '/api/plans/:plan/proposals', 'participant'),
  door('POST', '/api/plans/:plan/proposals/:id/counter', 'participant'),
  door('POST', '/api/plans/:plan/proposals/:id/accept', 'participant'),
  door('POST', '/api/plans/:plan/proposals/:id/refuse', 'participant'),
  door('POST', '/api/plans/:plan/proposals/:id/withdraw', 'participant'),
  door('POST', '/api/plans/:plan/disagreements', 'participant'),
  door('POST', '/api/plans/:plan/disagreements/files', 'participant'),
  door('DELETE', '/api/plans/:plan/disagreements/files/:id', 'participant'),
  door('POST', '/api/plans/:plan/disagreements/:id/say', 'participant'),
  door('POST', '/api/plans/:plan/disagreements/:id/withdraw', 'participant'),
  sureDoor('POST', '/api/plans/:plan/tries', 'participant'),
  sureDoor('POST', '/api/plans/:plan/items/:id/quote', 'participant'),
  sureDoor('POST', '/api/plans/:plan/items/:id/unquote', 'participant'),
  sureDoor('POST', '/api/plans/:plan/items/:id/right', 'participant'),
  sureDoor('POST', '/api/plans/:plan/traces', 'participant'),
  sureDoor('POST', '/api/plans/:plan/traces/:id/take-back', 'participant'),
  sureDoor('POST', '/api/plans/:plan/scales', 'participant'),
  door('PUT', '/api/plans/:plan/scales/:id/rating', 'participant'),
  sureDoor('POST', '/api/plans/:plan/scales/:id/reveal', 'lead', ...REVEALERS),
  sureDoor('GET', '/api/plans/:plan/as/:participant', 'lead', 'socialWorker'),
  sureDoor('GET', '/api/plans/:plan/as/:participant/opens', 'lead', 'socialWorker'),
  roomDoor('GET', '/api/plans/:plan/withholdings', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings/:id/approve', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings/:id/review', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings/:id/release', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings/:id/readers', 'participant'),
  sureDoor('POST', '/api/plans/:plan/withholdings/:id/undo', 'participant'),
  door('GET', '/api/plans/:plan/houses', 'child'),
  door('GET', '/api/plans/:plan/you-said', 'child'),
  sureDoor('PUT', '/api/plans/:plan/houses', 'child'),
  sureDoor('POST', '/api/plans/:plan/items', 'child'),
  sureDoor('PUT', '/api/plans/:plan/items/:id/audience', 'child'),
  sureDoor('GET', '/api/plans/:plan/overrides', 'participant'),
  sureDoor('POST', '/api/plans/:plan/items/:id/readers', 'participant'),
  sureDoor('POST', '/api/plans/:plan/overrides/:id/agree', 'participant'),
  sureDoor('POST', '/api/plans/:plan/overrides/:id/told', 'participant'),
  door('GET', '/api/plans/:plan/sessions', 'participant'),
  sureDoor('POST', '/api/plans/:plan/sessions', 'participant'),
  sureDoor('PATCH', '/api/plans/:plan/sessions/:id', 'participant'),
  sureDoor('POST', '/api/plans/:plan/sessions/:id/items', 'participant'),
  sureDoor('PUT', '/api/plans/:plan/sessions/:id/items/:item/audience', 'participant'),
  sureDoor('POST', '/api/plans/:plan/sessions/:id/presentations', 'participant'),
  sureDoor('PATCH', '/api/plans/:plan/sessions/:id/presentations/:presentation', 'participant'),
  sureDoor('POST', '/api/plans/:plan/attachments', 'child'),
  roomDoor('GET', '/api/plans/:plan/attachments/:id', 'participant'),
  sureDoor('POST', '/api/plans/:plan/items/:id/help', 'child'),
  sureDoor('POST', '/api/plans/:plan/help-calls/:id/decide', 'participant'),
  door('GET', '/api/plans/:plan/break-glass', 'participant'),
  sureDoor('POST', '/api/plans/:plan/break-glass', ...GLASS_BREAKERS),
  sureDoor('POST', '/api/plans/:plan/break-glass/:id/review', 'participant'),
  door('GET', '/api/plans/:plan/contacts', 'participant'),
  sureDoor('POST', '/api/plans/:plan/contacts', ...CONTACT_WRITERS),
  sureDoor('POST', '/api/plans/:plan/contacts/:token/audience', 'participant'),
  sureDoor('POST', '/api/plans/:plan/contacts/:token/approve', 'participant'),
  door('POST', '/api/plans/:plan/disclosure-checks', 'participant'),
  sureDoor('POST', '/api/plans/:plan/copies', 'participant'),
  sureDoor('POST', '/api/plans/:plan/purges', 'lead', ...PURGERS),

  door('GET', '/site.json', 'anyone'),
  door('GET', '/council.json', 'anyone'),
  door('GET', '/symbols.json', 'anyone'),
  door('GET', '/', 'anyone'),
  door('GET', '/join', 'anyone'),
  door('GET', '/plan/:planId', 'anyone'),
  door('GET', '/child/:planId', 'anyone'),
  door('GET', '/*', 'anyone'),
  door('GET', '/demo', 'anyone'),
  door('GET', '/demo/people', 'anyone'),
  door('POST', '/demo/open', 'anyone'),
  // What a browser asks before it sends another origin's request; there only if some origin may embed plans.
  door('OPTIONS', '*', 'anyone'),
  // Answered by the sync server after the upgrade; who comes in there is decided by the ticket.
  roomDoor('GET', '/sync/:plan/:compartment', 'participant'),
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
