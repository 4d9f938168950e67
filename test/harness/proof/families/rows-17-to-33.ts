import {byCare, CARE, marked, PARENTS, sealed} from './kept.ts';
import type {FamilyShape} from './shape.ts';

/** The other rows of domain 6.3 as families. Row 23, nobody else by name, keeps nothing from anybody: it is a check of words. */
export const ROWS_17_TO_33: readonly FamilyShape[] = [
  {
    row: 17,
    situation: 'a young person for whom somebody else decides',
    people: ['youngPerson', ...PARENTS, 'advocate', 'keyworker', 'socialWorker'],
    kept: [
      {
        by: 'keyworker',
        approvedBy: null,
        readers: ['advocate', 'keyworker', 'socialWorker', 'parentWithCare'],
        from: marked('otherParent'),
        reason: 'court',
      },
    ],
  },
  {
    row: 18,
    situation: 'a court order that is itself confidential',
    people: ['otherParent', 'carer', ...CARE, 'sendOfficer'],
    kept: [byCare('court', ['sendOfficer'], sealed('otherParent', 'carer'))],
  },
  {
    row: 19,
    situation: 'papers of the family court',
    people: [...PARENTS, ...CARE, 'teacher', 'keyworker', 'partner'],
    kept: [byCare('court', PARENTS, sealed('teacher', 'keyworker', 'partner'))],
  },
  {
    row: 20,
    situation: 'somebody in the home who is no parent',
    people: ['parentWithCare', 'partner', 'keyworker', ...CARE],
    kept: [
      {
        by: 'keyworker',
        approvedBy: 'manager',
        readers: ['parentWithCare', 'keyworker', ...CARE],
        from: sealed('partner'),
        reason: 'third_party',
      },
    ],
  },
  {
    row: 21,
    situation: 'a parent of whom abuse is reported: where they are, and the other parent’s health',
    people: [...PARENTS, ...CARE, 'doctor', 'refugeWorker'],
    kept: [
      byCare('location', ['parentWithCare', 'refugeWorker'], sealed('otherParent')),
      {
        by: 'parentWithCare',
        approvedBy: 'doctor',
        readers: ['parentWithCare', 'doctor', 'socialWorker'],
        from: sealed('otherParent'),
        reason: 'health_opinion',
      },
    ],
    hidden: 'refugeWorker',
    hasContact: true,
  },
  {
    row: 22,
    situation: 'where a foster carer lives',
    people: [...PARENTS, 'carer', ...CARE, 'reviewingOfficer', 'teacher'],
    kept: [byCare('location', ['carer', 'reviewingOfficer'], sealed(...PARENTS))],
    hasContact: true,
  },
  {
    row: 24,
    situation: 'exploitation: names, cars and places',
    people: ['youngPerson', 'parentWithCare', ...CARE, 'police', 'safeguardingLead'],
    kept: [byCare('tip_off', ['police', 'safeguardingLead'], sealed('parentWithCare', 'youngPerson'))],
  },
  {
    row: 25,
    situation: 'papers of immigration, with a line for the team',
    people: ['parentWithCare', 'socialWorker', 'solicitor', 'keyworker', 'teacher', 'doctor'],
    kept: [
      {
        by: 'socialWorker',
        approvedBy: 'keyworker',
        readers: ['parentWithCare', 'socialWorker', 'solicitor', 'keyworker'],
        from: marked('teacher'),
        reason: 'third_party',
      },
    ],
  },
  {
    row: 26,
    situation: 'something that the child has not been told',
    people: ['child', ...PARENTS, 'doctor', ...CARE, 'partner'],
    kept: [
      {
        by: 'doctor',
        approvedBy: 'manager',
        readers: [...PARENTS, 'doctor', ...CARE],
        from: sealed('child'),
        reason: 'not_told_child',
      },
    ],
  },
  {
    row: 27,
    situation: 'a warning to staff who visit',
    people: ['child', 'parentWithCare', ...CARE, 'keyworker', 'doctor'],
    kept: [byCare('third_party', ['keyworker', 'doctor'], sealed('parentWithCare', 'child'))],
  },
  {
    row: 28,
    situation: 'notes of supervision and of a panel',
    people: ['keyworker', 'socialWorker', 'manager', 'chair'],
    kept: [
      {
        by: 'manager',
        approvedBy: 'chair',
        readers: ['manager', 'chair'],
        from: sealed('keyworker'),
        reason: 'third_party',
      },
    ],
  },
  {
    row: 29,
    situation: 'what one parent said of the other in confidence',
    people: ['otherParent', 'keyworker', ...CARE, 'teacher'],
    kept: [
      {
        by: 'keyworker',
        approvedBy: 'manager',
        readers: ['keyworker', ...CARE],
        from: sealed('otherParent'),
        reason: 'third_party',
      },
    ],
  },
  {
    row: 30,
    situation: 'the bundle of an appeal',
    people: [...PARENTS, ...CARE, 'sendOfficer', 'teacher'],
    kept: [byCare('court', ['parentWithCare', 'sendOfficer'], sealed('otherParent', 'teacher'))],
  },
  {
    row: 31,
    situation: 'a parent who asks for the child’s record',
    people: [...PARENTS, ...CARE, 'doctor'],
    kept: [
      {
        by: 'socialWorker',
        approvedBy: 'doctor',
        readers: [...CARE, 'doctor'],
        from: sealed('otherParent'),
        reason: 'health_opinion',
      },
    ],
  },
  {
    row: 32,
    situation: 'a move to another council and school',
    people: ['parentWithCare', ...CARE, 'newSocialWorker', 'safeguardingLead', 'teacher'],
    kept: [byCare('risk_harm', ['newSocialWorker', 'safeguardingLead'], sealed('parentWithCare', 'teacher'))],
  },
  {
    row: 33,
    situation: 'an emergency in which somebody looks who may not otherwise',
    people: [...PARENTS, ...CARE, 'police', 'doctor'],
    kept: [byCare('risk_harm', ['police'], sealed(...PARENTS))],
    breaksGlass: 'doctor',
  },
];
