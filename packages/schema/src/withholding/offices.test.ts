import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ItemId, ParticipantId} from '../base/ids.ts';
import {ROLES, type Role} from '../plan/participant.ts';
import {WITHHOLDING_REASONS} from '../plan/withholding-reason.ts';
import {decision, decider} from '../testing/decision-builder.ts';
import {REASON_RULES} from './reason-rules.ts';
import {problemsOf} from './problems.ts';
import {mayApprove, mayPropose, mayReview, needsApproval} from './who-may.ts';

/**
 * The rights written out a second time, in the order: proposes marked, proposes sealed, approves marked, approves
 * sealed, has nothing withheld, has nothing withheld in imminent danger.
 */
const WRITTEN: Readonly<Record<Role, string>> = {
  child: '......',
  parent: '......',
  carer: '......',
  family: '......',
  keyworker: 'msM...',
  socialWorker: 'ms..AI',
  socialCareManager: 'ms.SAI',
  conferenceChair: 'ms.SAI',
  reviewingOfficer: 'm.....',
  sendOfficer: 'm.....',
  safeguardingLead: 'ms.S.I',
  school: 'm.....',
  psychologist: 'm.....',
  therapist: 'm.....',
  health: 'ms.S..',
  virtualSchool: 'm.....',
  adviser: 'm.....',
  counsellor: 'm.....',
  advocate: 'm.....',
  interpreter: 'm.....',
  refugeWorker: 'm.....',
  police: 'm.....',
};

const ME = 'me' as ParticipantId;
const OTHER = 'other' as ParticipantId;
const FATHER = 'father' as ParticipantId;
/** Somebody who may approve what is only marked, so that nobody else need stand in for them. */
const KEYWORKER = 'keyworker' as ParticipantId;

function rightsOf(role: Role, lead: boolean): string {
  const me = decider(ME, role, {lead});
  const people = [me, decider(OTHER, 'family'), decider(FATHER, 'parent'), decider(KEYWORKER, 'keyworker')];
  const proposed = (strictness: 'marked' | 'sealed') =>
    decision({hiddenFrom: [{id: FATHER, class: strictness}], proposedBy: ME, audience: [ME, KEYWORKER]});
  const approved = (strictness: 'marked' | 'sealed') =>
    decision({
      hiddenFrom: [{id: FATHER, class: strictness}],
      proposedBy: OTHER,
      audience: [ME, OTHER, KEYWORKER],
    });
  const refused = (imminent: boolean) =>
    problemsOf(decision({hiddenFrom: [{id: ME, class: 'sealed'}], proposedBy: OTHER, imminent}), people, {
      today: '2026-11-23',
      withheldTexts: [],
      childNames: [],
    }).includes('MUST_ACT');
  return [
    mayPropose(me, proposed('marked'), people) ? 'm' : '.',
    mayPropose(me, proposed('sealed'), people) ? 's' : '.',
    mayApprove(me, approved('marked'), people) ? 'M' : '.',
    mayApprove(me, approved('sealed'), people) ? 'S' : '.',
    refused(false) ? 'A' : '.',
    refused(true) ? 'I' : '.',
  ].join('');
}

describe('WIT-1 to WIT-4: every cell of the table', () => {
  for (const role of ROLES) {
    test(`${role} proposes, approves and must act exactly as the second table says`, () => {
      assert.equal(rightsOf(role, false), WRITTEN[role]);
    });

    test(`${role} as the lead has the keyworker's office too, unless the role is a family's`, () => {
      const own = WRITTEN[role];
      const isFamily = ['child', 'parent', 'carer', 'family'].includes(role);
      assert.equal(rightsOf(role, true), isFamily ? own : `msM${own.slice(3)}`);
    });
  }

  test('a mixed decision needs the office of its strictest class', () => {
    const people = [decider(ME, 'school'), decider(FATHER, 'parent'), decider(OTHER, 'parent')];
    const mixed = decision({
      proposedBy: ME,
      hiddenFrom: [
        {id: FATHER, class: 'marked'},
        {id: OTHER, class: 'sealed'},
      ],
    });
    assert.equal(mayPropose(people[0] ?? assert.fail(), mixed, people), false);
  });
});

describe('reasons', () => {
  test('the reasons that need somebody who acts, hurry, and seal are those of the second list', () => {
    const lettersOf = (reason: (typeof WITHHOLDING_REASONS)[number]) => {
      const rule = REASON_RULES[reason];
      return `${reason} ${rule.needsProtector ? 'p' : '.'}${rule.isEnquiry ? 'e' : '.'}${rule.suggests}`;
    };
    assert.deepEqual(WITHHOLDING_REASONS.map(lettersOf), [
      'risk_harm p.sealed',
      'tip_off pesealed',
      'location p.sealed',
      'child_confidence ..sealed',
      'third_party ..marked',
      'court ..sealed',
      'police_request pesealed',
      'health_opinion ..marked',
      'not_told_child ..sealed',
    ]);
  });
});

describe('WIT-5: own choices', () => {
  const child = decider(ME, 'child');
  const parent = decider(OTHER, 'parent');
  const carer = decider('carer' as ParticipantId, 'carer');
  const people = [child, parent, carer, decider(FATHER, 'parent')];
  const item = (owner: ParticipantId | null) => ({id: 'item' as ItemId, owner, verbatim: false});
  const of = (
    who: ParticipantId,
    reasonCode: (typeof WITHHOLDING_REASONS)[number],
    owner: ParticipantId | null,
  ) => decision({proposedBy: who, reasonCode, items: [item(owner)], audience: [who]});

  test('a child keeps their own items to themselves in confidence, and nobody need approve', () => {
    for (const reason of WITHHOLDING_REASONS) {
      const may = reason === 'child_confidence';
      assert.equal(mayPropose(child, of(ME, reason, ME), people), may, reason);
      assert.equal(needsApproval(of(ME, reason, ME), people), !may, reason);
    }
    assert.equal(mayPropose(child, of(ME, 'child_confidence', OTHER), people), false);
    assert.equal(mayPropose(child, of(ME, 'child_confidence', null), people), false);
  });

  test('a parent or carer keeps their own health and circumstances from others, and somebody else approves', () => {
    for (const who of [parent, carer]) {
      for (const reason of WITHHOLDING_REASONS) {
        const may = reason === 'third_party' || reason === 'health_opinion';
        assert.equal(mayPropose(who, of(who.id, reason, who.id), people), may, reason);
        assert.equal(needsApproval(of(who.id, reason, who.id), people), true);
      }
      assert.equal(mayPropose(who, of(who.id, 'third_party', ME), people), false);
    }
  });

  test('nobody hides another person, or a mixture of own and other items, as an own choice', () => {
    const mixed = {...of(ME, 'child_confidence', ME), items: [item(ME), item(OTHER)]};
    assert.equal(mayPropose(child, mixed, people), false);
    const about = {...of(ME, 'child_confidence', ME), personId: OTHER};
    assert.equal(mayPropose(child, about, people), false);
    assert.equal(mayPropose(child, {...about, items: []}, people), false);
  });

  test('an own choice of somebody who has left the plan is decided by others, so it fails closed', () => {
    const without = people.slice(1);
    assert.equal(needsApproval(of(ME, 'child_confidence', ME), without), true);
  });

  test('a child’s choice is reviewed by the child or by any professional among its readers', () => {
    const mentor = decider('mentor' as ParticipantId, 'school');
    const all = [...people, mentor];
    const choice = {...of(ME, 'child_confidence', ME), audience: [ME, mentor.id, OTHER]};
    assert.deepEqual(
      all.filter(one => mayReview(one, choice, all)).map(one => one.id),
      [ME, mentor.id],
    );
  });
});
