import assert from 'node:assert/strict';
import test from 'node:test';
import {item, planFile} from '../testing/plan-builder.ts';
import {fromPlanJson} from './from-plan-json.ts';
import {toPlanJson} from './to-plan-json.ts';

const quote = (words: string) => item('statement', 'q', words, {links: [{rel: 'quotes', to: 't'}]});

function problemsWith(words: string, audience: unknown, section = 'A'): string[] {
  const said = item('statement', 't', 'Gran sing', {audience});
  const read = fromPlanJson(
    planFile({sections: {[section]: [quote(words)]}, threeHouses: {goodThings: [said]}}),
  );
  return read.ok ? [] : read.error.map(({message}) => message);
}

test('a file may quote in section A what the child said and lets everybody read, and keeps where it is from', () => {
  const said = item('statement', 't', 'Gran sing', {audience: 'everyone'});
  const file = planFile({sections: {A: [quote('Gran sing')]}, threeHouses: {goodThings: [said]}});
  const read = fromPlanJson(file);
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.error));
  assert.deepEqual(toPlanJson(read.value), file);
});

test('a file that puts other words into the child’s mouth, or quotes what the child kept back, is refused', () => {
  const at = 'sections.A[0].links[0]';
  assert.deepEqual(problemsWith('Gran sings well', 'everyone'), [`${at}: this is not what the child said.`]);
  assert.deepEqual(problemsWith('Gran sing', ['jory']), [
    `${at}: the child does not let everybody read these words.`,
  ]);
  assert.match(problemsWith('Gran sing', 'everyone', 'E').join(), /a quotation stands in section A alone/);
});
