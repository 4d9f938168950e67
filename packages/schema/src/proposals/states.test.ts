import assert from 'node:assert/strict';
import test from 'node:test';
import {PROPOSAL_MOVES, PROPOSAL_STATES, PROPOSAL_STEPS, afterStep, isOpen} from './index.ts';

test('what both sides agreed on, and what its side took back, stays so', () => {
  for (const step of PROPOSAL_STEPS) {
    assert.equal(afterStep('agreed', step), null, step);
    assert.equal(afterStep('withdrawn', step), null, step);
  }
});

test('whatever isn’t over can be accepted, answered with other words and taken back', () => {
  for (const state of PROPOSAL_STATES) {
    const isOver = state === 'agreed' || state === 'withdrawn';
    for (const step of ['accept', 'counter', 'withdraw'] as const)
      assert.equal(afterStep(state, step) === null, isOver, `${state} ${step}`);
  }
});

test('refused words can’t be changed any more, nor refused again', () => {
  assert.deepEqual(PROPOSAL_STATES.filter(isOpen), ['proposed', 'countered']);
  assert.equal(PROPOSAL_MOVES.proposed.refuse, 'different');
  assert.equal(afterStep('different', 'refuse'), null);
});

test('every state can be reached', () => {
  const reached = new Set<string>(['proposed']);
  for (const state of PROPOSAL_STATES)
    for (const next of Object.values(PROPOSAL_MOVES[state])) reached.add(next);
  assert.deepEqual([...reached].sort(), [...PROPOSAL_STATES].sort());
});
