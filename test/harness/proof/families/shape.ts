import {
  mayPurge,
  type ItemTypeName,
  type ParticipantId,
  type Role,
  type RootName,
  type WithholdingClass,
  type WithholdingReason,
} from '@goldthread/schema';

/** People of a family shape, each by what they are to the child, with the role that they have on the plan. */
export const ROLE_OF = {
  child: 'child',
  youngPerson: 'child',
  parentWithCare: 'parent',
  otherParent: 'parent',
  partner: 'family',
  carer: 'carer',
  keyworker: 'keyworker',
  socialWorker: 'socialWorker',
  newSocialWorker: 'socialWorker',
  manager: 'socialCareManager',
  chair: 'conferenceChair',
  reviewingOfficer: 'reviewingOfficer',
  sendOfficer: 'sendOfficer',
  safeguardingLead: 'safeguardingLead',
  teacher: 'school',
  therapist: 'therapist',
  doctor: 'health',
  solicitor: 'adviser',
  advocate: 'advocate',
  refugeWorker: 'refugeWorker',
  police: 'police',
} as const satisfies Readonly<Record<string, Role>>;
export type Someone = keyof typeof ROLE_OF;

/** One decision to withhold. */
export interface Kept {
  readonly by: Someone;
  /** Nobody need approve a child's own choice. */
  readonly approvedBy: Someone | null;
  readonly readers: readonly Someone[];
  readonly from: Readonly<Partial<Record<Someone, WithholdingClass>>>;
  readonly reason: WithholdingReason;
  readonly imminent?: boolean;
}

/** One situation of domain 6.3 as a family: who is on the plan, and what is kept from whom. */
export interface FamilyShape {
  /** Its row in the table. */
  readonly row: number;
  readonly situation: string;
  readonly people: readonly Someone[];
  readonly kept: readonly Kept[];
  /** On the plan, and hidden from everybody who is excluded. */
  readonly hidden?: Someone;
  /** Reads what is kept for an hour because of an emergency. */
  readonly breaksGlass?: Someone;
  /** Also keeps a value in the contact store, for the readers of the first decision. */
  readonly hasContact?: boolean;
}

/** Everybody on the plan who reads nothing of what is kept: each of them must receive what they would if there were nothing. */
export function excludedFrom(shape: FamilyShape): readonly Someone[] {
  const readers = new Set(shape.kept.flatMap(one => one.readers));
  return shape.people.filter(who => !readers.has(who) && who !== shape.hidden && who !== shape.breaksGlass);
}

/** Those of the excluded who are told, by one neutral line, that something is kept private. */
export function markedIn(shape: FamilyShape): readonly Someone[] {
  return excludedFrom(shape).filter(who => shape.kept.some(({from}) => from[who] === 'marked'));
}

/** Where somebody keeps an item, and what it is: in a root that they write in. */
export function placeOf(who: Someone): {readonly root: RootName; readonly type: ItemTypeName} {
  switch (ROLE_OF[who]) {
    case 'child':
      return {root: 'house:worries', type: 'statement'};
    case 'parent':
      return {root: 'sos:working', type: 'note'};
    default:
      return {root: 'sos:worries', type: 'harm'};
  }
}

/** Whoever leads on the plan of a family. */
function leadOf({people}: FamilyShape): Someone {
  return people.includes('keyworker') ? 'keyworker' : 'socialWorker';
}

/** Those of the people named who may purge words. */
export function purgersOf(shape: FamilyShape, people: readonly Someone[]): readonly Someone[] {
  const mayPurgeAs = (who: Someone) =>
    mayPurge({id: who as ParticipantId, role: ROLE_OF[who], lead: who === leadOf(shape), hiddenFrom: []});
  return people.filter(mayPurgeAs);
}

/** The plan of such a family as a file. A person is called by what they are; nobody in it has a name. */
export function planOf(shape: FamilyShape): Readonly<Record<string, unknown>> {
  const {people, hidden} = shape;
  const child = people.find(who => ROLE_OF[who] === 'child');
  const lead = leadOf(shape);
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: 'the child', calledName: 'the child'},
    participants: people
      .filter(who => who !== hidden)
      .map(who => ({
        key: who,
        name: `The ${words(who)}`,
        relationship: words(who),
        role: ROLE_OF[who],
        ...(who === lead && {lead: true}),
      })),
    sections: {
      B: [
        {id: 'B1', type: 'need', text: 'Needs quiet when the bell rings.'},
        {id: 'B2', type: 'need', text: 'Needs words and pictures together.'},
      ],
      E: [{id: 'E1', type: 'outcome', text: 'Walks into assembly with one friend.'}],
    },
    signsOfSafety: {worries: [{id: 'W1', type: 'harm', text: 'Came in tired.', audience: 'everyone'}]},
    threeHouses: {
      goodThings: [
        {
          id: 'T1',
          type: 'statement',
          text: 'the blue room',
          audience: 'everyone',
          ...(child !== undefined && {ownedBy: child}),
        },
      ],
    },
  };
}

/** `parentWithCare` as `parent with care`. */
export function words(who: Someone): string {
  return who.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}
