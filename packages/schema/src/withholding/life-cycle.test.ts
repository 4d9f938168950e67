import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {addDays} from '../base/day.ts';
import type {ItemId, ParticipantId} from '../base/ids.ts';
import type {Role} from '../plan/participant.ts';
import {WITHHOLDING_REASONS} from '../plan/withholding-reason.ts';
import {decider, decision} from '../testing/decision-builder.ts';
import {defaultAudience, withChild} from './audience.ts';
import {defaultReview, longestReview} from './review-date.ts';
import {dueOn, stateOf} from './state.ts';
import {approversOf, escalatesTo, mayRelease, mayReview} from './who-may.ts';

const JORY = 'jory' as ParticipantId;
const TEMI = 'temi' as ParticipantId;
const CALLUM = 'callum' as ParticipantId;
const ESME = 'esme' as ParticipantId;
const BRONAGH = 'bronagh' as ParticipantId;
const ANITA = 'anita' as ParticipantId;
const PRIYA = 'priya' as ParticipantId;
const WREN = 'wren' as ParticipantId;
const OLUCHI = 'oluchi' as ParticipantId;
const DELPHINE = 'delphine' as ParticipantId;

const ROLE_OF: readonly [ParticipantId, Role][] = [
  [JORY, 'child'],
  [TEMI, 'parent'],
  [CALLUM, 'parent'],
  [ESME, 'keyworker'],
  [BRONAGH, 'socialWorker'],
  [ANITA, 'socialCareManager'],
  [PRIYA, 'safeguardingLead'],
  [WREN, 'therapist'],
  [OLUCHI, 'health'],
];
const PEOPLE = [
  ...ROLE_OF.map(([id, role]) => decider(id, role, {lead: id === ESME})),
  decider(DELPHINE, 'refugeWorker', {hiddenFrom: [CALLUM]}),
];
const SEALED = [{id: CALLUM, class: 'sealed'}] as const;
const MARKED = [{id: CALLUM, class: 'marked'}] as const;
const MONDAY = '2026-11-23';

function idsWho(may: (person: (typeof PEOPLE)[number]) => boolean): string {
  return PEOPLE.filter(may)
    .map(person => person.id)
    .join(' ');
}

describe('WIT-13: how long until it is looked at again', () => {
  test('sealed 28 days, in an enquiry 5 working days, marked and a child’s own choice half a year', () => {
    for (const reasonCode of WITHHOLDING_REASONS) {
      for (const hiddenFrom of [SEALED, MARKED, [...MARKED, {id: WREN, class: 'sealed'} as const]]) {
        const facts = decision({hiddenFrom, reasonCode, proposedBy: BRONAGH});
        const isEnquiry = reasonCode === 'tip_off' || reasonCode === 'police_request';
        const days = isEnquiry ? 7 : hiddenFrom === MARKED ? 182 : 28;
        assert.equal(longestReview(facts, PEOPLE, MONDAY), addDays(MONDAY, days), reasonCode);
        assert.equal(defaultReview(facts, PEOPLE, MONDAY), addDays(MONDAY, days));
        assert.equal(defaultReview(facts, PEOPLE, MONDAY, addDays(MONDAY, 400)), addDays(MONDAY, days));
        assert.equal(defaultReview(facts, PEOPLE, MONDAY, addDays(MONDAY, 2)), addDays(MONDAY, 2));
      }
    }
    const items = [{id: 'own' as ItemId, owner: JORY, verbatim: true}];
    const choice = decision({hiddenFrom: SEALED, reasonCode: 'child_confidence', proposedBy: JORY, items});
    assert.equal(longestReview(choice, PEOPLE, MONDAY), addDays(MONDAY, 182));
    assert.equal(longestReview({...choice, proposedBy: BRONAGH}, PEOPLE, MONDAY), addDays(MONDAY, 28));
  });
});

describe('WIT-14: where it stands', () => {
  const facts = {proposedOn: '2026-11-20', reviewOn: '2026-12-18', isApproved: false, escalatedOn: null};

  test('what nobody approves is late after one working day, and what nobody reviews after its day', () => {
    assert.equal(dueOn(facts), MONDAY);
    assert.equal(stateOf(facts, '2026-11-20'), 'pending');
    assert.equal(stateOf(facts, MONDAY), 'pending');
    assert.equal(stateOf(facts, '2026-11-24'), 'overdue');
    const approved = {...facts, isApproved: true};
    assert.equal(stateOf(approved, '2026-12-18'), 'approved');
    assert.equal(stateOf(approved, '2026-12-19'), 'overdue');
    assert.equal(dueOn({...facts, reviewOn: '2026-11-21'}), '2026-11-21');
  });

  test('it is escalated once somebody was told since it became late, and late again after the next date', () => {
    assert.equal(stateOf({...facts, escalatedOn: '2026-11-24'}, '2026-11-24'), 'escalated');
    const reviewed = {...facts, isApproved: true, escalatedOn: '2026-11-24'};
    assert.equal(stateOf(reviewed, '2026-12-01'), 'approved');
    assert.equal(stateOf(reviewed, '2026-12-19'), 'overdue');
  });

  test('no day, however late, and no fact opens it', () => {
    const states = new Set<string>();
    for (const isApproved of [true, false]) {
      for (const escalatedOn of [null, '2026-11-24', '2027-01-04']) {
        for (let day = 0; day < 4000; day += 7) {
          states.add(stateOf({...facts, isApproved, escalatedOn}, addDays(facts.proposedOn, day)));
        }
      }
    }
    assert.deepEqual([...states].sort(), ['approved', 'escalated', 'overdue', 'pending']);
  });

  test('only readers are told that it is late: the manager, else who could approve it, else a professional', () => {
    const to = (audience: readonly ParticipantId[], proposedBy = BRONAGH) =>
      escalatesTo(decision({hiddenFrom: SEALED, audience, proposedBy}), PEOPLE).join(' ');
    assert.equal(to([BRONAGH, ANITA, PRIYA, TEMI]), 'anita');
    assert.equal(to([BRONAGH, ANITA, PRIYA], ANITA), 'anita priya');
    assert.equal(to([BRONAGH, PRIYA, TEMI]), 'priya');
    assert.equal(to([BRONAGH, ESME, TEMI]), 'esme bronagh');
    assert.equal(to([TEMI], TEMI), 'temi');
  });
});

describe('WIT-15, WIT-16: who reviews and who opens it', () => {
  const audience = [BRONAGH, ANITA, PRIYA, ESME, WREN, TEMI];
  const sealed = decision({hiddenFrom: SEALED, audience, proposedBy: BRONAGH});
  const marked = decision({hiddenFrom: MARKED, audience, proposedBy: WREN});

  test('approving and reviewing what is sealed takes the second office, among the readers alone', () => {
    assert.deepEqual(approversOf(sealed, PEOPLE), [ANITA, PRIYA]);
    assert.equal(
      idsWho(person => mayReview(person, sealed, PEOPLE)),
      'anita priya',
    );
    const own = {...sealed, proposedBy: ANITA};
    assert.deepEqual(approversOf(own, PEOPLE), [PRIYA]);
    assert.equal(
      idsWho(person => mayReview(person, own, PEOPLE)),
      'priya',
    );
  });

  test('the keyworker reviews what is marked, their own too, and a stricter office where no keyworker reads it', () => {
    assert.equal(
      idsWho(person => mayReview(person, marked, PEOPLE)),
      'esme',
    );
    assert.equal(
      idsWho(person => mayReview(person, {...marked, proposedBy: ESME}, PEOPLE)),
      'esme',
    );
    const without = {...marked, audience: audience.filter(id => id !== ESME)};
    assert.deepEqual(approversOf(without, PEOPLE), [ANITA, PRIYA]);
    assert.deepEqual(approversOf({...without, audience: [WREN, TEMI]}, PEOPLE), []);
  });

  test('opening takes two different readers, one of whom holds the office that approves', () => {
    assert.equal(
      idsWho(person => mayRelease(person, sealed, PEOPLE)),
      'esme bronagh anita priya',
    );
    const asked = {...sealed, releaseAskedBy: BRONAGH};
    assert.equal(
      idsWho(person => mayRelease(person, asked, PEOPLE)),
      'anita priya',
    );
    assert.equal(
      idsWho(person => mayRelease(person, {...sealed, releaseAskedBy: ANITA}, PEOPLE)),
      'esme bronagh priya',
    );
    assert.equal(
      idsWho(person => mayRelease(person, {...marked, releaseAskedBy: WREN}, PEOPLE)),
      'esme',
    );
  });

  test('what was asked by somebody who no longer reads it, or who has left, stays closed', () => {
    for (const releaseAskedBy of [OLUCHI, 'gone' as ParticipantId]) {
      assert.equal(
        idsWho(person => mayRelease(person, {...sealed, releaseAskedBy}, PEOPLE)),
        '',
      );
    }
  });

  test('a child’s own choice is opened by the child with a worker, or by a manager with one', () => {
    const items = [{id: 'own' as ItemId, owner: JORY, verbatim: true}];
    const choice = {
      ...sealed,
      items,
      audience: [JORY, ESME, BRONAGH, ANITA],
      proposedBy: JORY,
      reasonCode: 'child_confidence' as const,
    };
    const open = (releaseAskedBy: ParticipantId | null) =>
      idsWho(person => mayRelease(person, {...choice, releaseAskedBy}, PEOPLE));
    assert.equal(open(null), 'jory esme bronagh anita');
    assert.equal(open(JORY), 'esme bronagh anita');
    assert.equal(open(ESME), 'jory anita');
    assert.equal(open(ANITA), 'jory esme bronagh');
  });

  test('a parent’s own matter is opened with that parent, or by a manager for a reason of protection', () => {
    const items = [{id: 'own' as ItemId, owner: TEMI, verbatim: false}];
    const matter = {...sealed, items, audience: [TEMI, OLUCHI, PRIYA, ANITA], proposedBy: TEMI};
    const open = (releaseAskedBy: ParticipantId | null) =>
      idsWho(person => mayRelease(person, {...matter, releaseAskedBy}, PEOPLE));
    assert.equal(open(TEMI), 'anita priya oluchi');
    assert.equal(open(OLUCHI), 'temi anita');
    assert.equal(open(PRIYA), 'temi anita');
  });
});

describe('WIT-17: readers', () => {
  test('left out, the readers are those on the plan now less those it is withheld from', () => {
    const everybody = PEOPLE.map(person => person.id);
    assert.deepEqual(
      defaultAudience(PEOPLE, SEALED),
      everybody.filter(id => id !== CALLUM),
    );
  });

  test('somebody hidden from a reader is not among the readers, since the list would tell of them', () => {
    const readers = defaultAudience(PEOPLE, [{id: TEMI, class: 'sealed'}]);
    assert.ok(readers.includes(CALLUM));
    assert.ok(!readers.includes(DELPHINE));
  });

  test('a child is added to the readers of their own words, once, and of nothing else', () => {
    const words = {id: 'own' as ItemId, owner: JORY, verbatim: true};
    assert.deepEqual(withChild([ESME], words, PEOPLE), [ESME, JORY]);
    assert.deepEqual(withChild([JORY, ESME], words, PEOPLE), [JORY, ESME]);
    assert.deepEqual(withChild([ESME], {...words, owner: ESME, verbatim: false}, PEOPLE), [ESME]);
  });
});
