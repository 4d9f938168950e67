import {isProfessional, mayPurge, mayWriteContact, proposes, type Role} from '@goldthread/schema';
import type {ListedScreen} from '../../events/screen-open.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import type {PlanHost} from './plan-host.ts';

/** Who leads or minutes a meeting, and so may open its view. */
const OPENS_ROOM: ReadonlySet<Role> = new Set([
  'keyworker',
  'socialWorker',
  'conferenceChair',
  'sendOfficer',
  'reviewingOfficer',
]);
/** Who knows people well enough to say that it is them; the lead does too. */
export const GIVES_CODES: ReadonlySet<Role> = new Set([
  'socialWorker',
  'socialCareManager',
  'safeguardingLead',
  'sendOfficer',
]);

/** Who says where a child is on the continuum of help; the lead does too. */
const SAYS_SAFETY: ReadonlySet<Role> = new Set(['socialWorker', 'socialCareManager', 'conferenceChair']);

/** Whether this person may open a screen that a room looks at. */
export function mayOpenRoom({lead, role}: PlanFacts['me']): boolean {
  return lead || OPENS_ROOM.has(role);
}

/** Whether this person may propose that somebody be kept from others; the server lets in only sessions that are sure. */
export function mayHidePerson({source, screens}: PlanHost): boolean {
  const me = source?.facts?.me;
  if (me === undefined || source?.isSure !== true) return false;
  return proposes({...me, hiddenFrom: []}, 'sealed') && screens.offers('hidePerson');
}

/** What this person may open besides the plan, in the order in which it is listed. */
export function moreScreens({source, screens, sections}: PlanHost): readonly ListedScreen[] {
  const me = source?.facts?.me;
  if (source === null || me === undefined) return [];
  const {isSure} = source;
  const receives = [...source.docs.values()].some(open => open.kind === 'withheld');
  // A plan without a safety map has no scales.
  const hasMap = sections.some(({group}) => group === 'safety');
  const all: readonly (readonly [ListedScreen, boolean])[] = [
    ['private', isProfessional(me.role) || receives],
    ['said', true],
    ['stand', true],
    ['map', hasMap],
    ['scales', hasMap],
    ['safety', isSure && (me.lead || SAYS_SAFETY.has(me.role))],
    ['viewAs', me.lead || me.role === 'socialWorker'],
    ['room', mayOpenRoom(me)],
    ['print', true],
    ['session', isProfessional(me.role)],
    ['looked', true],
    ['confirm', !isSure],
    ['codes', isSure && (me.lead || GIVES_CODES.has(me.role))],
    // Whoever is named may read, so it is offered whether or not there is anything to read.
    ['contacts', isProfessional(me.role) || mayWriteContact({...me, hiddenFrom: []})],
    // Whoever does it may, and whoever may be told of it: keyworkers, the lead, who decides.
    ['glass', isProfessional(me.role)],
    ['purge', mayPurge({...me, hiddenFrom: []})],
  ];
  return all.flatMap(([name, may]) => (may && screens.offers(name) ? [name] : []));
}
