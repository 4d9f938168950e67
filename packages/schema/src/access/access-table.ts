import type {Role} from '../plan/participant.ts';
import type {Stage} from '../plan/stage.ts';
import {ROOT_GROUPS, type Cell, type RootGroup} from './access.ts';

/** Cells in the order of {@link ROOT_GROUPS}: A, BF, CG, DH, E, IJK, worries, map (working and next), house. */
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];
type Grid = Readonly<Record<Role, Row>>;

/** Families write the wording with the professionals. */
const ASSESSMENT: Grid = {
  child: ['own', 'open', 'open', 'open', 'yes', 'no', 'dispute', 'no', 'own'],
  parent: ['own', 'open', 'open', 'open', 'yes', 'no', 'dispute', 'own', 'scribe'],
  carer: ['own', 'open', 'open', 'open', 'yes', 'no', 'dispute', 'own', 'scribe'],
  family: ['own', 'no', 'no', 'no', 'yes', 'no', 'dispute', 'own', 'scribe'],
  keyworker: ['own', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'scribe'],
  socialWorker: ['no', 'no', 'no', 'yes', 'yes', 'no', 'yes', 'yes', 'scribe'],
  socialCareManager: ['no', 'no', 'no', 'yes', 'yes', 'no', 'yes', 'yes', 'scribe'],
  conferenceChair: ['no', 'no', 'no', 'no', 'yes', 'no', 'yes', 'yes', 'scribe'],
  reviewingOfficer: ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  sendOfficer: ['no', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'scribe'],
  safeguardingLead: ['no', 'yes', 'no', 'no', 'yes', 'no', 'yes', 'yes', 'scribe'],
  school: ['no', 'yes', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  psychologist: ['no', 'yes', 'no', 'no', 'yes', 'no', 'yes', 'yes', 'scribe'],
  therapist: ['no', 'yes', 'yes', 'no', 'yes', 'no', 'yes', 'yes', 'scribe'],
  health: ['no', 'no', 'yes', 'no', 'yes', 'no', 'yes', 'yes', 'scribe'],
  virtualSchool: ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  adviser: ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  counsellor: ['no', 'no', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  advocate: ['own', 'no', 'no', 'no', 'yes', 'no', 'no', 'no', 'scribe'],
  interpreter: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  refugeWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  police: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
};

/** Families propose; a section that the lead opens is co-written again. */
const SERVED: Grid = {
  child: ['own', 'open', 'open', 'open', 'no', 'no', 'dispute', 'no', 'own'],
  parent: ['own', 'open', 'open', 'open', 'no', 'no', 'dispute', 'own', 'scribe'],
  carer: ['own', 'open', 'open', 'open', 'no', 'no', 'dispute', 'own', 'scribe'],
  family: ['own', 'no', 'no', 'no', 'no', 'no', 'dispute', 'own', 'scribe'],
  keyworker: ['own', 'yes', 'yes', 'yes', 'yes', 'no', 'yes', 'yes', 'scribe'],
  socialWorker: ['no', 'no', 'no', 'yes', 'no', 'no', 'yes', 'yes', 'scribe'],
  socialCareManager: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  conferenceChair: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  reviewingOfficer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  sendOfficer: ['no', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no', 'scribe'],
  safeguardingLead: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  school: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  psychologist: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  therapist: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  health: ['no', 'no', 'yes', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  virtualSchool: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  adviser: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  counsellor: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  advocate: ['own', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  interpreter: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  refugeWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  police: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
};

/** Sections A to K are signed text. */
const ISSUED: Grid = {
  child: ['no', 'no', 'no', 'no', 'no', 'no', 'dispute', 'no', 'own'],
  parent: ['no', 'no', 'no', 'no', 'no', 'no', 'dispute', 'own', 'scribe'],
  carer: ['no', 'no', 'no', 'no', 'no', 'no', 'dispute', 'own', 'scribe'],
  family: ['no', 'no', 'no', 'no', 'no', 'no', 'dispute', 'own', 'scribe'],
  keyworker: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  socialWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  socialCareManager: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  conferenceChair: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  reviewingOfficer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  sendOfficer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  safeguardingLead: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  school: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  psychologist: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  therapist: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  health: ['no', 'no', 'no', 'no', 'no', 'no', 'yes', 'yes', 'scribe'],
  virtualSchool: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  adviser: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  counsellor: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  advocate: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  interpreter: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  refugeWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  police: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
};

/** Only the child still adds to the houses. */
const CEASED: Grid = {
  child: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'own'],
  parent: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  carer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  family: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  keyworker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  socialWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  socialCareManager: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  conferenceChair: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  reviewingOfficer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  sendOfficer: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  safeguardingLead: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  school: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  psychologist: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  therapist: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  health: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  virtualSchool: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  adviser: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  counsellor: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  advocate: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  interpreter: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  refugeWorker: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
  police: ['no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'scribe'],
};

const GRIDS: Readonly<Record<Stage, Grid>> = {
  assessment: ASSESSMENT,
  draftServed: SERVED,
  final: ISSUED,
  amending: SERVED,
  amendedFinal: ISSUED,
  ceased: CEASED,
};

/** The cell of the access table for one role, one stage and one group of roots (ACC-7 to ACC-16). */
export function cellOf(role: Role, stage: Stage, group: RootGroup): Cell {
  return GRIDS[stage][role][ROOT_GROUPS.indexOf(group)] ?? 'no';
}
