import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Proposal} from '../../records/proposals.ts';
import {itemStateOf} from './item-state.ts';

const DAY = new Date('2026-11-20T10:00:00');
const LATER = new Date('2026-11-21T10:00:00');

function proposal(name: string, state: Proposal['state'], answered?: string): Proposal {
  const step = {step: 'refuse', party: 'x', by: 'x', byName: 'x', reason: 'No.', at: LATER} as const;
  return {
    ...({
      name,
      state,
      at: DAY,
      steps: answered === undefined ? [] : [{...step, name: answered}],
    } as Partial<Proposal>),
  } as Proposal;
}

test('nothing that was suggested is no state', () => {
  assert.equal(itemStateOf([]), null);
});

test('the state is the side’s who did something last, on the day of that', () => {
  assert.deepEqual(itemStateOf([proposal('Temi', 'proposed')]), {state: 'proposed', name: 'Temi', at: DAY});
  assert.deepEqual(itemStateOf([proposal('Temi', 'different', 'The council')]), {
    state: 'different',
    name: 'The council',
    at: LATER,
  });
});

test('what is still to be settled comes before what is over, whichever was later', () => {
  const states = (...all: Proposal['state'][]) =>
    itemStateOf(all.map(state => proposal('Temi', state)))?.state;
  assert.equal(states('agreed', 'proposed'), 'proposed');
  assert.equal(states('proposed', 'countered'), 'countered');
  assert.equal(states('countered', 'different', 'agreed'), 'different');
  assert.equal(states('withdrawn', 'agreed'), 'agreed');
});
