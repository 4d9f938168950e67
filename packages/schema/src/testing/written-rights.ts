import {ROLES, type Role} from '../plan/participant.ts';
import type {RootName} from '../plan/root.ts';
import type {Stage} from '../plan/stage.ts';

// A template made by map loses its literal type.
const SHARED_ROOTS = 'A B C D E F G H1 H2 I J K'.split(' ').map(letter => `section:${letter}` as RootName);
/** Every root of `shared` and `voice`, in the order of the letters in {@link writtenRights}. */
export const PLACES: readonly RootName[] = [
  ...SHARED_ROOTS,
  'sos:worries',
  'sos:working',
  'sos:next',
  'house:good',
  'house:worries',
  'house:dreams',
];

/**
 * The rights written out a second time, place by place: `W` writes, `o` own items, `?` while open for co-writing,
 * `s` as scribe, `d` what they do not agree with, `.` never. Order: A B C D E F G H1 H2 I J K, worries working next, good worries dreams.
 */
const EXPECTED: Readonly<Record<'assessment' | 'served' | 'issued' | 'ceased', Record<Role, string>>> = {
  assessment: {
    child: 'o???W????...' + 'd..' + 'ooo',
    parent: 'o???W????...' + 'doo' + 'sss',
    carer: 'o???W????...' + 'doo' + 'sss',
    family: 'o...W.......' + 'doo' + 'sss',
    keyworker: 'oWWWWWWWWWWW' + 'WWW' + 'sss',
    socialWorker: '...WW..WW...' + 'WWW' + 'sss',
    socialCareManager: '...WW..WW...' + 'WWW' + 'sss',
    conferenceChair: '....W.......' + 'WWW' + 'sss',
    reviewingOfficer: '....W.......' + '...' + 'sss',
    sendOfficer: '.WWWWWWWWWWW' + '...' + 'sss',
    safeguardingLead: '.W..WW......' + 'WWW' + 'sss',
    school: '.W..WW......' + '...' + 'sss',
    psychologist: '.W..WW......' + 'WWW' + 'sss',
    therapist: '.WW.WWW.....' + 'WWW' + 'sss',
    health: '..W.W.W.....' + 'WWW' + 'sss',
    virtualSchool: '....W.......' + '...' + 'sss',
    adviser: '....W.......' + '...' + 'sss',
    counsellor: '....W.......' + '...' + 'sss',
    advocate: 'o...W.......' + '...' + 'sss',
    interpreter: '............' + '...' + 'sss',
    refugeWorker: '............' + '...' + 'sss',
    police: '............' + '...' + 'sss',
  },
  served: {
    child: 'o???.????...' + 'd..' + 'ooo',
    parent: 'o???.????...' + 'doo' + 'sss',
    carer: 'o???.????...' + 'doo' + 'sss',
    family: 'o...........' + 'doo' + 'sss',
    keyworker: 'oWWWWWWWW...' + 'WWW' + 'sss',
    socialWorker: '...W...WW...' + 'WWW' + 'sss',
    socialCareManager: '............' + 'WWW' + 'sss',
    conferenceChair: '............' + 'WWW' + 'sss',
    reviewingOfficer: '............' + '...' + 'sss',
    sendOfficer: '.WWWWWWWWWWW' + '...' + 'sss',
    safeguardingLead: '............' + 'WWW' + 'sss',
    school: '............' + '...' + 'sss',
    psychologist: '............' + 'WWW' + 'sss',
    therapist: '............' + 'WWW' + 'sss',
    health: '..W...W.....' + 'WWW' + 'sss',
    virtualSchool: '............' + '...' + 'sss',
    adviser: '............' + '...' + 'sss',
    counsellor: '............' + '...' + 'sss',
    advocate: 'o...........' + '...' + 'sss',
    interpreter: '............' + '...' + 'sss',
    refugeWorker: '............' + '...' + 'sss',
    police: '............' + '...' + 'sss',
  },
  issued: perRole(role => '............' + mapRights(role) + (role === 'child' ? 'ooo' : 'sss')),
  ceased: perRole(role => '............' + '...' + (role === 'child' ? 'ooo' : 'sss')),
};

function perRole(rights: (role: Role) => string): Record<Role, string> {
  // Object.fromEntries forgets the keys.
  return Object.fromEntries(ROLES.map(role => [role, rights(role)])) as Record<Role, string>;
}

function mapRights(role: Role): string {
  if (role === 'child') return 'd..';
  if (['parent', 'carer', 'family'].includes(role)) return 'doo';
  const writers =
    'keyworker socialWorker socialCareManager conferenceChair safeguardingLead health psychologist therapist';
  return writers.split(' ').includes(role) ? 'WWW' : '...';
}

const PHASE_OF: Readonly<Record<Stage, keyof typeof EXPECTED>> = {
  assessment: 'assessment',
  draftServed: 'served',
  final: 'issued',
  amending: 'served',
  amendedFinal: 'issued',
  ceased: 'ceased',
};

/** What one role may write in one stage: a letter for each of {@link PLACES}. */
export function writtenRights(role: Role, stage: Stage): string {
  return EXPECTED[PHASE_OF[stage]][role];
}
