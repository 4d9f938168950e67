import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {ItemId, ParticipantId} from '../base/ids.ts';
import {ROLES, type Role} from '../plan/participant.ts';
import {WITHHOLDING_REASONS} from '../plan/withholding-reason.ts';
import {decider, decision} from '../testing/decision-builder.ts';
import type {WithholdingDecision} from './decision.ts';
import {problemsOf} from './problems.ts';
import {REASON_RULES} from './reason-rules.ts';

/** One person of each role, each named after it. */
const PEOPLE = ROLES.map(role => decider(id(role), role));
const CONTEXT = {today: '2026-11-23', withheldTexts: [], childNames: ['Jory Penhale-Adeyemi', 'Jory']};

function id(role: Role): ParticipantId {
  return role as string as ParticipantId;
}

/** A decision with nothing wrong: the social worker keeps something from a parent. */
function sound(more: Partial<WithholdingDecision> = {}): WithholdingDecision {
  return decision({
    hiddenFrom: [{id: id('parent'), class: 'sealed'}],
    audience: [id('socialWorker'), id('socialCareManager'), id('keyworker')],
    proposedBy: id('socialWorker'),
    ...more,
  });
}

function problems(more: Partial<WithholdingDecision>, people = PEOPLE) {
  return problemsOf(sound(more), people, CONTEXT);
}

describe('WIT-6 to WIT-12: what is refused', () => {
  test('a sound decision has no problem, pending or approved', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({approvedBy: id('socialCareManager')}), []);
  });

  test('a decision withholds something, from somebody, all of them on the plan and each named once', () => {
    assert.deepEqual(problems({items: []}), ['NOTHING_WITHHELD']);
    assert.deepEqual(problems({items: [], personId: id('refugeWorker')}), []);
    assert.deepEqual(problems({hiddenFrom: []}), ['HIDDEN_FROM_NOBODY']);
    const stranger = 'stranger' as ParticipantId;
    assert.deepEqual(problems({hiddenFrom: [{id: stranger, class: 'sealed'}]}), ['NOT_ON_PLAN']);
    assert.deepEqual(problems({audience: [...sound().audience, stranger]}), ['NOT_ON_PLAN']);
    assert.deepEqual(problems({items: [], personId: stranger}), ['NOT_ON_PLAN']);
    assert.deepEqual(problems({audience: [...sound().audience, id('parent')]}), ['NAMED_TWICE']);
    const twice = [...sound().hiddenFrom, {id: id('parent'), class: 'marked'} as const];
    assert.deepEqual(problems({hiddenFrom: twice}), ['NAMED_TWICE']);
    assert.deepEqual(problems({items: [], personId: id('parent')}), ['NAMED_TWICE']);
  });

  test('somebody who is hidden from the proposer is as unknown as a made-up id', () => {
    const known = PEOPLE.filter(person => person.role !== 'refugeWorker');
    const audience = [...sound().audience, id('refugeWorker')];
    assert.deepEqual(problems({audience}), []);
    assert.deepEqual(problems({audience}, known), ['NOT_ON_PLAN']);
  });

  test('nothing is withheld from social care or the chair, nor in imminent danger from the safeguarding lead', () => {
    for (const role of ROLES) {
      for (const imminent of [false, true]) {
        if (role === 'socialWorker') continue;
        const hiddenFrom = [{id: id(role), class: 'sealed' as const}];
        const audience = sound().audience.filter(reader => reader !== id(role));
        const always = ['socialCareManager', 'conferenceChair'].includes(role);
        const expected = always || (imminent && role === 'safeguardingLead');
        assert.equal(
          problems({hiddenFrom, audience, imminent}).includes('MUST_ACT'),
          expected,
          `${role} ${imminent}`,
        );
      }
    }
    const byManager = {proposedBy: id('socialCareManager'), audience: [id('socialCareManager')]};
    assert.deepEqual(problems({...byManager, hiddenFrom: [{id: id('socialWorker'), class: 'marked'}]}), [
      'MUST_ACT',
    ]);
  });

  test('where a child could come to harm, somebody who must act reads it', () => {
    const readers: readonly [Role, imminent: boolean, sufficient: boolean][] = [
      ['socialWorker', false, true],
      ['socialCareManager', false, true],
      ['conferenceChair', false, true],
      ['safeguardingLead', false, false],
      ['safeguardingLead', true, true],
      ['keyworker', true, false],
      ['police', true, false],
      ['health', true, false],
    ];
    for (const reasonCode of WITHHOLDING_REASONS) {
      for (const [role, imminent, sufficient] of readers) {
        const more = {
          audience: [id('keyworker'), id(role)],
          proposedBy: id('keyworker'),
          reasonCode,
          imminent,
        };
        const expected = REASON_RULES[reasonCode].needsProtector && !sufficient;
        const given = problems({...more, reviewOn: '2026-11-24'}).includes('AUDIENCE_LACKS_PROTECTOR');
        assert.equal(given, expected, `${reasonCode} ${role} ${imminent}`);
      }
    }
  });

  test('each item has somebody who must act among its readers, also where the decision as a whole has', () => {
    const item = {id: 'item' as ItemId, owner: null, verbatim: false};
    const narrow = {...item, audience: [id('socialWorker'), id('keyworker')]};
    const blind = {...item, audience: [id('keyworker')]};
    const more = {reasonCode: 'risk_harm', proposedBy: id('keyworker')} as const;
    assert.deepEqual(problems({...more, items: [item, narrow]}), []);
    assert.deepEqual(problems({...more, items: [item, narrow, blind]}), ['AUDIENCE_LACKS_PROTECTOR']);
  });

  test('on a plan without social care the safeguarding lead is the one who acts', () => {
    const school = PEOPLE.filter(
      person => !['socialWorker', 'socialCareManager', 'conferenceChair'].includes(person.role),
    );
    const more = {proposedBy: id('keyworker'), reasonCode: 'risk_harm' as const};
    const audience = [id('keyworker'), id('safeguardingLead')];
    assert.deepEqual(problems({...more, audience}, school), []);
    assert.deepEqual(problems({...more, audience: [id('keyworker')]}, school), ['AUDIENCE_LACKS_PROTECTOR']);
  });

  test('a child always reads their own words, also those that somebody else typed', () => {
    const item = {id: 'item' as ItemId, owner: id('keyworker'), verbatim: true};
    const own = {...item, owner: id('child'), verbatim: false};
    const withChild = [...sound().audience, id('child')];
    for (const words of [item, own]) {
      assert.deepEqual(problems({items: [words]}), ['CHILD_OWN_WORDS']);
      assert.deepEqual(problems({items: [words], audience: withChild}), []);
      assert.deepEqual(problems({items: [{...words, audience: withChild}]}), []);
      assert.deepEqual(problems({items: [{...words, audience: sound().audience}], audience: withChild}), [
        'CHILD_OWN_WORDS',
      ]);
    }
    assert.deepEqual(problems({items: [{...item, verbatim: false}]}), []);
  });

  test('the proposer reads what they withhold, and holds the office for it', () => {
    assert.deepEqual(problems({proposedBy: id('health')}), ['PROPOSER_LEFT_OUT']);
    const audience = [...sound().audience, id('school')];
    assert.deepEqual(problems({proposedBy: id('school'), audience}), ['MAY_NOT_PROPOSE']);
    const gone = 'gone' as ParticipantId;
    assert.ok(problems({proposedBy: gone}).includes('MAY_NOT_PROPOSE'));
  });

  test('nobody approves their own sealed decision, nor one that they don’t read or hold no office for', () => {
    const manager = {proposedBy: id('socialCareManager'), approvedBy: id('socialCareManager')};
    assert.deepEqual(problems(manager), ['MAY_NOT_APPROVE']);
    assert.deepEqual(problems({approvedBy: id('conferenceChair')}), ['MAY_NOT_APPROVE']);
    assert.deepEqual(problems({approvedBy: id('keyworker')}), ['MAY_NOT_APPROVE']);
    assert.deepEqual(problems({approvedBy: 'gone' as ParticipantId}), ['MAY_NOT_APPROVE']);
  });

  test('a legal ground is asked for, and words for those who read what it shapes', () => {
    assert.deepEqual(problems({legalGround: ' \n'}), ['REASON_NEEDED']);
    const shapes = (root: 'section:E' | 'section:F' | 'section:H1' | 'section:H2' | 'section:G') => [
      {id: 'open' as ItemId, root},
    ];
    for (const root of ['section:E', 'section:F', 'section:H1', 'section:H2'] as const) {
      assert.deepEqual(problems({shapes: shapes(root)}), ['OPEN_REASON_NEEDED']);
      assert.deepEqual(problems({shapes: shapes(root), openReason: ' '}), ['OPEN_REASON_NEEDED']);
      assert.deepEqual(problems({shapes: shapes(root), openReason: 'Jory sleeps badly.'}), []);
    }
    assert.deepEqual(problems({shapes: shapes('section:G')}), []);
  });

  test('an open reason that shares words with what it stands for is refused', () => {
    const withheldTexts = ['On 21 October a man asked the school office what time Year 3 goes home.'];
    const of = (openReason: string) => problemsOf(sound({openReason}), PEOPLE, {...CONTEXT, withheldTexts});
    assert.deepEqual(of('Jory settles when he knows who is coming.'), []);
    assert.deepEqual(of('A man asked the School-Office something.'), ['OPEN_REASON_TELLS']);
    assert.deepEqual(of('Since October he is met at the gate.'), ['OPEN_REASON_TELLS']);
  });

  test('the review lies ahead, on a real day, within the longest period', () => {
    assert.deepEqual(problems({reviewOn: '2026-11-22'}), ['REVIEW_NOT_AHEAD']);
    assert.deepEqual(problems({reviewOn: '2026-11-31'}), ['REVIEW_NOT_AHEAD']);
    assert.deepEqual(problems({reviewOn: 'soon'}), ['REVIEW_NOT_AHEAD']);
    assert.deepEqual(problems({reviewOn: '2026-11-23'}), []);
    assert.deepEqual(problems({reviewOn: '2026-12-21'}), []);
    assert.deepEqual(problems({reviewOn: '2026-12-22'}), ['REVIEW_TOO_LATE']);
  });
});
