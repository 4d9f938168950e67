import type {Role} from '../plan/participant.ts';
import type {WithholdingClass} from '../plan/withholding-reason.ts';
import type {Decider} from './decision.ts';

/** What a role may do about withholding (domain 6.4). */
export interface Office {
  /** The strictest class that the role may propose: `sealed` takes in `marked`; `own` is their own items alone. */
  readonly proposes: 'sealed' | 'marked' | 'own' | 'no';
  /** The strictest class that the role may approve. */
  readonly approves: 'sealed' | 'marked' | 'no';
  /** When nothing may be withheld from the role, because it must act to protect the child. */
  readonly mustAct: 'always' | 'imminent' | 'no';
  /** What the role does in the contact store: `keeps` reads what nobody else was named for; `own` writes what is theirs. */
  readonly contacts: 'keeps' | 'writes' | 'own' | 'no';
  /** Whether the role reads in an emergency what is not for it (domain 6.7). */
  readonly breaksGlass: boolean;
  /** Whether the role is asked the same day when a child calls for help (domain 6.3, row 13). */
  readonly helpsChild: boolean;
}

const NONE: Office = {
  proposes: 'no',
  approves: 'no',
  mustAct: 'no',
  contacts: 'no',
  breaksGlass: false,
  helpsChild: false,
};
const SELF: Office = {...NONE, proposes: 'own'};
const TEAM: Office = {...NONE, proposes: 'marked'};
const LEAD: Office = {...NONE, proposes: 'sealed', approves: 'marked'};
const SECOND: Office = {...NONE, proposes: 'sealed', approves: 'sealed'};
const MANAGER: Office = {...SECOND, mustAct: 'always'};
const CARE_MANAGER: Office = {...MANAGER, contacts: 'keeps', breaksGlass: true, helpsChild: true};

/** The one table of who may propose and approve, and of who must act. */
export const OFFICES: Readonly<Record<Role, Office>> = {
  child: SELF,
  parent: {...SELF, contacts: 'own'},
  carer: SELF,
  family: NONE,
  keyworker: LEAD,
  socialWorker: {
    ...NONE,
    proposes: 'sealed',
    mustAct: 'always',
    contacts: 'keeps',
    breaksGlass: true,
    helpsChild: true,
  },
  socialCareManager: CARE_MANAGER,
  conferenceChair: MANAGER,
  reviewingOfficer: TEAM,
  sendOfficer: TEAM,
  safeguardingLead: {...SECOND, mustAct: 'imminent', contacts: 'writes', breaksGlass: true, helpsChild: true},
  school: TEAM,
  psychologist: TEAM,
  therapist: TEAM,
  health: {...SECOND, breaksGlass: true},
  virtualSchool: TEAM,
  adviser: TEAM,
  counsellor: TEAM,
  advocate: TEAM,
  interpreter: TEAM,
  refugeWorker: TEAM,
  police: {...TEAM, breaksGlass: true},
};

const FAMILY: ReadonlySet<Role> = new Set(['child', 'parent', 'carer', 'family']);

/** Whether a role is held by somebody whose work it is, and not by the child or the child's family. */
export function isProfessional(role: Role): boolean {
  return !FAMILY.has(role);
}

/** Whether a person may decide about a whole case: the manager of social care, or the chair of the conference. */
export function isManager({role}: Decider): boolean {
  return OFFICES[role] === MANAGER || OFFICES[role] === CARE_MANAGER;
}

/** Whether a person may propose that something be withheld in this class, from anybody and of whatever owner. */
export function proposes(person: Decider, strictness: WithholdingClass): boolean {
  const own = OFFICES[person.role].proposes;
  return own === 'sealed' || isLead(person) || (own === 'marked' && strictness === 'marked');
}

/** Whether a person may approve that something is withheld in this class. */
export function approves(person: Decider, strictness: WithholdingClass): boolean {
  const own = OFFICES[person.role].approves;
  return strictness === 'sealed' ? own === 'sealed' : own === 'marked' || isLead(person);
}

/** Whether nothing at all may be withheld from a person. */
export function mustAct(person: Decider, imminent: boolean): boolean {
  const when = OFFICES[person.role].mustAct;
  return when === 'always' || (when === 'imminent' && imminent);
}

/** The lead has the office of a keyworker, whichever profession they are of. */
function isLead(person: Decider): boolean {
  return person.lead && isProfessional(person.role);
}
