import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type ItemId} from '../base/ids.ts';
import planJsonSchema from '../../plan.schema.json' with {type: 'json'};
import {EHCP} from '../plan/plan-types.ts';
import {docWith} from '../testing/doc-builder.ts';
import {item, planFile} from '../testing/plan-builder.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {docsFromPlan} from './docs-from-plan.ts';
import {fromPlanJson} from './from-plan-json.ts';
import type {Plan} from './plan-file.ts';
import {viewFromDocs} from './view-from-docs.ts';

const KINDS = {[EHCP.id]: EHCP};

function imported(file: unknown) {
  const result = fromPlanJson(file, KINDS);
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.error));
  const random = seededRandom(1);
  return {plan: result.value, content: docsFromPlan(result.value, EHCP, () => newId<ItemId>(random))};
}

test('a scale is about a danger statement of the file, or about nothing in particular', () => {
  const about = (to: string) => {
    const scales = [{id: 's', about: to, zero: 'a', ten: 'b', ratings: []}];
    const result = fromPlanJson(
      planFile({signsOfSafety: {worries: [item('danger', 'd'), item('harm', 'h')], scales}}),
      KINDS,
    );
    return result.ok ? [] : result.error.map(({message}) => message);
  };
  assert.deepEqual(about('d'), []);
  for (const other of ['h', 'x'])
    assert.deepEqual(about(other), [
      `signsOfSafety.scales[0].about: there is no item "${other}" of type "danger".`,
    ]);
});

test('a scale is about the new id of its danger statement where all who read the scale may read that', () => {
  const scale = (id: string, about: string, audience: unknown) => ({
    ...{id, about, audience, zero: 'a', ten: 'b', ratings: []},
  });
  const narrow = ['temi', 'bronagh'];
  const file = planFile({
    signsOfSafety: {
      worries: [
        item('danger', 'open', '', {audience: 'everyone'}),
        item('danger', 'narrow', '', {audience: narrow}),
      ],
      scales: [
        scale('s1', 'open', 'everyone'),
        scale('s2', 'narrow', 'everyone'),
        scale('s3', 'narrow', narrow),
        scale('s4', 'open', ['temi', 'jory']),
        scale('s5', 'narrow', ['temi', 'jory']),
      ],
    },
  });
  const {scales, items, groups} = imported(file).content;
  const open = items[0]?.id;
  const kept = groups[0]?.items[0]?.item.id;
  assert.deepEqual(
    scales.map(one => one.scale.about),
    [open, undefined, kept, open, undefined],
  );
});

test('a view names what a scale is about only where that stands in it', () => {
  const worries = [item('danger', 'd', '', {audience: 'everyone'})];
  const scales = [{id: 's', about: 'd', audience: 'everyone', zero: 'a', ten: 'b', ratings: []}];
  const {plan, content} = imported(planFile({signsOfSafety: {worries, scales}}));
  const viewOf = (nodes: typeof content.shared): Plan =>
    viewFromDocs({shared: docWith(Object.fromEntries(nodes))}, EHCP, {
      ...content.records,
      ...{child: plan.child, participants: plan.participants, stage: plan.stage, items: new Map()},
    });
  const [whole, empty] = [viewOf(content.shared), viewOf(new Map())].map(view => view.signsOfSafety);
  assert.equal(whole?.scales?.[0]?.about, whole?.worries?.[0]?.id);
  assert.deepEqual([empty?.scales?.length, empty?.scales?.[0]?.about], [1, undefined]);
});

test('a plan file has a place for each number of a scale, and for none that is made of several (SOS-13)', () => {
  const {scale} = planJsonSchema.$defs;
  assert.deepEqual(Object.keys(scale.properties), ['id', 'about', 'zero', 'ten', 'ratings', 'audience']);
  const rating = scale.properties.ratings.items;
  assert.deepEqual(Object.keys(rating.properties), [
    'party',
    'value',
    'on',
    'words',
    'whyNotLower',
    'oneHigher',
  ]);
  assert.equal(rating.properties.value.type, 'integer');
  assert.deepEqual([scale.additionalProperties, rating.additionalProperties], [false, false]);
});
