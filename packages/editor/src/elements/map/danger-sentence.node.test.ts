import assert from 'node:assert/strict';
import test from 'node:test';
import {dangerSentence, NO_PARTS} from './danger-sentence.ts';

const say = (parts: Partial<typeof NO_PARTS>): string => dangerSentence({...NO_PARTS, ...parts}, 'Jory');

test('three answers make one sentence', () => {
  const who = 'Bronagh, Miss Farrow and Gran';
  const what = 'Dad comes to the house and shouts like he did on 4 May.';
  assert.equal(
    say({who, what, impact: 'be hit by something, and could hide and not sleep'}),
    'Bronagh, Miss Farrow and Gran are worried that if Dad comes to the house and shouts like he did on 4 May, ' +
      'Jory could be hit by something, and could hide and not sleep.',
  );
});

test('one person is worried, and several are', () => {
  assert.equal(say({who: 'Gran'}), 'Gran is worried.');
  assert.equal(say({who: 'Gran and Mum'}), 'Gran and Mum are worried.');
  assert.equal(say({who: 'We'}), 'We are worried.');
});

test('nothing is refused: what is missing is left out', () => {
  assert.equal(say({}), '');
  assert.equal(say({what: 'he is left alone'}), 'We are worried that he is left alone.');
  assert.equal(say({impact: 'get ill'}), 'We are worried that if nothing changes, Jory could get ill.');
});

test('words that the sentence has already are not said twice', () => {
  const impact = 'Jory could get ill.';
  assert.equal(
    say({who: 'Mum', what: 'If it goes on', impact}),
    'Mum is worried that if it goes on, Jory could get ill.',
  );
});
