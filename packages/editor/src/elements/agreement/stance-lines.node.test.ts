import assert from 'node:assert/strict';
import test from 'node:test';
import type {Stance} from '@goldthread/schema';
import type {Position} from '../../records/positions.ts';
import {notAsked, standingIn, stanceLines} from './stance-lines.ts';

function position(name: string, stance: Stance, isBeforeLastChange = false): Position {
  const answer = {stance, words: '', by: null, byName: null, at: null};
  return {...answer, item: 'i', party: name, name, version: 1, isBeforeLastChange, earlier: [], tries: []};
}

const textOf = (...positions: readonly Position[]): string =>
  stanceLines(positions)
    .map(line => line.text)
    .join(' ');

test('whoever sees it otherwise is named first, and those who agree are counted', () => {
  assert.equal(
    textOf(position('A', 'agree'), position('B', 'agree', true), position('C', 'disagree')),
    'C does not agree. 2 agree, 1 of them before the last change.',
  );
  assert.equal(textOf(position('A', 'agree', true)), 'A agrees, before the last change.');
});

test('three who see it otherwise are counted, since a line has to stay a line', () => {
  const three = ['A', 'B', 'C'].map(name => position(name, 'partly', true));
  assert.equal(textOf(...three), '3 agree in part, before the last change.');
});

test('no answer, not asked and not decided are states of their own', () => {
  assert.equal(
    textOf(position('A', 'noAnswer'), position('B', 'notAsked'), position('C', 'notDecided')),
    'C has not decided yet. A has given no answer. B has not been asked.',
  );
});

test('silence is never agreement: an item is agreed only if everybody who was asked says so, and of its words as they are', () => {
  assert.equal(standingIn([]), 'untouched');
  assert.equal(standingIn([position('A', 'agree'), position('B', 'agree')]), 'agreed');
  for (const stance of ['noAnswer', 'notAsked', 'notDecided'] as const)
    assert.equal(standingIn([position('A', 'agree'), position('B', stance)]), 'missing', stance);
  assert.equal(standingIn([position('A', 'agree', true)]), 'missing');
  assert.equal(standingIn([position('A', 'agree'), position('B', 'partly')]), 'differ');
});

test('whoever has no answer at all was not asked', () => {
  const party = (name: string) => ({key: name, kind: 'person', name, people: [], compartments: []}) as const;
  assert.deepEqual(notAsked([party('A'), party('B')], [position('A', 'noAnswer')]), ['B']);
});
