import assert from 'node:assert/strict';
import test from 'node:test';
import {isLeading, isOpenTo, stepAfter, stepBefore, stepFor} from './steps.ts';

type Facts = Parameters<typeof stepFor>[0];

const NEW: Facts = {
  ...{parentAnswer: '', parentTold: '', manager: '', place: '', present: [], limitsTold: ''},
  ...{beganAt: null, readBackAt: null, endedAt: null, mayWrite: false, mayChoose: false},
};
const AT = new Date(2026, 10, 28);
const BEGUN: Facts = {...NEW, beganAt: AT, mayWrite: true, mayChoose: true};
const READ: Facts = {...BEGUN, readBackAt: AT, mayWrite: false};
const OVER: Facts = {...READ, endedAt: AT, mayChoose: false};

test('who comes back goes on where they were, where that can still be done', () => {
  assert.equal(stepFor(NEW, 'where'), 'where');
  assert.equal(stepFor(BEGUN, 'where'), 'write');
  assert.equal(stepFor(BEGUN, 'read'), 'read');
  assert.equal(stepFor(READ, 'write'), 'share');
  assert.equal(stepFor(OVER, 'share'), 'show');
  assert.equal(stepFor(OVER, 'what is this?'), 'show');
});

test('else at the first thing that is not said yet', () => {
  assert.equal(stepFor(NEW, undefined), 'parent');
  assert.equal(stepFor({...NEW, parentAnswer: 'told'}, undefined), 'where');
  assert.equal(
    stepFor({...NEW, parentAnswer: 'told', place: 'Home', present: ['Jory']}, undefined),
    'explain',
  );
});

test('a session that ended by itself is still to be ended, and read back', () => {
  const late: Facts = {...BEGUN, mayWrite: false, mayChoose: false};
  assert.equal(stepFor(late, undefined), 'end');
  assert.equal(isOpenTo('read', late), true);
  assert.equal(isOpenTo('share', late), false);
});

test('steps follow each other, and what cannot be done is left out', () => {
  const walk = (session: Facts, from: Parameters<typeof stepAfter>[0]) => {
    const steps = [from];
    for (let next = stepAfter(from, session); next !== null; next = stepAfter(next, session))
      steps.push(next);
    return steps;
  };
  assert.deepEqual(walk(NEW, 'parent'), ['parent', 'where', 'explain']);
  assert.deepEqual(walk(BEGUN, 'choose'), ['choose', 'write', 'read', 'share', 'end']);
  assert.deepEqual(walk(READ, 'share'), ['share', 'end', 'show']);
  assert.equal(stepBefore('read', BEGUN), 'write');
  assert.equal(stepBefore('parent', NEW), null);
  assert.equal(stepBefore('show', OVER), null);
});

test('a stopped session that was not read back can be, later', () => {
  const stopped: Facts = {...BEGUN, mayWrite: false, mayChoose: false, endedAt: AT};
  assert.equal(stepBefore('show', stopped), 'read');
});

test('a question that puts an answer into a child’s mouth is told from an open one', () => {
  for (const question of ['Did he hit you?', ' is your mum cross?', 'Has Dad been here?'])
    assert.equal(isLeading(question), true, question);
  for (const question of ['What makes you sad?', 'Who helps you?', 'Isabel, tell me more', 'Is it loud?'])
    assert.equal(isLeading(question), false, question);
});
