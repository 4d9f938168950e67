import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {Day} from '../base/day.ts';
import type {ItemId, ParticipantId} from '../base/ids.ts';
import type {PlanItem} from '../json/item-schema.ts';
import {placesOf} from '../json/places.ts';
import type {Plan} from '../json/plan-file.ts';
import type {RootName} from '../plan/root.ts';
import {decision} from '../testing/decision-builder.ts';
import {examplePlan, wordsOf, type ExampleName} from '../testing/example-plans.ts';
import type {Decider, WithholdingDecision} from './decision.ts';
import {isProfessional} from './offices.ts';
import {problemsOf} from './problems.ts';
import {defaultReview} from './review-date.ts';

type Written = NonNullable<Plan['withholdings']>[number];

/**
 * The day on which each was last decided, where the file gives no day of approval, or a later review in its words. The
 * child's own choices are as old as the session in which they were made.
 */
const DECIDED: Readonly<Record<string, Day>> = {
  'WH-3': '2026-11-19',
  'WH-4': '2026-11-05',
  'WH-B2': '2026-11-04',
  'WH-B3': '2026-11-04',
  'WH-B8': '2026-11-04',
};

/** What the rules have against the examples as they are written. */
const EXPECTED: Readonly<Record<ExampleName, Readonly<Record<string, readonly string[]>>>> = {
  jory: {
    'WH-2': [],
    'WH-2-RW': [],
    'WH-3': [],
    'WH-4': [],
    // It is to be looked at in the plan's next review, 102 days on, and shapes provision J-H1b without a word for its readers.
    'WH-5': ['OPEN_REASON_NEEDED', 'REVIEW_TOO_LATE'],
    'WH-7': [],
    // It is sealed from child and father, so it can't wait from June to the next review of the plan.
    'WH-8': ['REVIEW_TOO_LATE'],
  },
  kez: {
    'WH-B2': [],
    // She is asked again on the day on which her rights pass, 233 days after the session.
    'WH-B3': ['REVIEW_TOO_LATE'],
    'WH-B4': [],
    'WH-B5': [],
    // A warning to staff holds 90 days, but this one is sealed from her family.
    'WH-B7': ['REVIEW_TOO_LATE'],
    // It shapes provision K-F7 without a word for its readers.
    'WH-B8': ['OPEN_REASON_NEEDED'],
  },
};

function peopleOf(plan: Plan): Decider[] {
  return plan.participants.map(person => ({
    id: idOf(person.key),
    role: person.role,
    lead: person.lead ?? false,
    hiddenFrom: (person.hiddenFrom ?? []).map(({key}) => idOf(key)),
  }));
}

function idOf(key: string): ParticipantId {
  return key as ParticipantId;
}

/** Of a person who is kept from others the professionals read, and that person. */
function readersAbout(plan: Plan, {person, hiddenFrom}: Written): ParticipantId[] {
  const readers = plan.participants.filter(({key, role}) => key === person || isProfessional(role));
  return readers.map(({key}) => idOf(key)).filter(id => !hiddenFrom.some(({key}) => idOf(key) === id));
}

function decidedOn(written: Written): Day {
  return DECIDED[written.id] ?? written.approvedOn ?? assert.fail(`${written.id} has no day`);
}

/** The decision that a file writes down. A note that names no owner is its proposer's. */
function read(plan: Plan, written: Written): {decision: WithholdingDecision; texts: string[]} {
  const items = new Map<string, {item: PlanItem; root: RootName}>(
    placesOf(plan).flatMap(place => place.items.map(item => [item.id, {item, root: place.root}])),
  );
  const find = (ref: string) => items.get(ref) ?? assert.fail(ref);
  const proposedBy = idOf(written.proposedBy ?? assert.fail(written.id));
  const facts = decision({
    items: written.items.map(ref => {
      const {item} = find(ref);
      return {
        id: ref as string as ItemId,
        owner: item.type === 'note' ? proposedBy : item.ownedBy ? idOf(item.ownedBy) : null,
        verbatim: item.mode === 'verbatim',
        ...(Array.isArray(item.audience) ? {audience: item.audience.map(idOf)} : {}),
      };
    }),
    hiddenFrom: written.hiddenFrom.map(person => ({id: idOf(person.key), class: person.class})),
    personId: written.person === undefined ? null : idOf(written.person),
    audience: written.person === undefined ? written.audience.map(idOf) : readersAbout(plan, written),
    reasonCode: written.reasonCode,
    legalGround: written.legalGround,
    ...(written.openReason === undefined ? {} : {openReason: written.openReason}),
    shapes: (written.shapes ?? []).map(ref => ({id: ref as string as ItemId, root: find(ref).root})),
    proposedBy,
    proposedOn: decidedOn(written),
    approvedBy: written.approvedBy === undefined ? null : idOf(written.approvedBy),
  });
  const reviewOn = written.reviewOn ?? defaultReview(facts, peopleOf(plan), decidedOn(written));
  return {decision: {...facts, reviewOn}, texts: written.items.map(ref => wordsOf(find(ref).item))};
}

for (const name of ['jory', 'kez'] as const) {
  const plan = examplePlan(name);
  const check = (more: (facts: WithholdingDecision, written: Written) => Partial<WithholdingDecision>) =>
    Object.fromEntries(
      (plan.withholdings ?? []).map(written => {
        const {decision: facts, texts} = read(plan, written);
        const context = {
          today: decidedOn(written),
          withheldTexts: texts,
          childNames: [plan.child.name, plan.child.calledName],
        };
        const problems = problemsOf({...facts, ...more(facts, written)}, peopleOf(plan), context);
        return [written.id, [...problems].sort()];
      }),
    );

  describe(`examples/${name}.json`, () => {
    test('every withholding keeps the rules, but for what its file says against them', () => {
      assert.deepEqual(
        check(() => ({})),
        EXPECTED[name],
      );
    });

    test('with the review brought forward nothing is left but the open reasons that are missing', () => {
      const problems = check((facts, written) => ({
        reviewOn: defaultReview(facts, peopleOf(plan), decidedOn(written), written.reviewOn),
      }));
      for (const [id, left] of Object.entries(problems)) {
        const expected = (EXPECTED[name][id] ?? []).filter(problem => problem !== 'REVIEW_TOO_LATE');
        assert.deepEqual(left, expected, id);
      }
    });

    test('no withholding could name one more person who must act', () => {
      for (const person of peopleOf(plan)) {
        if (!['socialWorker', 'socialCareManager', 'conferenceChair'].includes(person.role)) continue;
        const problems = check(facts => ({
          hiddenFrom: [...facts.hiddenFrom, {id: person.id, class: 'sealed'}],
        }));
        for (const [id, left] of Object.entries(problems)) assert.ok(left.includes('MUST_ACT'), id);
      }
    });
  });
}
