import {byCare, CARE, marked, PARENTS, sealed} from './kept.ts';
import type {FamilyShape} from './shape.ts';

/** The first rows of domain 6.3 as families. */
export const ROWS_1_TO_16: readonly FamilyShape[] = [
  {
    row: 1,
    situation: 'where a parent and child live after they fled',
    people: [...PARENTS, ...CARE, 'refugeWorker', 'teacher'],
    kept: [byCare('location', ['parentWithCare', 'refugeWorker'], sealed('otherParent', 'teacher'))],
    hidden: 'refugeWorker',
    hasContact: true,
  },
  {
    row: 2,
    situation: 'a clinic and a bus stop that would show where they are',
    people: [...PARENTS, ...CARE, 'sendOfficer'],
    kept: [byCare('location', ['parentWithCare', 'sendOfficer'], sealed('otherParent'))],
  },
  {
    row: 3,
    situation: 'that they moved, and who helps them',
    people: [...PARENTS, ...CARE, 'police', 'safeguardingLead', 'refugeWorker', 'keyworker'],
    kept: [
      byCare(
        'location',
        ['parentWithCare', 'police', 'safeguardingLead', 'refugeWorker'],
        sealed('otherParent', 'keyworker'),
      ),
    ],
    hidden: 'refugeWorker',
  },
  {
    row: 4,
    situation: 'facts about a cousin, with a line for the others',
    people: [...PARENTS, 'therapist', 'keyworker', 'socialWorker', 'teacher'],
    kept: [
      {
        by: 'therapist',
        approvedBy: 'keyworker',
        readers: ['therapist', 'keyworker', 'socialWorker'],
        from: marked('otherParent', 'teacher'),
        reason: 'third_party',
      },
    ],
  },
  {
    row: 5,
    situation: 'who made the referral',
    people: [...PARENTS, ...CARE, 'police', 'safeguardingLead'],
    kept: [byCare('police_request', ['police'], sealed(...PARENTS, 'safeguardingLead'))],
    hasContact: true,
  },
  {
    row: 6,
    situation: 'an allegation that was not yet put to the parents',
    people: [...PARENTS, ...CARE, 'police', 'safeguardingLead', 'chair', 'keyworker'],
    kept: [byCare('police_request', ['police', 'safeguardingLead', 'chair'], sealed(...PARENTS))],
  },
  {
    row: 7,
    situation: 'a strategy discussion',
    people: ['parentWithCare', ...CARE, 'police', 'doctor', 'safeguardingLead', 'keyworker', 'teacher'],
    kept: [
      {
        by: 'manager',
        approvedBy: 'doctor',
        readers: [...CARE, 'police', 'doctor', 'safeguardingLead'],
        from: sealed('parentWithCare', 'keyworker', 'teacher'),
        reason: 'tip_off',
      },
    ],
  },
  {
    row: 8,
    situation: 'an allegation against somebody in the team',
    people: ['carer', ...CARE, 'police', 'safeguardingLead', 'therapist'],
    kept: [
      {
        by: 'manager',
        approvedBy: 'safeguardingLead',
        readers: ['manager', 'police', 'safeguardingLead'],
        from: sealed('carer', 'therapist'),
        reason: 'police_request',
      },
    ],
  },
  {
    row: 9,
    situation: 'suspected illness that is made up or brought about',
    people: ['parentWithCare', 'socialWorker', 'doctor', 'police', 'safeguardingLead', 'teacher'],
    kept: [
      {
        by: 'socialWorker',
        approvedBy: 'doctor',
        readers: ['socialWorker', 'doctor', 'police', 'safeguardingLead'],
        from: sealed('parentWithCare'),
        reason: 'tip_off',
      },
    ],
  },
  {
    row: 10,
    situation: 'a parent’s own health, sealed from one and marked for others',
    people: [...PARENTS, 'doctor', 'socialWorker', 'teacher', 'keyworker'],
    kept: [
      {
        by: 'parentWithCare',
        approvedBy: 'doctor',
        readers: ['parentWithCare', 'doctor', 'socialWorker'],
        from: {...sealed('otherParent'), ...marked('teacher', 'keyworker')},
        reason: 'health_opinion',
      },
    ],
  },
  {
    row: 11,
    situation: 'a parent’s offences and treatment',
    people: [...PARENTS, ...CARE, 'police', 'teacher'],
    kept: [byCare('third_party', ['police'], sealed(...PARENTS, 'teacher'))],
  },
  {
    row: 12,
    situation: 'what a child asks not to be told to a parent',
    people: ['child', ...PARENTS, 'keyworker', 'socialWorker', 'manager', 'teacher'],
    kept: [
      {
        by: 'child',
        approvedBy: null,
        readers: ['child', 'keyworker', 'socialWorker', 'manager'],
        from: sealed('otherParent'),
        reason: 'child_confidence',
      },
    ],
  },
  {
    row: 13,
    situation: 'a child says that somebody hurt them',
    people: ['child', ...PARENTS, ...CARE, 'safeguardingLead', 'police'],
    kept: [
      {
        by: 'safeguardingLead',
        approvedBy: 'manager',
        readers: ['child', ...CARE, 'safeguardingLead', 'police'],
        from: sealed(...PARENTS),
        reason: 'risk_harm',
        imminent: true,
      },
    ],
  },
  {
    row: 14,
    situation: 'private health advice for somebody who may decide it alone',
    people: ['youngPerson', 'parentWithCare', 'doctor', 'keyworker', 'socialWorker'],
    kept: [
      {
        by: 'youngPerson',
        approvedBy: null,
        readers: ['youngPerson', 'doctor'],
        from: sealed('parentWithCare'),
        reason: 'child_confidence',
      },
    ],
  },
  {
    row: 15,
    situation: 'views of a young person that a parent is told are kept private',
    people: ['youngPerson', 'parentWithCare', 'keyworker', 'teacher'],
    kept: [
      {
        by: 'youngPerson',
        approvedBy: null,
        readers: ['youngPerson', 'keyworker'],
        from: marked('parentWithCare'),
        reason: 'child_confidence',
      },
    ],
  },
  {
    row: 16,
    situation: 'a young person who decides what parents learn',
    people: ['youngPerson', ...PARENTS, 'keyworker'],
    kept: [
      {
        by: 'youngPerson',
        approvedBy: null,
        readers: ['youngPerson', 'keyworker'],
        from: sealed(...PARENTS),
        reason: 'child_confidence',
      },
    ],
  },
];
