import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {newId, type ItemId} from '../base/ids.ts';
import type {PlanType} from '../plan/plan-type.ts';
import {EHCP} from '../plan/plan-types.ts';
import {arbitraryPlanFile} from '../testing/arbitrary-plan.ts';
import {docWith} from '../testing/doc-builder.ts';
import {item, planFile, type Loose} from '../testing/plan-builder.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {canonicalJson} from '../ydoc/canonical-json.ts';
import {docsFromPlan, type ImportedPlan} from './docs-from-plan.ts';
import {fromPlanJson} from './from-plan-json.ts';
import {renumber} from './map-refs.ts';
import type {Plan} from './plan-file.ts';
import {toPlanJson} from './to-plan-json.ts';
import {viewFromDocs} from './view-from-docs.ts';

const SEED = 20261122;

/** An Individual Support Plan, as it might come: other sections, other titles, no law of its own, and no new code. */
const SUPPORT_PLAN: PlanType = {
  id: 'isp',
  name: 'Individual Support Plan',
  sections: EHCP.sections
    .filter(({letter, group}) => group === 'house' || ['A', 'B', 'E', 'F'].includes(letter ?? ''))
    .map(section =>
      section.letter === 'F' ? {...section, title: 'Support', plainTitle: 'Support'} : section,
    ),
};
const KINDS = {[EHCP.id]: EHCP, [SUPPORT_PLAN.id]: SUPPORT_PLAN};

function planOf(file: unknown): Plan {
  const result = fromPlanJson(file, KINDS);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
  return result.value;
}

function imported(plan: Plan, planType: PlanType, seed = 1): ImportedPlan {
  const random = seededRandom(seed);
  return docsFromPlan(plan, planType, () => newId<ItemId>(random));
}

function viewOf(plan: Plan, planType: PlanType, seed = 1): Plan {
  const {shared, voice, items, records} = imported(plan, planType, seed);
  const docs = {shared: docWith(Object.fromEntries(shared)), voice: docWith(Object.fromEntries(voice))};
  return viewFromDocs(docs, planType, {
    ...records,
    child: plan.child,
    participants: plan.participants,
    stage: plan.stage,
    items: new Map(items.map(one => [one.id, one])),
  });
}

for (const planType of [EHCP, SUPPORT_PLAN]) {
  test(`what a reader of an ${planType.name} exports and imports again equals that view but for ids`, () => {
    fc.assert(
      fc.property(arbitraryPlanFile(planType), file => {
        const plan = planOf(file);
        assert.deepEqual(toPlanJson(plan), file);
        const view = viewOf(plan, planType);
        const again = viewOf(planOf(toPlanJson(view)), planType, 2);
        assert.deepEqual(toPlanJson(renumber(again)), toPlanJson(renumber(view)));
      }),
      {seed: SEED, numRuns: 60},
    );
  });
}

test('a support plan refuses a section that it does not have', () => {
  const result = fromPlanJson(planFile({planType: 'isp', sections: {K: []}}), KINDS);
  assert.ok(!result.ok);
  assert.deepEqual(result.error, [
    {path: 'sections.K', message: 'sections.K: the plan type "isp" has no such section.'},
  ]);
});

test('no document and no record that everyone gets names what is held back', () => {
  const file = planFile({
    sections: {
      B: [
        item('need', 'open', 'open words', {links: [{rel: 'evidence', to: 'secret'}]}),
        item('need', 'hidden', 'hidden words', {audience: ['temi']}),
      ],
      E: [
        item('outcome', 'aim', '', {
          links: [
            {rel: 'need', to: 'hidden'},
            {rel: 'need', to: 'open'},
          ],
        }),
      ],
    },
    signsOfSafety: {worries: [item('harm', 'secret', 'secret words')]},
    threeHouses: {
      sessions: [{id: 'h', date: '2026-11-05', place: 'secret place', askedBy: 'bronagh', present: []}],
      goodThings: [item('statement', 'said', 'red train', {audience: 'everyone', session: 'h'})],
    },
    positions: [
      {item: 'hidden', party: 'temi', stance: 'agree', words: 'secret'},
      {item: 'open', party: 'callum', stance: 'agree', words: 'secret', audience: ['temi']},
      {item: 'open', party: 'temi', stance: 'agree'},
    ],
    statuses: [{kind: 'courtOrder', words: 'secret'}],
    meetings: [{id: 'm', kind: 'secret', date: '2027-01-06'}],
    contacts: [{token: 'ADDR-7Q', kind: 'address', value: 'secret', audience: []}],
  });
  const {shared, voice, items, heldBack, records} = imported(planOf(file), EHCP);
  const open = canonicalJson([...shared.values(), ...voice.values()].flat());
  assert.doesNotMatch(open + JSON.stringify(records), /secret|hidden/);
  assert.equal(records.positions.length, 1);
  const idOf = (ref: string) => items.find(one => one.ref === ref)?.id;
  const links = shared.get('section:E')?.[0]?.content?.filter(({type}) => type === 'link');
  assert.deepEqual(links, [{type: 'link', attrs: {rel: 'need', to: idOf('open')}}]);
  assert.equal(items.find(({ref}) => ref === 'said')?.session, null);
  assert.deepEqual(heldBack, [{ref: 'secret', reason: 'notOpened'}]);
});

test('what some people may read stands in one group for each set of readers, beside what it stood beside', () => {
  const withholding = {
    id: 'w',
    items: ['harm', 'said'],
    hiddenFrom: [{key: 'callum', class: 'sealed'}],
    audience: ['bronagh', 'callum'],
    reasonCode: 'risk_harm',
    legalGround: 'serious harm',
  };
  const file = planFile({
    sections: {
      B: [item('need', 'open', ''), item('need', 'kept', 'kept words', {audience: ['temi', 'bronagh']})],
    },
    signsOfSafety: {
      worries: [
        item('harm', 'harm', 'a harm', {audience: ['bronagh', 'callum', 'temi']}),
        item('danger', 'first', '', {audience: ['bronagh'], links: [{rel: 'evidence', to: 'harm'}]}),
      ],
    },
    threeHouses: {goodThings: [item('statement', 'said', 'red', {audience: ['jory', 'bronagh']})]},
    withholdings: [withholding],
  });
  const {groups, decisions, items} = imported(planOf(file), EHCP);
  const told = groups.map(({audience, items: list}) => [
    audience.join(' '),
    ...list.map(one => one.item.ref),
  ]);
  assert.deepEqual(told, [
    ['temi bronagh', 'kept', 'harm'],
    ['bronagh', 'first'],
    ['jory bronagh', 'said'],
  ]);
  const [kept] = groups[0]?.items ?? [];
  assert.equal(kept?.node.type, 'note', 'text of a section that only some read is no part of the plan');
  assert.equal(kept.anchorRoot, 'section:B');
  assert.equal(kept.after, items.find(({ref}) => ref === 'open')?.id);
  assert.equal(groups[1]?.items[0]?.node.content?.some(child => child.type === 'link') ?? false, false);
  assert.deepEqual(
    decisions.map(({group, itemIds}) => [group, itemIds.length]),
    [
      [0, 1],
      [2, 1],
    ],
  );
  assert.equal(groups[2]?.items[0]?.item.ownedBy, 'jory');
});

test('every imported item has a fresh id of its own', () => {
  const B = [item('need', 'x'), item('need', 'y')];
  const {items} = imported(planOf(planFile({sections: {B}})), EHCP);
  assert.deepEqual(
    items.map(({ref}) => ref),
    ['x', 'y'],
  );
  assert.ok(items.every(({id}) => /^[A-Za-z0-9_-]{22}$/.test(id)));
  assert.equal(new Set(items.map(({id}) => id)).size, 2);
});

test('a house item belongs to the child, and only the child’s own words are verbatim', () => {
  const said = (id: string, more: Loose = {}) => item('statement', id, '', {audience: 'everyone', ...more});
  const file = planFile({
    sections: {A: [item('statement', 'mum', 'He is funny.', {ownedBy: 'temi', mode: 'written'})]},
    threeHouses: {
      goodThings: [
        said('own'),
        said('seen', {mode: 'observed'}),
        said('read', {mode: 'verbatim', readBack: true}),
      ],
    },
  });
  const {items} = imported(planOf(file), EHCP);
  const facts = items.map(({ref, ownedBy, verbatim, readBack}) => [ref, ownedBy, verbatim, readBack]);
  assert.deepEqual(facts, [
    ['mum', 'temi', false, false],
    ['own', 'jory', true, false],
    ['seen', 'jory', false, false],
    ['read', 'jory', true, true],
  ]);
});

test('a view leaves out authors who are not in it', () => {
  const file = planFile({sections: {A: [item('statement', 'x', '', {ownedBy: 'temi', typedBy: 'bronagh'})]}});
  const plan = planOf(file);
  const fewer = {...plan, participants: plan.participants.filter(({key}) => key !== 'bronagh')};
  const {shared, items, records} = imported(plan, EHCP);
  const view = viewFromDocs({shared: docWith(Object.fromEntries(shared))}, EHCP, {
    ...records,
    child: plan.child,
    participants: fewer.participants,
    stage: 'assessment',
    items: new Map(items.map(one => [one.id, one])),
  });
  assert.equal(view.sections.A?.[0]?.ownedBy, 'temi');
  assert.equal(view.sections.A?.[0]?.typedBy, undefined);
  assert.ok(!('contacts' in view) && !('withholdings' in view));
});
