import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PEOPLE, item, person, planFile, type Loose} from '../testing/plan-builder.ts';
import {fromPlanJson} from './from-plan-json.ts';

function problemsWith(...decisions: readonly Loose[]): string[] {
  const right = {
    items: [],
    audience: [],
    hiddenFrom: [{key: 'callum', class: 'sealed'}],
    legalGround: 'harm',
  };
  const read = fromPlanJson(
    planFile({
      participants: [...PEOPLE, person('delphine', 'refugeWorker')],
      sections: {B: [item('need', 'b')]},
      withholdings: decisions.map((one, at) => ({
        ...{id: `w${at}`, person: 'delphine', reasonCode: 'location'},
        ...right,
        ...one,
      })),
    }),
  );
  return read.ok ? [] : read.error.map(({message}) => message);
}

test('a decision keeps one person from others, and names neither items nor readers', () => {
  assert.deepEqual(problemsWith({}), []);
  const sentence = 'withholdings[0]: a decision about a person names no items and no readers.';
  for (const more of [{items: ['b']}, {audience: ['temi']}, {shapes: ['b']}])
    assert.deepEqual(problemsWith(more), [sentence]);
  assert.deepEqual(problemsWith({person: 'nobody'}), [
    'withholdings[0].person: there is no participant "nobody".',
  ]);
});

test('the child and the lead are kept from nobody, and nobody from themselves', () => {
  for (const who of ['jory', 'esme'])
    assert.deepEqual(problemsWith({person: who}), [
      'withholdings[0].person: the child and whoever leads the plan are kept from nobody.',
    ]);
  assert.deepEqual(problemsWith({person: 'callum'}), [
    'withholdings[0].hiddenFrom[0].key: nobody is kept from themselves.',
  ]);
});

test('a person is sealed, and kept from each other person by one decision', () => {
  assert.deepEqual(problemsWith({hiddenFrom: [{key: 'callum', class: 'marked'}]}), [
    'withholdings[0].hiddenFrom[0].class: a person is always sealed.',
  ]);
  assert.deepEqual(problemsWith({}, {hiddenFrom: [{key: 'temi', class: 'sealed'}]}), []);
  assert.deepEqual(problemsWith({}, {}), [
    'withholdings[1].hiddenFrom[0].key: another decision keeps "delphine" from them already.',
  ]);
});
